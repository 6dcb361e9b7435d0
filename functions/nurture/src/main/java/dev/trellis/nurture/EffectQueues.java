package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.Demoted;
import dev.trellis.core.event.Happening.JourneyEnded;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.journey.Effect;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Enrollment.Issued;
import dev.trellis.core.message.HandoffDue;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.port.MessageQueue;

/** Where the effects of journeys go: each kind to the queue of whoever carries it out. */
public final class EffectQueues {

  private final MessageQueue<MailDue> mails;
  private final MessageQueue<HandoffDue> handoffs;
  private final MessageQueue<LeadEvent> events;

  public EffectQueues(
      MessageQueue<MailDue> mails,
      MessageQueue<HandoffDue> handoffs,
      MessageQueue<LeadEvent> events) {
    this.mails = mails;
    this.handoffs = handoffs;
    this.events = events;
  }

  /** Sends what an enrollment asked for at one instant. */
  void send(String lead, Enrollment enrollment, Instant at, List<Effect> effects) {
    var post = new Post(lead);
    effects.forEach(e -> post.add(enrollment, new Issued(at, e)));
    post.send();
  }

  /** Sends again what enrollments asked for after {@code since}. */
  void repeat(String lead, List<Enrollment> enrollments, Instant since) {
    var post = new Post(lead);
    for (var enrollment : enrollments) {
      enrollment.effects().stream()
          .filter(i -> i.at().isAfter(since))
          .forEach(i -> post.add(enrollment, i));
    }
    post.send();
  }

  private final class Post {

    private final String lead;
    private final List<MailDue> mailsDue = new ArrayList<>();
    private final List<HandoffDue> handoffsDue = new ArrayList<>();
    private final List<LeadEvent> told = new ArrayList<>();

    Post(String lead) {
      this.lead = lead;
    }

    void add(Enrollment from, Issued issued) {
      var at = issued.at();
      switch (issued.effect()) {
        case Effect.Send s -> mailsDue.add(MailDue.of(lead, from.journey(), s, at));
        case Effect.Skip(var send, var step, var mail, var why, var reason) ->
            mailsDue.add(
                new MailDue(send, lead, from.journey(), step, mail, null, why, reason, at));
        case Effect.HandOff h ->
            handoffsDue.add(new HandoffDue(h.handoffId(), lead, from.journey(), h.step(), at));
        case Effect.Demote d -> tell(d.eventId(), at, new Demoted(from.journey(), d.pool()));
        case Effect.End e ->
            tell(
                e.eventId(),
                at,
                new JourneyEnded(from.journey(), from.journeyVersion(), from.visit(), e.outcome()));
        case Effect.Enroll _ -> {} // is read from the enrollment itself
      }
    }

    private void tell(String id, Instant at, Happening happening) {
      told.add(LeadEvent.about(lead, id, at, Channel.SYSTEM, happening));
    }

    void send() {
      sendAny(mails, mailsDue);
      sendAny(handoffs, handoffsDue);
      sendAny(events, told);
    }

    private <M> void sendAny(MessageQueue<M> queue, List<M> messages) {
      if (!messages.isEmpty()) {
        queue.send(messages);
      }
    }
  }
}
