package dev.trellis.ops;

import module java.base;

import dev.trellis.core.port.Brake;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.nurture.SendingDesk.Said;
import dev.trellis.ops.aws.Stack;

/** Whether mails go, and which of them. */
record Mails(Stack stack) {

  private static final String CANCEL = "cancel <journey> [before <instant>]";
  private static final String SETTLE =
      "settle [<lead> <send> sent|not-sent | all sent|not-sent | sent=<file>]";

  List<Command> commands() {
    return List.of(
        new Command(
            "pause",
            "keeps all mails back until resume; it takes five minutes to reach every function, half a minute where many go",
            "暂停全部邮件，直到 resume；五分钟内对所有函数生效，大批发送半分钟内停止",
            this::pause),
        new Command(
            "resume",
            "lets mails go again, whatever stopped them: one tries the way, then the others follow",
            "恢复发送（无论因何停止）：先试一封，成功后其余陆续发出",
            this::resume),
        new Command(
            "sending", "whether mails go, and how many wait", "邮件是否在发送，有多少在等待", this::sending),
        new Command(
            CANCEL,
            "takes everybody out of a journey, or who began it before an instant, such as a deploy's;"
                + " what it asked for and is not sent yet never is. Stopped half way, it goes on there",
            "让所有人（或在某一时刻如部署之前进入的人）退出一个旅程；它已要求而未发出的邮件不再发送。中断后再执行会接着做",
            this::cancel),
        new Command(
            SETTLE,
            "says whether a mail of unknown fate was sent (not-sent: it is sent now), or all such mails,"
                + " or those of which a file of log lines says so; without words: which there are",
            "确认结果不明的邮件是否已发出（not-sent：现在发送）：一封、全部，或文件中日志所示的；不写参数则列出这些邮件",
            this::settle));
  }

  private void pause(List<String> words, Teller teller) {
    none("pause", words, teller);
    stack.sending().say("pause");
    teller.say(
        "within five minutes no mail goes any more, a crowd of them within half a minute; mails wait until you say resume",
        "半分钟内停止大批发送，五分钟内停止全部；邮件将等待，直到执行 resume");
  }

  private void resume(List<String> words, Teller teller) {
    none("resume", words, teller);
    if (stack.sending().say("resume") == Said.RESTORING) {
      throw teller.refusal(
          "of leads that were brought back nobody has said yet that no mail may go twice: say restore"
              + " done first",
          "恢复回来的线索还没有确认哪些邮件可能已发过：请先执行 restore done");
    }
    teller.say(
        "mails go again: the first within two minutes, then %d a minute",
        "已恢复发送：两分钟内先发一封，之后每分钟 %d 封", stack.sending().brake().perMinute());
  }

  private void sending(List<String> words, Teller teller) {
    none("sending", words, teller);
    var desk = stack.sending();
    var brake = desk.brake();
    if (brake.holds(stack.clock().instant())) {
      teller.say(
          "%d mails wait: %s since %s, %s",
          "%d 封邮件在等待：%s，自 %s 起，%s", desk.waiting(), brake.why().key(), brake.since(), until(brake));
    } else {
      teller.say("mails go; %d wait for their turn", "邮件正常发送；%d 封在排队", desk.waiting());
    }
  }

  private static String until(Brake brake) {
    return brake.until() == null ? "→ resume" : "→ " + brake.until();
  }

  private void cancel(List<String> words, Teller teller) {
    var journey = words.isEmpty() ? "" : words.getFirst();
    var before =
        switch (words) {
          case List<String> w when w.size() == 1 -> Instant.MAX;
          case List<String> w when w.size() == 3 && w.get(1).equals("before") ->
              instant(w.get(2), teller);
          default -> throw Commands.usage(CANCEL, teller);
        };
    var cancel = stack.cancel();
    var leads = new AtomicLong();
    var mails = new AtomicLong();
    var met =
        new Undertaking(
                String.join(
                    "#", "cancel", journey, String.join(" ", words.subList(1, words.size()))),
                stack.inJourney(journey),
                stack.clock(),
                lead -> {
                  var cancelled = cancel.cancel(lead, journey, before);
                  leads.addAndGet(cancelled.ended() ? 1 : 0);
                  mails.addAndGet(cancelled.mails());
                })
            .run(teller);
    if (met == 0) {
      var names = stack.journeys();
      throw teller.refusal(
          "nobody is or was in a journey %s; do you mean %s?",
          "没有人在旅程 %s 中，也没有人到过；是不是 %s？",
          journey,
          names.isEmpty() ? "?" : Nearest.to(journey, names));
    }
    teller.say(
        "%s: %d leads were taken out, %d mails will not be sent",
        "%s：%d 人已退出，%d 封邮件不再发送", journey, leads.get(), mails.get());
  }

  private static Instant instant(String word, Teller teller) {
    try {
      return Instant.parse(word);
    } catch (DateTimeParseException e) {
      throw teller.refusal(
          "%s is no instant such as 2026-11-30T09:00:00Z",
          "%s 不是 2026-11-30T09:00:00Z 这样的时刻", word);
    }
  }

  private void settle(List<String> words, Teller teller) {
    switch (words) {
      case List<String> w when w.isEmpty() -> {
        var unknown = stack.ledger().unknown();
        unknown.forEach(m -> teller.say("%s %s  %s", "%s %s  %s", m.lead(), m.sendId(), m.at()));
        teller.say("%d mails of unknown fate", "共 %d 封结果不明的邮件", unknown.size());
      }
      case List<String> w when w.size() == 1 && w.getFirst().startsWith("sent=") -> {
        var file = w.getFirst().substring("sent=".length());
        var sent = LogLines.of(file, lines -> SentMails.in(lines).toList(), teller);
        settle(
            sent.stream().map(Entry::sendId).collect(Collectors.toSet())::contains, true, teller);
      }
      case List<String> w when w.size() == 2 && w.getFirst().equals("all") ->
          settle(_ -> true, wasSent(w.get(1), teller), teller);
      case List<String> w when w.size() == 3 -> settleOne(w, wasSent(w.get(2), teller), teller);
      default -> throw Commands.usage(SETTLE, teller);
    }
  }

  private static boolean wasSent(String word, Teller teller) {
    return switch (word) {
      case "sent" -> true;
      case "not-sent" -> false;
      default -> throw Commands.usage(SETTLE, teller);
    };
  }

  private void settle(Predicate<String> which, boolean wasSent, Teller teller) {
    var settle = stack.settle();
    var mails = stack.ledger().unknown().stream().filter(m -> which.test(m.sendId())).toList();
    mails.forEach(mail -> settle.settle(mail.lead(), mail.sendId(), wasSent));
    teller.say("%d mails were settled", "已确认 %d 封邮件", mails.size());
  }

  private void settleOne(List<String> words, boolean wasSent, Teller teller) {
    var settled =
        stack
            .settle()
            .settle(words.get(0), words.get(1), wasSent)
            .orElseThrow(() ->
                teller.refusal(
                    "lead %s has no mail %s", "线索 %s 没有邮件 %s", words.get(0), words.get(1)));
    teller.say("the ledger says %s", "台账记录为 %s", said(settled));
  }

  private static String said(Entry entry) {
    return entry.state() == State.SENT ? "SENT" : entry.state() + " " + entry.reason();
  }

  private static void none(String usage, List<String> words, Teller teller) {
    if (!words.isEmpty()) {
      throw Commands.usage(usage, teller);
    }
  }
}
