package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.json.Json;
import dev.trellis.core.json.Json.Inline;
import dev.trellis.core.lifecycle.GroupStay;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.PlacementText;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.profile.Callback;

/**
 * One lead from every side: what happened, what it means, where it stands, what comes next.
 *
 * @param isWhole false if these are the newest events of a long log
 */
public record LeadView(
    String id,
    Collection<String> absorbed,
    ProfileView profile,
    @Inline PortraitView portrait,
    ScoreView score,
    Placed placement,
    List<Moved> moves,
    List<InGroup> groups,
    List<ScenarioView.Place> scenarios,
    List<Travel> journeys,
    Mail lastSent,
    Due nextDue,
    Instant callback,
    List<Mail> mails,
    List<Handoff> handoffs,
    List<Event> events,
    boolean isWhole) {

  public static LeadView of(LeadFolder folder) {
    var portrait = folder.portrait();
    return new LeadView(
        portrait.lead(),
        folder.absorbed(),
        ProfileView.of(portrait),
        PortraitView.of(portrait, folder.log()),
        ScoreView.of(portrait),
        folder.position().map(p -> Placed.of(p, portrait.playbook())).orElse(Placed.NOWHERE),
        folder.moves().stream().map(m -> new Moved(m, words(m.because()))).toList(),
        folder.stays().stream().map(InGroup::of).toList(),
        ScenarioView.of(portrait, folder.log()),
        folder.enrollments().stream()
            .map(e -> new Travel(e, e.journeyVersion(), e.active()))
            .toList(),
        folder.lastSent().map(mail -> Mail.of(mail, folder)).orElse(null),
        folder.nextDue().map(e -> new Due(e.dueAt(), e.journey(), e.step())).orElse(null),
        portrait.profile().callback().map(Callback::at).orElse(null),
        folder.mails().stream().map(mail -> Mail.of(mail, folder)).toList(),
        folder.handoffs().stream().map(Handoff::of).toList(),
        folder.log().stream().map(event -> Event.of(event, folder)).toList(),
        folder.isWhole());
  }

  /** A move, with its reasons in the words of a playbook. */
  record Moved(@Inline Move move, List<String> because) {}

  /**
   * A group that the lead is in, or was.
   *
   * @param because what it met of the group's condition
   * @param met the values that met it, by field
   * @param until when it left; null as long as it is in it
   */
  record InGroup(
      String group, Instant since, String because, SortedMap<String, String> met, Instant until) {

    static InGroup of(GroupStay stay) {
      var in = stay.membership();
      return new InGroup(
          in.group(),
          in.since(),
          in.because().toString(),
          in.met(),
          stay.ended().map(GroupStay.End::at).orElse(null));
    }
  }

  private static List<String> words(List<?> data) {
    return data.stream().map(Object::toString).toList();
  }

  /** Where it stands and why, in every language of the playbook. */
  record Placed(
      String stage,
      String pool,
      List<String> missingForMql,
      Map<String, List<String>> missingText,
      List<String> because,
      Map<String, List<String>> becauseText,
      Instant reviewAt,
      Map<String, Instant> entered) {

    static final Placed NOWHERE = new Placed(null, null, null, null, null, null, null, null);

    static Placed of(Position position, Playbook playbook) {
      var placement = position.placement();
      return new Placed(
          placement.stage(),
          placement.pool(),
          words(placement.missingForMql()),
          said(playbook, text -> text.missing(placement.missingForMql())),
          words(placement.because()),
          said(playbook, text -> text.because(placement.because())),
          placement.reviewAt(),
          position.entered());
    }

    private static Map<String, List<String>> said(
        Playbook playbook, Function<PlacementText, List<String>> what) {
      var texts = new LinkedHashMap<String, List<String>>();
      for (var language : playbook.company().languages()) {
        texts.put(language, what.apply(new PlacementText(playbook, language)));
      }
      return texts;
    }
  }

  /**
   * A journey.
   *
   * @param version of the journey
   */
  record Travel(@Inline Enrollment enrollment, int version, boolean active) {}

  record Due(Instant at, String journey, String step) {}

  record Mail(@Inline MailLedger.Entry entry, boolean read) {
    static Mail of(MailLedger.Entry entry, LeadFolder folder) {
      return new Mail(entry, folder.isRead(entry));
    }
  }

  record Handoff(
      String id,
      HandoffLedger.State state,
      Instant at,
      String crmId,
      String reason,
      Map<String, Object> dossier) {

    static Handoff of(HandoffLedger.Entry entry) {
      return new Handoff(
          entry.handoffId(),
          entry.state(),
          entry.at(),
          entry.crmId(),
          entry.reason(),
          entry.dossier() == null ? null : Json.parse(entry.dossier()));
    }
  }

  /**
   * What happened.
   *
   * @param machine why we think that a machine did it, or null
   * @param otherBrowser true if a browser did it that is not the person's
   * @param teller the key by which somebody outside told it, or null
   */
  record Event(
      String id,
      String kind,
      Instant at,
      Channel channel,
      Origin origin,
      Map<String, Object> detail,
      String machine,
      boolean otherBrowser,
      String teller) {

    static Event of(LeadEvent event, LeadFolder folder) {
      var detail = new LinkedHashMap<String, Object>();
      if (Json.tree(event.happening()) instanceof Map<?, ?> tree) {
        tree.forEach((name, value) -> detail.put((String) name, value));
      }
      detail.remove("kind");
      return new Event(
          event.id(),
          event.kind(),
          event.occurredAt(),
          event.channel(),
          event.origin().from(null),
          detail,
          folder.portrait().told().machine(event).orElse(null),
          event.standing().isOfOtherBrowser(),
          event.standing().teller());
    }
  }
}
