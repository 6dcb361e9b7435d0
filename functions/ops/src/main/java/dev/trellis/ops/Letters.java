package dev.trellis.ops;

import module java.base;

import dev.trellis.ops.aws.Stack;

/** What was put aside because it failed or was refused, and the way back. */
record Letters(Stack stack) {

  private static final String REDRIVE = "redrive [<queue> [<how many>]]";
  private static final String QUARANTINE = "quarantine list | show <id> | replay <id>|all";

  List<Command> commands() {
    return List.of(
        new Command(
            REDRIVE,
            "brings dead letters back to their queue, ten at a time; without a queue: how many are"
                + " where",
            "把死信送回原队列，每次十条；不写队列名则列出各队列的死信数",
            this::redrive),
        new Command(
            QUARANTINE,
            "messages that were refused: which and why, one as it came, or sent once more",
            "被拒收的消息：列出及原因、查看原文、重新投递",
            this::quarantine));
  }

  private void redrive(List<String> words, Teller teller) {
    if (words.isEmpty()) {
      stack
          .queues()
          .forEach(
              queue -> teller.say("%6d  %s", "%6d  %s", stack.deadLetters(queue).count(), queue));
      return;
    }
    var queue = words.getFirst();
    if (!stack.queues().contains(queue)) {
      throw teller.refusal(
          "no queue is called %s; do you mean %s?",
          "没有叫 %s 的队列；是不是 %s？", queue, Nearest.to(queue, stack.queues()));
    }
    int most = words.size() == 1 ? Integer.MAX_VALUE : number(words.get(1), teller);
    var letters = stack.deadLetters(queue);
    teller.say("%s: about %d dead letters", "%s：约 %d 条死信", queue, letters.count());
    int moved = 0;
    for (int step = -1; step != 0 && moved < most; moved += step) {
      step = letters.redrive(most - moved);
      if (step > 0) {
        teller.say("  %d back", "  已送回 %d 条", moved + step);
      }
    }
    teller.say(
        "%s: %d back in the queue; what fails again is here again after five tries",
        "%s：共送回 %d 条；再失败五次的会重新成为死信", queue, moved);
  }

  private static int number(String word, Teller teller) {
    if (word.matches("[1-9][0-9]{0,8}")) {
      return Integer.parseInt(word);
    }
    throw Commands.usage(REDRIVE, teller);
  }

  private void quarantine(List<String> words, Teller teller) {
    var quarantine = stack.quarantine();
    switch (words) {
      case List<String> w when w.equals(List.of("list")) -> {
        var all = quarantine.list();
        all.forEach(r -> teller.say("%s  %s  %s", "%s  %s  %s", r.id(), r.at(), r.reason()));
        teller.say("%d messages were refused", "共 %d 条被拒收的消息", all.size());
      }
      case List<String> w when w.equals(List.of("replay", "all")) -> {
        var replayed =
            quarantine.list().stream()
                .filter(refused -> quarantine.replay(refused.id(), stack::leadEvent))
                .count();
        teller.say(
            "%d sent once more; what is refused again is listed again",
            "已重新投递 %d 条；再被拒收的会重新出现在列表中", replayed);
      }
      case List<String> w when w.size() == 2 && w.getFirst().equals("replay") -> {
        if (!quarantine.replay(w.get(1), stack::leadEvent)) {
          throw unknown(w.get(1), teller);
        }
        teller.say("%s was sent once more", "%s 已重新投递", w.get(1));
      }
      case List<String> w when w.size() == 2 && w.getFirst().equals("show") ->
          teller
              .out()
              .println(
                  quarantine.find(w.get(1)).orElseThrow(() -> unknown(w.get(1), teller)).body());
      default -> throw Commands.usage(QUARANTINE, teller);
    }
  }

  private static IllegalArgumentException unknown(String id, Teller teller) {
    return teller.refusal(
        "no refused message is called %s; see quarantine list",
        "没有编号为 %s 的被拒收消息；见 quarantine list", id);
  }
}
