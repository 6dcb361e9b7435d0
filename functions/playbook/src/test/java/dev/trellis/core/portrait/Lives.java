package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.profile.Profile;

/** Random people who read, attend and answer. */
final class Lives {

  private static final Duration SPAN = Duration.ofDays(200);

  /** Nothing happens after this. */
  static final Instant END = Samples.T0.plus(SPAN);

  private static final List<String> CONTENTS =
      List.of(
          "summit-deck", "omni-channel-capture-strategy", "omni-channel-capture-solution", "gone");
  private static final List<String> PLANS =
      List.of("within-3-months", "within-6-months", "within-12-months", "no-plan");

  private Lives() {}

  static List<LeadEvent> of(Random random, int length) {
    var log = new ArrayList<LeadEvent>();
    for (int i = 0; i < length; i++) {
      var at = Samples.T0.plus(Duration.ofSeconds(random.nextLong(SPAN.toSeconds())));
      log.add(Samples.event("e" + i, at, happening(random)));
    }
    return log;
  }

  static Profile fold(List<LeadEvent> log) {
    var profile = Profile.EMPTY;
    for (var event : log) {
      profile = profile.with(event);
    }
    return profile;
  }

  private static Happening happening(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> new Happening.CodeScanned();
      case 1 -> new Happening.PageVisited("/p", random.nextInt(1_000), null);
      case 2 -> new Happening.EventAttended("summit", random.nextInt(9_000));
      case 3 -> new Happening.ChannelFollowed("trellis", null);
      case 4 -> new Happening.FormSubmitted("f", new TreeMap<>(answers(random)), true, "zh", "r");
      case 5 -> new Happening.CallRecorded("sdr", "reached", new TreeMap<>(answers(random)));
      default ->
          new Happening.ContentRead(
              CONTENTS.get(random.nextInt(CONTENTS.size())), 1, random.nextInt(600), null);
    };
  }

  private static Map<String, String> answers(Random random) {
    var answers = new TreeMap<String, String>();
    answers.put("plan", PLANS.get(random.nextInt(PLANS.size())));
    if (random.nextBoolean()) {
      answers.put("industry", random.nextBoolean() ? "finance" : "other");
    }
    if (random.nextBoolean()) {
      answers.put("need", "lead-scoring");
    }
    if (random.nextBoolean()) {
      answers.put("company", "示例公司");
    }
    return answers;
  }
}
