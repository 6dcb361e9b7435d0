package dev.trellis.core.profile;

import static dev.trellis.core.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is said of the visits in {@code visits.tsv}, which were labelled first. */
@Tag("R82")
class VisitsTest {

  private enum Verdict {
    PERSON,
    UNCLEAR,
    MACHINE
  }

  private record Told(String who, LeadEvent event) {}

  @Test
  void fewPeopleAreCalledMachinesAndFewMachinesPeople() throws IOException {
    var seen = new LinkedHashMap<String, Map<Verdict, List<String>>>();
    stories()
        .forEach((story, all) -> {
          var profile = fold(all);
          for (var told : all) {
            seen.computeIfAbsent(told.who(), _ -> new LinkedHashMap<>())
                .computeIfAbsent(verdict(profile, told.event()), _ -> new ArrayList<>())
                .add(story);
          }
        });
    var people = seen.get("person");
    var machines = seen.get("machine");
    System.out.printf("Visits: %s of people, %s of machines%n", counts(people), counts(machines));

    assertThat(stories()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(people.getOrDefault(Verdict.MACHINE, List.of()))
        .hasSizeLessThanOrEqualTo(count(people) * 5 / 1000);
    assertThat(machines.getOrDefault(Verdict.PERSON, List.of()))
        .hasSizeLessThanOrEqualTo(count(machines) * 5 / 100);
    assertThat(people.getOrDefault(Verdict.UNCLEAR, List.of()))
        .as("whoever stays is seen")
        .hasSizeLessThanOrEqualTo(count(people) * 5 / 100);
  }

  @Test
  void theOrderInWhichAStoryIsToldIsNoMatter() throws IOException {
    var random = new Random(5);
    stories()
        .forEach((story, all) -> {
          var expected = fold(all).toJson();
          assertThat(Profile.fromJson(expected).toJson()).as(story).isEqualTo(expected);
          for (int i = 0; i < 5; i++) {
            var shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, random);
            assertThat(fold(shuffled).toJson()).as(story).isEqualTo(expected);
          }
        });
  }

  private static Map<Verdict, Integer> counts(Map<Verdict, List<String>> verdicts) {
    var counts = new EnumMap<Verdict, Integer>(Verdict.class);
    verdicts.forEach((verdict, stories) -> counts.put(verdict, stories.size()));
    return counts;
  }

  private static int count(Map<Verdict, List<String>> verdicts) {
    return verdicts.values().stream().mapToInt(List::size).sum();
  }

  private static Verdict verdict(Profile profile, LeadEvent event) {
    var judge = new Judge(profile.delivered(), profile.doubts());
    if (profile.machine(event).isPresent()) {
      return Verdict.MACHINE;
    }
    return Visit.inDoubt(event).filter(judge::isOnlyOpened).isPresent()
        ? Verdict.UNCLEAR
        : Verdict.PERSON;
  }

  private static Profile fold(List<Told> all) {
    var profile = Profile.EMPTY;
    for (var told : all) {
      profile = profile.with(told.event());
    }
    return profile;
  }

  private static Map<String, List<Told>> stories() throws IOException {
    var stories = new LinkedHashMap<String, List<Told>>();
    try (var stream = VisitsTest.class.getResourceAsStream("visits.tsv")) {
      var lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1);
      for (var line : lines.toList()) {
        var cells = line.split("\t");
        var story = stories.computeIfAbsent(cells[0], _ -> new ArrayList<>());
        story.add(new Told(cells[1], event(cells, cells[0] + story.size())));
      }
    }
    return stories;
  }

  private static LeadEvent event(String[] cells, String id) {
    var at = T0.plusMillis(Duration.parse(cells[2]).toMillis());
    var names = cells[5].equals("-") ? new String[0] : new String[] {"cookie:" + cells[5]};
    return Samples.event(id, at, happening(cells), names);
  }

  private static Happening happening(String[] cells) {
    var what = cells[4];
    return switch (cells[3]) {
      case "delivered" -> new MailDelivered("m1");
      case "read" -> new ContentRead(what, 1, Long.parseLong(cells[6]), "m1", T0);
      case "left" -> new PageVisited("content/" + what, Long.parseLong(cells[6]), null, "m1", T0);
      case "cta" -> new CtaFollowed(what, "mail", "m1", T0);
      case "click" -> new MailClicked("m1", null);
      default -> throw new IllegalArgumentException(cells[3]);
    };
  }
}
