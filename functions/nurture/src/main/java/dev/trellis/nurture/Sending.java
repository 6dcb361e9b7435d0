package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.port.Brake;
import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.Mailer;
import dev.trellis.core.port.Mailer.OutgoingMail;
import dev.trellis.core.port.Mailer.SendResult;
import dev.trellis.core.port.Timers;
import dev.trellis.core.port.WaitingMails;
import dev.trellis.core.port.WaitingMails.Waiting;

/**
 * The way out of the account, as one instance of the dispatcher knows it. A refusal that all mails
 * would meet puts on a brake for all instances, so that fifty thousand mails ask the provider once
 * in ten minutes and not fifty thousand times; whoever then finds the way open takes it off.
 */
public final class Sending {

  /**
   * How long an open way is taken for open by who sends a mail now and then: whoever finds it
   * closed knows at once, and what people or bounces stop ends within this time. To read it with
   * each mail would cost a call each.
   */
  static final Duration OPEN_FOR = Duration.ofMinutes(5);

  /** The same of who has sent many since: a crowd is stopped soon. */
  private static final Duration OPEN_FOR_A_CROWD = Duration.ofSeconds(30);

  private static final int A_CROWD = 100;

  /** A closed way is looked at again soon: somebody may have let mails go. */
  private static final Duration CLOSED_FOR = Duration.ofSeconds(1);

  private static final Duration QUOTA_FOR = Duration.ofMinutes(5);

  private final Mailer mailer;
  private final WaitingMails line;
  private final Timers timers;
  private final Clock clock;
  private final Consumer<Brake> stopped;
  private final Consumer<SendResult.TryAgain> notTaken;
  private Brake known = Brake.NONE;
  private Instant readAt = Instant.MIN;
  private int sent;
  private Instant paceAt = Instant.MIN;
  private Instant wokenAt = Instant.MIN;

  /**
   * @param stopped is told when mails begin to be kept back, or for another reason than before
   * @param notTaken is told of each answer that a mail may be sent later
   */
  public Sending(
      Mailer mailer,
      WaitingMails line,
      Timers timers,
      Clock clock,
      Consumer<Brake> stopped,
      Consumer<SendResult.TryAgain> notTaken) {
    this.mailer = mailer;
    this.line = line;
    this.timers = timers;
    this.clock = clock;
    this.stopped = stopped;
    this.notTaken = notTaken;
  }

  /** Looks whether the way is open, as whoever starts does before the first mail. */
  public void look() {
    know(line.brake());
  }

  /**
   * What keeps every mail back now.
   *
   * @param isItsTurn true if somebody found the way open, and so let the mail go
   */
  Optional<Hindrance> hindrance(boolean isItsTurn) {
    var now = clock.instant();
    var openFor = sent < A_CROWD ? OPEN_FOR : OPEN_FOR_A_CROWD;
    var isOld = !now.isBefore(readAt.plus(known.holds(now) ? CLOSED_FOR : openFor));
    if (isOld || isItsTurn && known.holds(now)) {
      look();
    }
    return Optional.ofNullable(known.why()).filter(_ -> known.holds(now));
  }

  /** Sends one mail, and remembers what its answer says of all mails. */
  SendResult send(OutgoingMail mail) {
    var result = mailer.send(mail);
    switch (result) {
      case SendResult.Accepted _ -> goes();
      case SendResult.TryAgain again -> {
        notTaken.accept(again);
        if (again.why().isOfAll()) {
          stop(again.why());
        }
      }
      case SendResult.Refused _, SendResult.Unknown _ -> {}
    }
    return result;
  }

  /**
   * Puts a mail into the line that the ledger says waits, and sees to it that somebody looks there
   * in time.
   */
  void queue(Waiting mail) {
    var from = mail.from();
    var now = clock.instant();
    var until = known.holds(now) ? known.until() : null;
    if (known.version() == 0 && paceAt.equals(Instant.MIN)) {
      open(now); // so that those who wait know their pace
    }
    lookAgain(Timers.ahead(until == null || until.isBefore(from) ? from : until, now));
    line.add(mail);
  }

  private void stop(Hindrance why) {
    var now = clock.instant();
    var before = line.brake();
    know(before);
    if (before.holds(now) || why.pause() == null) {
      return; // another instance knows it already
    }
    var until = WakeMails.minute(now.plus(why.pause()));
    lookAgain(until);
    var brake = before.stopped(why, until, now);
    if (line.save(brake)) {
      know(brake.nextVersion());
      if (brake.isNewAfter(before)) {
        stopped.accept(brake);
      }
    } else {
      know(line.brake());
    }
  }

  private void goes() {
    sent++;
    var now = clock.instant();
    var isOld = known.version() > 0 && now.isAfter(paceAt.plus(QUOTA_FOR));
    if (known.why() != null && !known.holds(now) || known.why() == null && isOld) {
      open(now);
    }
  }

  private void open(Instant now) {
    var open = known.open(mailer.quota().perMinute(), now);
    paceAt = now;
    if (open.equals(known)) {
      return;
    }
    know(line.save(open) ? open.nextVersion() : line.brake());
  }

  private void lookAgain(Instant at) {
    var minute = WakeMails.minute(at);
    if (!minute.equals(wokenAt)) {
      timers.set(HeldUp.TIMERS, WakeMails.LINE, minute);
      wokenAt = minute;
    }
  }

  private void know(Brake brake) {
    known = brake;
    readAt = clock.instant();
    sent = 0;
  }
}
