package dev.trellis.core.journey;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Tag;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every set of products that the CRM can write back, and who is offered the next one (R44). */
@org.junit.jupiter.api.Tag("R44")
class UpgradeGroupTest {

  private static final List<String> ALL = List.of("capture", "data", "nurture", "insight");
  private static final Instant NOW = Samples.T0.plusSeconds(60);

  static Stream<List<String>> products() {
    return IntStream.range(0, 1 << ALL.size())
        .mapToObj(set -> ALL.stream().filter(p -> (set >> ALL.indexOf(p) & 1) == 1).toList());
  }

  @ParameterizedTest
  @MethodSource("products")
  void whatTheCrmWritesBackIsTaggedAndTheNextProductIsOfferedToThatGroupOnly(List<String> bought) {
    var profile = Profile.EMPTY.with(won(bought));
    var portrait = Portrait.of("L1", profile, PLAYBOOK, NOW);
    var placement = new Lifecycle(PLAYBOOK).place(portrait);

    assertThat(portrait.tags().stream().map(Tag::id).filter(id -> id.startsWith("product:")))
        .containsExactlyElementsOf(
            new TreeSet<>(bought.stream().map(p -> "product:" + p).toList()));
    assertThat(offered(profile, placement)).isEqualTo(next(bought));
  }

  private static Optional<String> next(List<String> bought) {
    if (bought.contains("nurture")) {
      return bought.contains("insight") ? Optional.empty() : Optional.of("upgrade-insight");
    }
    return bought.contains("capture") ? Optional.of("upgrade-nurture") : Optional.empty();
  }

  /** The content that the journey for upgrades sends; empty if it does not take the lead. */
  private static Optional<String> offered(Profile profile, Placement placement) {
    var pool = placement.pool();
    var since = new TreeMap<>(Map.of("customer", NOW, pool, NOW));
    var position = Optional.of(Position.of(placement, since, 1));
    var due =
        new Enrolling(PLAYBOOK)
            .due(profile, position, List.of(), List.of(), NOW).stream()
                .filter(e -> e.journey().equals("upgrade"))
                .findFirst();
    var then = NOW.plus(Duration.ofDays(90));
    return due.flatMap(enrollment ->
        Walk.advance(
                new Programs(PLAYBOOK)
                    .current().stream()
                        .filter(p -> p.journey().id().equals("upgrade"))
                        .findFirst()
                        .orElseThrow(),
                enrollment,
                Portrait.of("L1", profile, PLAYBOOK, then),
                placement,
                List.of())
            .effects()
            .stream()
            .flatMap(e -> e instanceof Effect.Send send ? Stream.of(send.content()) : Stream.of())
            .findFirst());
  }

  private static LeadEvent won(List<String> products) {
    var values = new TreeMap<>(Map.of("email", "li@example.cn"));
    if (!products.isEmpty()) {
      values.put("products", String.join(",", products));
    }
    var won = new CrmChanged("stand-in", "h1", "won", null, null, "sam", values);
    return LeadEvent.about("L1", "won", Samples.T0, Channel.CRM, won);
  }
}
