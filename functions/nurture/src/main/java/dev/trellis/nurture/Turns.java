package dev.trellis.nurture;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Behaviour;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The turns of which a mail must have one. Anybody can type anybody's address, a thousand times: so
 * an address is asked to confirm once a day, and gets the same content again twice a day. The mail
 * for a person's first form needs no turn, since nobody asked before.
 */
final class Turns {

  private static final int AGAIN_PER_DAY = 2;

  private Turns() {}

  /** One of these is to be taken, the first that is free; none if the mail needs no turn. */
  static List<String> of(MailDue due, Kind kind, String addressKey, Portrait portrait) {
    var day = LocalDate.ofInstant(portrait.now(), ZoneOffset.UTC).toString();
    return switch (kind) {
      case CONFIRMATION -> List.of(Ids.derived("turn", addressKey, due.mail(), day));
      case DELIVERY ->
          IntStream.rangeClosed(1, submissions(portrait) > 1 ? AGAIN_PER_DAY : 0)
              .mapToObj(Integer::toString)
              .map(number -> turn(due, addressKey, day, number))
              .toList();
      case NURTURE, INTERNAL -> List.of();
    };
  }

  private static String turn(MailDue due, String addressKey, String day, String number) {
    return Ids.derived("turn", addressKey, due.mail(), due.content(), day, number);
  }

  private static int submissions(Portrait portrait) {
    return portrait.profile().activity().values().stream()
        .map(day -> day.get(Behaviour.SUBMIT))
        .filter(Objects::nonNull)
        .mapToInt(tally -> tally.count())
        .sum();
  }
}
