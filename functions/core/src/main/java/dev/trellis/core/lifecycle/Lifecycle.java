package dev.trellis.core.lifecycle;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Value;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Pool;
import dev.trellis.core.playbook.Stage;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.ByHand;
import org.jspecify.annotations.Nullable;

/** The rules by which a lead gets its stage and its pool (R53–R69). */
public final class Lifecycle {

  /** The stage that marketing works towards; what it misses is shown for every lead below it. */
  public static final String MQL = "mql";

  private final Playbook playbook;

  public Lifecycle(Playbook playbook) {
    this.playbook = playbook;
  }

  public Placement place(Portrait portrait) {
    var hand = portrait.profile().byHand().filter(h -> h.holds(portrait.now()));
    var put = hand.map(ByHand::stage).flatMap(this::stage);
    var putInto = hand.map(ByHand::pool).filter(playbook.poolPaths()::contains);
    var stage = put.orElseGet(() -> stageOf(portrait));
    var subject = withStage(portrait, stage.id());
    var because = new ArrayList<Reason>();
    if (put.isEmpty()) {
      because.add(new Reason.ByStage(stage.id(), stage.when()));
    }
    // What a playbook does not know any more was put nowhere.
    hand.filter(_ -> put.isPresent() || putInto.isPresent())
        .map(h ->
            new Reason.ByHand(
                put.map(Stage::id).orElse(null), putInto.orElse(null), h.actor(), h.until()))
        .ifPresent(because::add);

    var excluded = portrait.exclusions();
    if (!excluded.isEmpty()) {
      because.add(new Reason.Excluded(List.copyOf(excluded)));
    }
    // Whom a rule excludes no return brings back into nurture (R30).
    var returned = portrait.returned().filter(_ -> excluded.isEmpty() && !reaches(stage, MQL));
    String pool;
    if (putInto.isPresent()) {
      pool = putInto.get();
    } else if (returned.isPresent()) {
      var target = playbook.returns().getOrDefault(returned.get(), playbook.otherReturns());
      because.add(new Reason.Returned(target, returned.get()));
      var demoted = portrait.demotedSinceReturn().orElse("");
      pool = lowered(target, playbook.pools(), subject, demoted, because);
    } else {
      pool = poolOf(playbook.pools(), subject, portrait.demoted().orElse(""), because);
    }
    return new Placement(
        stage.id(), pool, missingForMql(stage, portrait), because, reviewAt(portrait, subject));
  }

  private Optional<Stage> stage(String id) {
    return playbook.stages().stream().filter(s -> s.id().equals(id)).findFirst();
  }

  private Stage stageOf(Portrait portrait) {
    for (var stage : playbook.stages().reversed()) {
      if (stage.when().holds(portrait)) {
        return stage;
      }
    }
    return playbook.stages().getFirst();
  }

  private static String poolOf(
      List<Pool> siblings, Condition.Subject subject, String demoted, List<Reason> because) {
    var pool =
        siblings.stream()
            .filter(p -> p.when().holds(subject))
            .findFirst()
            .orElseThrow(() ->
                new IllegalStateException("the last sibling takes the rest; the reader checks it"));
    because.add(new Reason.InPool(pool.path(), pool.when()));
    int lowest = floor(siblings, demoted);
    if (siblings.indexOf(pool) < lowest) {
      pool = siblings.get(lowest);
      because.add(new Reason.Demoted(pool.path(), demoted));
    }
    return pool.pools().isEmpty() ? pool.path() : poolOf(pool.pools(), subject, demoted, because);
  }

  // A journey that ended cold leads below the pool of a return, too (R101).
  private static String lowered(
      String target,
      List<Pool> siblings,
      Condition.Subject subject,
      String demoted,
      List<Reason> because) {
    int lowest = floor(siblings, demoted);
    for (int i = 0; i < siblings.size(); i++) {
      var pool = siblings.get(i);
      if (target.startsWith(pool.path() + "/")) {
        return i < lowest
            ? below(siblings.get(lowest), subject, demoted, because)
            : lowered(target, pool.pools(), subject, demoted, because);
      } else if (target.equals(pool.path()) && i < lowest) {
        return below(siblings.get(lowest), subject, demoted, because);
      }
    }
    return target;
  }

  private static String below(
      Pool pool, Condition.Subject subject, String demoted, List<Reason> because) {
    because.add(new Reason.Demoted(pool.path(), demoted));
    return pool.pools().isEmpty() ? pool.path() : poolOf(pool.pools(), subject, demoted, because);
  }

  // One below the pool that the lead was demoted from; the lowest stays the lowest (R101).
  private static int floor(List<Pool> siblings, String demoted) {
    for (int i = 0; i < siblings.size(); i++) {
      if (siblings.get(i).path().equals(demoted)) {
        return Math.min(i + 1, siblings.size() - 1);
      }
    }
    return 0;
  }

  private List<Condition> missingForMql(Stage stage, Portrait portrait) {
    return reaches(stage, MQL)
        ? List.of()
        : playbook.stages().stream()
            .filter(s -> s.id().equals(MQL))
            .flatMap(s -> s.when().unmet(portrait).stream())
            .distinct()
            .toList();
  }

  private boolean reaches(Stage stage, String goal) {
    for (var s : playbook.stages()) {
      if (s.id().equals(goal)) {
        return true;
      } else if (s.id().equals(stage.id())) {
        return false;
      }
    }
    return false;
  }

  // Every rule is asked, also those that another one overrules now: cheaper to look in vain than
  // late.
  private @Nullable Instant reviewAt(Portrait portrait, Condition.Subject subject) {
    // A visit in doubt counts by itself if nobody tells more about it.
    var all = new ArrayList<>(portrait.told().undecided(portrait.now()).values());
    playbook.stages().forEach(stage -> stage.when().flips(portrait, all::add));
    playbook.accounts().exclusions().forEach(e -> e.when().flips(portrait, all::add));
    flips(playbook.pools(), subject, all::add);
    portrait
        .profile()
        .byHand()
        .filter(h -> h.holds(portrait.now()))
        .map(ByHand::until)
        .ifPresent(all::add);
    Forgetting.silentSince(portrait.lead(), portrait.profile())
        .map(since -> Forgetting.due(since, playbook.company()))
        .filter(due -> due.isAfter(portrait.now()))
        .ifPresent(all::add);
    return all.isEmpty() ? null : Collections.min(all);
  }

  private static void flips(List<Pool> pools, Condition.Subject subject, Consumer<Instant> told) {
    for (var pool : pools) {
      pool.when().flips(subject, told);
      flips(pool.pools(), subject, told);
    }
  }

  private static Condition.Subject withStage(Portrait portrait, String stage) {
    return new Condition.Subject() {
      @Override
      public Value value(String field) {
        return field.equals("stage") ? new Value.Words(Set.of(stage)) : portrait.value(field);
      }

      @Override
      public Instant now() {
        return portrait.now();
      }
    };
  }
}
