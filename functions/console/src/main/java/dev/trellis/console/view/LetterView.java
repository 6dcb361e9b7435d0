package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.playbook.Block;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.port.LetterRuns.Count;
import dev.trellis.core.port.LetterRuns.Run;
import dev.trellis.core.port.LetterRuns.Run.Phase;
import dev.trellis.core.port.Said;
import dev.trellis.core.port.WayIn;

/**
 * A letter to a group, and how far it is.
 *
 * @param members how many were counted, or had their turn, in this phase
 * @param since when the phase began
 * @param counts how many would get it, under {@code gets}, and how many not, by the reason
 * @param count names what was counted, for a yes
 * @param became what became of the mails that were sent; empty in lists
 * @param expired true if nobody is sent it any more
 */
public record LetterView(
    String id,
    Map<String, String> name,
    String group,
    Instant at,
    Instant expires,
    String mail,
    String content,
    Phase phase,
    int members,
    Instant since,
    SortedMap<String, Integer> counts,
    String count,
    Said yes,
    Said stop,
    boolean expired,
    SortedMap<Count, Long> became) {

  /** The letters of a playbook, the latest first. */
  public static List<Journey> letters(Playbook playbook) {
    return playbook.journeys().values().stream()
        .filter(journey -> journey.trigger() instanceof Trigger.Letter)
        .sorted(Comparator.comparing((Journey journey) -> of(journey).at()).reversed())
        .toList();
  }

  /** What a letter says of itself. */
  public static Trigger.Letter of(Journey journey) {
    return (Trigger.Letter) journey.trigger();
  }

  /** As it is at this instant. */
  public static LetterView of(
      Journey journey, Run run, SortedMap<Count, Long> became, Instant now) {
    var letter = of(journey);
    var send = (Block.Send) journey.steps().getFirst();
    return new LetterView(
        journey.id(),
        journey.name().texts(),
        letter.group(),
        letter.at(),
        letter.expires(),
        send.mail(),
        send.content() == null ? null : send.content().content(),
        run.phase(),
        run.members(),
        run.since(),
        run.counts(),
        run.count(),
        run.yes(),
        run.stop(),
        !now.isBefore(letter.expires()),
        became);
  }

  /** The same with what is counted as it happens: who followed its link, and who left by it. */
  public LetterView with(WayIn.Counts ways) {
    var all = new TreeMap<>(became);
    add(all, Count.CLICKED, ways.inAll().get(WayIn.ofLetter(id)));
    add(all, Count.UNSUBSCRIBED, ways.inAll().get(WayIn.outOfLetter(id)));
    return new LetterView(
        id, name, group, at, expires, mail, content, phase, members, since, counts, count, yes,
        stop, expired, all);
  }

  private static void add(SortedMap<Count, Long> all, Count what, Long times) {
    if (times != null) {
      all.put(what, times);
    }
  }

  /** True if a person may say yes now. */
  public boolean waitsForYes() {
    return phase == Phase.WAITING && yes == null && !expired;
  }

  /** True if there is something left to stop. */
  public boolean canStop() {
    return yes != null && stop == null && !expired;
  }
}
