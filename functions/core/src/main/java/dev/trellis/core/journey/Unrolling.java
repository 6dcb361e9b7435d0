package dev.trellis.core.journey;

import module java.base;

import dev.trellis.core.playbook.Block;

/**
 * Unrolls the blocks of a journey into the flat list of a {@link Program}. A step's id is its name
 * below those of the blocks around it, such as {@code each.lead-scoring.when.then.send-solution}.
 */
final class Unrolling {

  private final List<Step> steps = new ArrayList<>();

  private final Map<String, List<String>> first;

  private Unrolling(Map<String, List<String>> first) {
    this.first = first;
  }

  static List<Step> of(List<Block> blocks, Map<String, List<String>> first) {
    var unrolling = new Unrolling(first);
    unrolling.all(blocks, "", Binding.NONE);
    return unrolling.steps;
  }

  private void all(List<Block> blocks, String above, Binding bound) {
    blocks.forEach(block -> one(block, above + block.name(), bound));
  }

  private void one(Block block, String id, Binding bound) {
    switch (block) {
      case Block.Wait wait -> {
        if (bound.isFirst() || !wait.firstOnly()) {
          steps.add(new Step.Wait(id, wait.pause()));
        }
      }
      case Block.Send send -> send(send, id, bound);
      case Block.Alert(_, var mail) ->
          steps.add(new Step.Send(id, bound.bind(mail), null, steps.size() + 1));
      case Block.When when -> {
        var condition = when.condition().renamed(bound::bind);
        fork(id, bound, when.then(), when.otherwise(), to -> new Step.When(id, condition, to));
      }
      case Block.Await await -> {
        var condition = await.condition().renamed(bound::bind);
        var period = await.period();
        IntFunction<Step> step = otherwise -> new Step.Await(id, condition, period, otherwise);
        fork(id, bound, await.then(), await.otherwise(), step);
      }
      case Block.AwaitRead(_, var period, var then, var otherwise) ->
          fork(id, bound, then, otherwise, to -> new Step.AwaitRead(id, period, to));
      case Block.Each each -> {
        if (each.needFirst()) {
          steps.add(new Step.Order(id + ".order", id, each.values()));
        }
        var values = new LinkedHashSet<>(first.getOrDefault(id, List.of()));
        values.retainAll(each.values());
        values.addAll(each.values());
        for (var value : values) {
          round(
              each, value, id, bound.and(each.variable(), value, value.equals(values.getFirst())));
        }
      }
      case Block.Verdict verdict -> verdict(verdict, id, bound);
      case Block.Enroll(_, var journey) -> steps.add(new Step.Enroll(id, bound.bind(journey)));
      case Block.Demote _ -> steps.add(new Step.Demote(id));
      case Block.HandOff _ -> steps.add(new Step.HandOff(id));
    }
  }

  private void send(Block.Send send, String id, Binding bound) {
    var mail = bound.bind(send.mail());
    var content = send.content() == null ? null : send.content().renamed(bound::bind);
    if (send.otherwise().isEmpty()) {
      // Whoever is sent nothing goes on with the next step.
      steps.add(new Step.Send(id, mail, content, steps.size() + 1));
    } else {
      IntFunction<Step> step = otherwise -> new Step.Send(id, mail, content, otherwise);
      fork(id, bound, List.of(), send.otherwise(), step);
    }
  }

  // fork → then… → jump over else → else…
  private void fork(
      String id, Binding bound, List<Block> then, List<Block> otherwise, IntFunction<Step> fork) {
    int at = gap();
    all(then, id + ".then.", bound);
    int jump = gap();
    steps.set(at, fork.apply(steps.size()));
    all(otherwise, id + ".else.", bound);
    steps.set(jump, new Step.Jump(id + ".end", steps.size()));
  }

  // verdict → hot… → jump to the end → warm… → jump to the end → cold…
  private void verdict(Block.Verdict verdict, String id, Binding bound) {
    int at = gap();
    all(verdict.hot(), id + ".hot.", bound);
    int afterHot = gap();
    int warm = steps.size();
    all(verdict.warm(), id + ".warm.", bound);
    int afterWarm = gap();
    int cold = steps.size();
    all(verdict.cold(), id + ".cold.", bound);
    steps.set(at, new Step.Verdict(id, warm, cold));
    steps.set(afterHot, new Step.Jump(id + ".hot.end", steps.size()));
    steps.set(afterWarm, new Step.Jump(id + ".warm.end", steps.size()));
  }

  // A wait at the beginning comes before the round: it is how long the first one is put off.
  private void round(Block.Each each, String value, String id, Binding bound) {
    var above = id + "." + value + ".";
    var hasBegun = false;
    var unread = -1;
    for (var block : each.steps()) {
      if (!hasBegun && !(block instanceof Block.Wait)) {
        unread = each.skipRead() ? gap() : -1;
        steps.add(new Step.Round(above + "round"));
        hasBegun = true;
      }
      one(block, above + block.name(), bound);
    }
    if (unread >= 0) {
      steps.set(unread, new Step.Unread(above + "unread", value, steps.size()));
    }
  }

  /** A place for a step that says where what comes after it begins. */
  private int gap() {
    steps.add(null);
    return steps.size() - 1;
  }
}
