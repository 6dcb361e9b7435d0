package dev.trellis.ops;

import module java.base;

import dev.trellis.core.forecast.Forecast;
import dev.trellis.core.port.sweep.Rollout;
import dev.trellis.core.port.sweep.RolloutDesk;
import dev.trellis.core.port.sweep.RolloutDesk.Said;
import dev.trellis.ops.aws.Stack;

/** What a changed playbook does to everybody, and whether it may. */
record Reaching(Stack stack) {

  private static final String SWEEP = "sweep [yes <count> | stop]";
  private static final String ACTOR = "ops";

  List<Command> commands() {
    return List.of(
        new Command(
            SWEEP,
            "how far a changed playbook has reached the leads, and what it does to them; yes: lets it"
                + " do what was counted; stop: nobody is moved by it until another yes",
            "改动后的方案已用到多少线索、会带来什么；yes：同意按清点结果执行；stop：在再次同意之前不再移动任何人",
            this::sweep));
  }

  private void sweep(List<String> words, Teller teller) {
    var desk = new RolloutDesk(stack.rollouts(), stack.clock());
    var last = desk.rollouts().last();
    if (last.isEmpty()) {
      teller.say("no playbook has been taken to the leads yet", "还没有方案用到线索上");
      return;
    }
    var cause = last.get().cause();
    switch (words) {
      case List<String> w when w.isEmpty() -> tell(last.get(), teller);
      case List<String> w when w.equals(List.of("stop")) -> answer(desk.stop(cause, ACTOR), teller);
      case List<String> w when w.size() == 2 && w.getFirst().equals("yes") ->
          answer(desk.approve(cause, w.getLast(), ACTOR), teller);
      default -> throw Commands.usage(SWEEP, teller);
    }
  }

  private static void answer(Said said, Teller teller) {
    switch (said) {
      case DONE -> teller.say("done", "已完成");
      case UNKNOWN, OTHER_COUNT ->
          throw teller.refusal("something else was counted: say sweep", "清点结果已不同：请先执行 sweep");
      case COUNTING -> throw teller.refusal("it is still being counted", "仍在清点");
      case NOT_WAITING -> throw teller.refusal("it waits for nobody", "没有在等人点头");
    }
  }

  private static void tell(Rollout rollout, Teller teller) {
    var forecast = rollout.forecast();
    teller.say(
        "%s since %s, %d leads; playbook %s, count %s",
        "%s（自 %s 起），%d 条线索；方案 %s，清点 %s",
        rollout.phase(),
        rollout.since(),
        rollout.leads(),
        rollout.cause(),
        rollout.count());
    teller.say(
        "of %d leads %d change or begin a journey; %d mails within %d days",
        "%d 条线索中有 %d 条变动或开始旅程；%d 封邮件（%d 天内）",
        forecast.leads(),
        forecast.changed(),
        forecast.mails(),
        Forecast.FIRST_DAYS.toDays());
    forecast
        .pools()
        .forEach((from, ways) ->
            ways.forEach((to, leads) -> teller.out().printf("  %s → %s: %d%n", from, to, leads)));
    forecast
        .journeys()
        .forEach((journey, leads) -> teller.out().printf("  %s: %d%n", journey, leads));
  }
}
