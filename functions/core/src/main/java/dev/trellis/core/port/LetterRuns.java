package dev.trellis.core.port;

import module java.base;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.playbook.Block;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** Remembers how far each letter to a group is. */
public interface LetterRuns {

  /** That of one letter; empty before it was looked at. */
  Optional<Run> find(String letter);

  /** Those of all letters that were looked at, with one request. */
  List<Run> all();

  /**
   * Writes it, provided that the stored one still has {@code run.version()}; the written one has
   * the next version.
   *
   * @return false if someone else wrote in between
   */
  boolean save(Run run);

  /** Counts one more person of whom this is true; a repeated message may count twice. */
  void count(String letter, Count what);

  /**
   * The same, if anybody was sent it: most journeys are no letters.
   *
   * @param journey perhaps a letter
   */
  void countIfSent(String journey, Count what);

  /** How many people each is true of; those of whom nobody is are left out. */
  SortedMap<Count, Long> counted(String letter);

  /** What became of the mails of a letter. */
  enum Count {
    SENT,
    /** Its link was followed, by people or by programs that nothing known tells from them. */
    CLICKED,
    READ,
    BOUNCED,
    UNSUBSCRIBED,
    COMPLAINED
  }

  /**
   * How far one letter is: who would get it is counted, a person says yes to that, and at its hour
   * the members get their turns one after the other.
   *
   * @param cause what it says and to whom, as {@link #cause} names it
   * @param after where the page before ended; null: from the beginning
   * @param members how many had their turn in what is done now
   * @param since when that began
   * @param counts how many would get it, under {@link #GETS}, and how many not, by the reason
   * @param yes who let it go
   * @param stop who stopped it: nobody is sent it from then on
   * @param version for conditional writes; 0 before the first write
   */
  record Run(
      String letter,
      String cause,
      Phase phase,
      @Nullable String after,
      int members,
      Instant since,
      SortedMap<String, Integer> counts,
      @Nullable Said yes,
      @Nullable Said stop,
      long version) {

    /** In place of a reason: they would get it. */
    public static final String GETS = "gets";

    public Run {
      counts =
          Collections.unmodifiableSortedMap(
              counts == null ? new TreeMap<>() : new TreeMap<>(counts));
    }

    /** What is done now. */
    public enum Phase {
      COUNTING,
      /** For a yes, and with it for the hour. */
      WAITING,
      GOING,
      DONE
    }

    /** Names what a letter says and to whom: of another one a person has said nothing. */
    public static String cause(Playbook playbook, Journey letter) {
      var mails =
          letter.steps().stream()
              .filter(Block.Send.class::isInstance)
              .map(block -> playbook.mails().get(((Block.Send) block).mail()))
              .toList();
      return Ids.derived(letter.toString(), mails.toString());
    }

    /** Nobody is counted yet; takes the place of what went before. */
    public static Run begun(String letter, String cause, Instant now, long version) {
      return new Run(
          letter, cause, Phase.COUNTING, null, 0, now, new TreeMap<>(), null, null, version);
    }

    /** One page further in counting; after the last a person is waited for. */
    public Run counted(List<String> verdicts, @Nullable String next, Instant now) {
      var more = new TreeMap<>(counts);
      verdicts.forEach(verdict -> more.merge(verdict, 1, Integer::sum));
      return next == null
          ? new Run(letter, cause, Phase.WAITING, null, 0, now, more, yes, stop, version)
          : at(phase, next, members + verdicts.size(), since, more);
    }

    /** The hour of what a person said yes to has come. */
    public Run going(Instant now) {
      return at(Phase.GOING, null, 0, now, counts);
    }

    /** One page further in the members' turns. */
    public Run told(int more, @Nullable String next, Instant now) {
      return next == null
          ? at(Phase.DONE, null, members + more, now, counts)
          : at(phase, next, members + more, since, counts);
    }

    /** True once members may have had their turn. */
    public boolean isBegun() {
      return phase == Phase.GOING || phase == Phase.DONE;
    }

    /** Names what was counted. */
    public String count() {
      return Ids.derived(cause, since.toString(), counts.toString());
    }

    /** A person said yes to what was counted. */
    public Run approved(String actor, Instant now) {
      return with(new Said(actor, now), null);
    }

    /** A person stopped it: before its hour until another yes, after it for good. */
    public Run stopped(String actor, Instant now) {
      return with(isBegun() ? yes : null, new Said(actor, now));
    }

    /** The same with the next version, as a store writes it. */
    public Run nextVersion() {
      return new Run(letter, cause, phase, after, members, since, counts, yes, stop, version + 1);
    }

    private Run with(@Nullable Said yes, @Nullable Said stop) {
      return new Run(letter, cause, phase, after, members, since, counts, yes, stop, version);
    }

    private Run at(
        Phase phase,
        @Nullable String after,
        int members,
        Instant since,
        SortedMap<String, Integer> counts) {
      return new Run(letter, cause, phase, after, members, since, counts, yes, stop, version);
    }
  }
}
