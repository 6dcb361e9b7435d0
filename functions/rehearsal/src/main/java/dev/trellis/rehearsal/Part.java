package dev.trellis.rehearsal;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;

/** What one lead of a rehearsal is and does; the same number always does the same. */
public final class Part {

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int LATEST_MINUTE = (int) Duration.ofDays(5).toMinutes();

  /** Of a hundred mails so many are read, by the leads of a mix in turn. */
  private static final int[] READ_OF_A_HUNDRED = {60, 0, 30, 100};

  /** Of the mix every twentieth has had enough at the fourth mail. */
  private static final int LEAVES = 20;

  private static final int LEAVES_AT = 4;

  /** Neighbouring seeds would begin alike. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final int number;
  private final Optional<Persona> persona;
  private final List<String> needs;
  private final List<String> industries;
  private final Random random;
  private int received;

  /**
   * @param number from 0
   * @param persona a mix if empty
   */
  public Part(int number, Optional<Persona> persona, Playbook playbook) {
    this.number = number;
    this.persona = persona;
    this.needs = needs(playbook);
    this.industries =
        playbook.contents().values().stream()
            .map(Content::industry)
            .filter(industry -> industry != null)
            .distinct()
            .toList();
    this.random = new Random(number * SPREAD);
  }

  /** What the lead does about a mail. */
  sealed interface Reaction {
    record Reads(Duration after) implements Reaction {}

    record Unsubscribes(Duration after) implements Reaction {}

    record Nothing() implements Reaction {}
  }

  int number() {
    return number;
  }

  /** All that the lead tells of itself. */
  Map<String, String> answers() {
    var answers = new TreeMap<String, String>();
    answers.put("name", "Lead " + (number + 1));
    answers.put("email", email());
    answers.put("mobile", mobile());
    answers.put("plan", "no-plan");
    answers.put("need", need());
    if (!industries.isEmpty()) {
      answers.put("industry", industries.get(number % industries.size()));
    }
    return answers;
  }

  SortedSet<Identity> identities(boolean hasMobile) {
    var names = new TreeSet<>(List.of(Identity.parse("email:" + email())));
    if (hasMobile) {
      names.add(Identity.parse("phone:" + mobile()));
    }
    return names;
  }

  /** What the lead does about the mail that came now. */
  Reaction reaction() {
    received++;
    if (persona.isPresent()) {
      return persona.get() == Persona.ALWAYS_READS
          ? new Reaction.Reads(A_DAY)
          : new Reaction.Nothing();
    }
    if (number % LEAVES == LEAVES - 1 && received == LEAVES_AT) {
      return new Reaction.Unsubscribes(soon());
    }
    return random.nextInt(100) < READ_OF_A_HUNDRED[number % READ_OF_A_HUNDRED.length]
        ? new Reaction.Reads(soon())
        : new Reaction.Nothing();
  }

  // Sooner more often than later, and now and then too late for the journey.
  private Duration soon() {
    return Duration.ofMinutes(10 + random.nextInt(1 + random.nextInt(LATEST_MINUTE)));
  }

  // Somebody without a need is in no pool of clear needs; "other" is none of our topics.
  private String need() {
    if (persona.isEmpty()) {
      return needs.isEmpty() ? "other" : needs.get(number % needs.size());
    }
    return persona.get() == Persona.ALL_TAGGED ? String.join(",", needs) : "other";
  }

  private static List<String> needs(Playbook playbook) {
    return playbook.contents().values().stream()
        .flatMap(content -> content.tags().stream())
        .filter(tag -> tag.startsWith("need:"))
        .map(tag -> tag.substring("need:".length()))
        .distinct()
        .toList();
  }

  String email() {
    return "lead-%d@example.com".formatted(number + 1);
  }

  private String mobile() {
    return "+86138%08d".formatted(number);
  }
}
