package dev.trellis.ops;

import module java.base;

import dev.trellis.core.port.MailLedger.ClaimResult;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.ops.aws.LostLeads;
import dev.trellis.ops.aws.Stack;

/**
 * The way back from tables that lost something, by copies of them as they were at an earlier
 * moment. What was lost between the two is not known: so mails are stopped until it is decided
 * which may have been sent.
 */
record Restoring(Stack stack) {

  private static final String RESTORE =
      "restore <table>=<copy> … erased=<file>|none [sent=<file>] | timers | done";
  private static final String ERASED = "erased";
  private static final String NONE = "none";
  private static final String SENT = "sent";
  private static final Pattern LEAD = Pattern.compile("L[0-9a-f]{11}\\w+");

  List<Command> commands() {
    return List.of(
        new Command(
            RESTORE,
            "brings back what the tables (leads, identities, accounts, suppressions, groups, audit, and what"
                + " timers hold of sweeps, letters and paused journeys) lost,"
                + " with timers, without whom a file of log lines says was erased, and with the mails of"
                + " which another says that they were sent; timers: sets everybody's anew; done: what has come due since may have been sent, and waits for"
                + " settle",
            "从副本找回各表（leads、identities、accounts、suppressions、groups、audit，以及 timers 中的方案生效、群发邮件和暂停的旅程）丢失的内容并重建定时，"
                + "不恢复文件中日志所示已删除的人，并补记日志所示已发出的邮件；timers：为所有人重建定时；done：其间到期的邮件可能已发出，"
                + "等待 settle 确认",
            this::restore));
  }

  private void restore(List<String> words, Teller teller) {
    if (words.isEmpty()) {
      throw Commands.usage(RESTORE, teller);
    }
    if (!stack.sending().isPaused()) {
      throw teller.refusal(
          "mails may go: say pause first, and wait five minutes", "邮件可能仍在发送：请先执行 pause 并等五分钟");
    }
    switch (words.getFirst()) {
      case "timers" -> timers(teller);
      case "done" -> done(teller);
      default -> bringBack(words, teller);
    }
  }

  private void bringBack(List<String> words, Teller teller) {
    var copies = new TreeMap<String, String>();
    var erased = Optional.<Set<String>>empty();
    var sent = List.<Entry>of();
    for (var word : words) {
      var parts = word.split("=", 2);
      if (parts.length == 2 && parts[0].equals(ERASED)) {
        erased =
            Optional.of(
                parts[1].equals(NONE)
                    ? Set.of()
                    : LogLines.of(parts[1], Restoring::erased, teller));
      } else if (parts.length == 2 && parts[0].equals(SENT)) {
        sent = LogLines.of(parts[1], lines -> SentMails.in(lines).toList(), teller);
      } else if (parts.length == 2 && LostLeads.tables().contains(table(parts[0]))) {
        copies.put(table(parts[0]), parts[1]);
      } else {
        throw Commands.usage(RESTORE, teller);
      }
    }
    if (erased.isEmpty() && copies.keySet().stream().anyMatch(LostLeads::namesPeople)) {
      throw teller.refusal(
          "say who was erased since: erased=<file of log lines>, or erased=none if nobody was",
          "请指明其间已删除的人：erased=<日志文件>；没有则写 erased=none");
    }
    var lost = new LostLeads(stack, copies, erased.orElse(Set.of()));
    teller.say("%d leads were erased and stay so", "%d 条线索已删除，不会恢复", lost.erased().size());
    teller.say("%d items came back beside leads", "除线索外找回 %d 项", lost.others());
    if (copies.containsKey("LeadsTable")) {
      var timers = new RebuildTimers(stack.timers(), stack.line(), stack.clock());
      var graves = stack.personalItems();
      var back = new AtomicLong();
      stack.sending().restores();
      new Undertaking(
              "restore#" + copies.get("LeadsTable"),
              lost.leads(),
              stack.clock(),
              lead -> back.addAndGet(lost.bringBack(lead, graves, timers::of) ? 1 : 0))
          .run(teller);
      var written = writeDown(sent, lost);
      if (!sent.isEmpty()) {
        teller.say("%d mails were sent meanwhile, by the log", "日志显示其间发出 %d 封邮件", written);
      }
      teller.say(
          "%d leads came back; let all that is due happen for ten minutes, then say restore done",
          "找回 %d 条线索；等十分钟让到期的事项发生，再执行 restore done", back.get());
    }
  }

  private static String table(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + "Table";
  }

  // Of who is there, and of whom the ledger has not the mail.
  private long writeDown(List<Entry> sent, LostLeads lost) {
    return sent.stream()
        .filter(entry -> lost.isBack(entry.lead()))
        .map(stack.ledger()::skip)
        .filter(ClaimResult.Claimed.class::isInstance)
        .count();
  }

  // Lines of the log, or ids alone: whatever looks like a lead's is one.
  private static Set<String> erased(Stream<String> lines) {
    return lines
        .flatMap(line -> LEAD.matcher(line).results())
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private void timers(Teller teller) {
    var timers = new RebuildTimers(stack.timers(), stack.line(), stack.clock());
    new Undertaking(
            "timers",
            stack.everybody(),
            stack.clock(),
            lead -> stack.leadFiles().part(lead).ifPresent(timers::of))
        .run(teller);
    teller.say("everybody's timers are set", "所有人的定时都已重建");
  }

  private void done(Teller teller) {
    int mails = 0;
    var hold = stack.hold();
    var restored = stack.restored();
    for (var some = restored.some(); !some.isEmpty(); some = restored.some()) {
      for (var lead : some) {
        mails += hold.hold(lead);
        restored.remove(lead);
      }
      teller.say("  … %d mails", "  … %d 封邮件", mails);
    }
    stack.sending().isRestored();
    teller.say(
        "%d mails may have been sent before: settle lists them; then say resume",
        "%d 封邮件可能已经发出：settle 列出它们；之后执行 resume", mails);
  }
}
