package dev.trellis.ops;

import module java.base;

import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.Tick;
import dev.trellis.core.port.sweep.Rollout;
import dev.trellis.nurture.AdvanceJourneys;
import dev.trellis.nurture.HeldUp;
import dev.trellis.ops.aws.Stack;
import dev.trellis.pools.ReviewLater;

/** Has leads looked at again, and their names brought under another key. */
record Leads(Stack stack) {

  private static final String WAKE = "wake <lead>|timers|all";

  /** As long as a timer is kept that nobody told of. */
  private static final Duration KEPT = Duration.ofDays(30);

  List<Command> commands() {
    return List.of(
        new Command(
            WAKE,
            "places a lead anew and looks at its journeys; timers: tells of those of the last 30"
                + " days that nobody told of; all: everybody is placed anew",
            "重新判定一条线索并检查其旅程；timers：补发近 30 天未触发的定时；all：重新判定所有人",
            this::wake),
        new Command(
            "re-key",
            "brings the names of all leads under the newest key of identities. Stopped half way, it"
                + " goes on there",
            "把所有线索的标识换到最新的密钥下。中断后再执行会接着做",
            this::rekey));
  }

  private void wake(List<String> words, Teller teller) {
    if (words.size() != 1) {
      throw Commands.usage(WAKE, teller);
    }
    switch (words.getFirst()) {
      case "timers" -> wakeTimers(teller);
      case "all" -> {
        if (stack.rollouts().last().filter(Rollout::isAskedFor).isPresent()) {
          throw teller.refusal(
              "a changed playbook waits until somebody knows what it does: say sweep",
              "改动后的方案在等人看过清点结果：请先执行 sweep");
        }
        new Undertaking("wake", stack.sweeps(), stack.clock(), this::placeAnew).run(teller);
        teller.say("everybody is looked at again", "所有人都将被重新判定");
      }
      default -> {
        var lead = words.getFirst();
        if (stack.leadFiles().find(lead).isEmpty()) {
          throw teller.refusal("there is no lead %s", "没有线索 %s", lead);
        }
        placeAnew(lead);
        var now = stack.clock().instant();
        signals().send(new JourneySignal(lead, JourneySignal.Reason.HELD_UP, now));
        teller.say("%s is looked at again", "%s 将被重新判定", lead);
      }
    }
  }

  private void placeAnew(String lead) {
    updates().send(new ProfileUpdated(lead, 0, null, stack.clock().instant()));
  }

  // The same as the schedules do, from further back; who is told is forgotten as there.
  private void wakeTimers(Teller teller) {
    var clock = stack.clock();
    var since = clock.instant().minus(KEPT);
    var timers = new TimersSince(stack.timers(), since);
    var wake = stack.wakeMails();
    int leads = 0;
    for (var tick :
        List.<Tick<?>>of(
            ReviewLater.tick(timers, updates(), clock),
            AdvanceJourneys.tick(timers, signals(), clock),
            HeldUp.tick(timers, signals(), wake, clock))) {
      for (var step = tick.step(); ; step = tick.step()) {
        leads += step.leads();
        if (step.isLast()) {
          break;
        }
      }
      teller.say("  … %d leads", "  … %d 条线索", leads);
    }
    teller.say(
        "%d leads were told of timers since %s",
        "已为 %d 条线索补发自 %s 起的定时", leads, since.truncatedTo(ChronoUnit.SECONDS));
  }

  private void rekey(List<String> words, Teller teller) {
    if (!words.isEmpty()) {
      throw Commands.usage("re-key", teller);
    }
    var rekey = stack.rekey();
    for (var far = rekey.run(() -> false);
        far.filter(f -> f.next() != null).isPresent();
        far = rekey.run(() -> false)) {
      teller.say("  … %d leads", "  … %d 条线索", far.get().leads());
    }
    teller.say("all names are under the newest key", "所有标识都已在最新的密钥下");
  }

  private MessageQueue<ProfileUpdated> updates() {
    return stack.queue("ProfileUpdatesQueue");
  }

  private MessageQueue<JourneySignal> signals() {
    return stack.queue("JourneySignalsQueue");
  }
}
