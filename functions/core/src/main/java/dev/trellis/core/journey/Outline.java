package dev.trellis.core.journey;

import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;

/** A journey's program folded back into blocks: what is repeated per value is there once. */
public record Outline(List<Block> blocks) {

  /** A step with all that belongs to it. */
  public sealed interface Block {}

  /**
   * One step.
   *
   * @param rounds the step itself, once per round of the {@code each} around it
   * @param branches blocks by the word they stand under, such as {@code then}
   */
  public record Single(List<Step> rounds, SequencedMap<String, List<Block>> branches)
      implements Block {}

  /** Steps that are done once per value. */
  public record Each(List<String> values, List<Block> body) implements Block {}

  public static Outline of(Journey journey) {
    var entries =
        journey.program().stream()
            .filter(step -> !(step instanceof Step.Jump) && !(step instanceof Step.Round))
            .map(step -> new Entry(List.of(step.id().split("\\.")), step))
            .toList();
    return new Outline(blocks(entries));
  }

  // An id is a path: a step, the branch or value below it, a step of that branch, and so on.
  private record Entry(List<String> path, Step step) {

    boolean isHere() {
      return path.size() == 1;
    }

    String branch() {
      return path.get(1);
    }

    Entry below() {
      return new Entry(path.subList(2, path.size()), step);
    }
  }

  private static List<Block> blocks(List<Entry> entries) {
    var byStep = new LinkedHashMap<String, List<Entry>>();
    entries.forEach(
        e -> byStep.computeIfAbsent(e.path().getFirst(), _ -> new ArrayList<>()).add(e));
    return byStep.values().stream().map(Outline::block).toList();
  }

  private static Block block(List<Entry> entries) {
    var rounds = entries.stream().filter(Entry::isHere).map(Entry::step).toList();
    var inside = entries.stream().filter(e -> !e.isHere()).toList();
    if (rounds.isEmpty()) {
      var values = new LinkedHashSet<String>();
      inside.forEach(e -> values.add(e.branch()));
      return new Each(List.copyOf(values), blocks(inside.stream().map(Entry::below).toList()));
    }
    var branches = new LinkedHashMap<String, List<Entry>>();
    inside.forEach(
        e -> branches.computeIfAbsent(e.branch(), _ -> new ArrayList<>()).add(e.below()));
    var blocks = new LinkedHashMap<String, List<Block>>();
    branches.forEach((branch, steps) -> blocks.put(branch, blocks(steps)));
    return new Single(rounds, blocks);
  }
}
