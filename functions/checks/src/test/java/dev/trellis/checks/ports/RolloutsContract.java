package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.forecast.Forecast;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.Said;
import dev.trellis.core.port.sweep.Rollout;
import dev.trellis.core.port.sweep.Rollouts;
import dev.trellis.core.port.sweep.Sweeps.Page;
import org.junit.jupiter.api.Test;

/** What a sweep for a changed playbook may expect of any {@link Rollouts}. */
abstract class RolloutsContract {

  private final Rollouts rollouts = ports().rollouts();

  abstract Ports ports();

  @Test
  void remembersTheLastWithAllThatIsKnownOfIt() {
    var begun = anew();
    assertThat(rollouts.save(begun)).isTrue();
    assertThat(rollouts.last()).contains(begun.nextVersion());

    var forecast =
        new Forecast(
            7,
            3,
            new TreeMap<>(Map.of("mil", new TreeMap<>(Map.of("mql", 2)))),
            new TreeMap<>(Map.of("mil/low", new TreeMap<>(Map.of("mil/high", 3)))),
            new TreeMap<>(Map.of("upgrade", 2)),
            new TreeMap<>(Map.of("renewal", 1)),
            new TreeMap<>(Map.of("high-value", 3)),
            9);
    var counted = begun.nextVersion().counted(new Page(List.of("L"), null), forecast, 1, NOW);
    assertThat(rollouts.save(counted)).isTrue();
    assertThat(rollouts.last()).contains(counted.nextVersion());

    var approved = counted.nextVersion().approved("mei", NOW);
    assertThat(rollouts.save(approved)).isTrue();
    assertThat(rollouts.last().map(Rollout::yes)).contains(new Said("mei", NOW));
  }

  @Test
  void whoReadBeforeAnotherWroteWritesNothing() {
    assertThat(rollouts.save(anew())).isTrue();
    var read = rollouts.last().orElseThrow();
    assertThat(rollouts.save(read.stopped("mei", NOW))).isTrue();
    assertThat(rollouts.save(read.stopped("lin", NOW))).isFalse();
    assertThat(rollouts.last().map(Rollout::stop)).contains(new Said("mei", NOW));
  }

  private static final Instant NOW = Sample.NOON;

  private Rollout anew() {
    var version = rollouts.last().map(Rollout::version).orElse(0L);
    return Rollout.begun("playbook-" + Ids.random(), NOW, version);
  }
}
