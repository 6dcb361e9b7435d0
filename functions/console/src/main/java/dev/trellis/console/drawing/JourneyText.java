package dev.trellis.console.drawing;

import module java.base;

import dev.trellis.core.condition.ConditionText;
import dev.trellis.core.playbook.Block;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Pause;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.text.Wording;

/** What people call the steps of a journey, in Chinese or English. */
final class JourneyText {

  private final Playbook playbook;
  private final PlaybookVocabulary words;
  private final boolean chinese;

  JourneyText(Playbook playbook, String language) {
    this.playbook = playbook;
    this.words = new PlaybookVocabulary(playbook, language);
    this.chinese = language.equals("zh");
  }

  String either(String zh, String en) {
    return chinese ? zh : en;
  }

  String in(Wording wording) {
    return wording.in(words.language());
  }

  String start(Journey journey) {
    var begins =
        switch (journey.trigger()) {
          case Trigger.Enters(String pool) -> either("进入", "Enters ") + pool(pool);
          case Trigger.Submits(String form) ->
              either("提交表单", "Submits ")
                  + quoted(playbook.form(form).map(f -> in(f.title())).orElse(form));
          case Trigger.CallsBack _ -> either("到了约定的回电时间", "The time to call again has come");
          case Trigger.Joins(String group) ->
              either("加入群组", "Joins the group ") + quoted(group(group));
          case Trigger.Letter letter ->
              either("群发给群组", "A letter to the group ") + quoted(group(letter.group()));
          case Trigger.Enrolled _ -> either("由另一段旅程转入", "Sent here by another journey");
        };
    if (journey.until() == null) {
      return begins;
    }
    return journey.trigger().equals(new Trigger.Enters(journey.until()))
        ? begins + either("；离开即结束", "; ends on leaving it")
        : begins + either("；离开", "; ends on leaving ") + pool(journey.until()) + either("即结束", "");
  }

  private String group(String id) {
    return playbook.audiences().find(id).map(a -> in(a.name())).orElse(id);
  }

  String end(Map<String, Long> ended) {
    var outcomes =
        new TreeMap<>(ended)
            .entrySet().stream()
                .map(e -> words.word("journey.", e.getKey()) + " " + e.getValue())
                .collect(Collectors.joining(either("，", ", ")));
    return outcomes.isEmpty() ? either("结束", "End") : either("结束：", "End: ") + outcomes;
  }

  String sent(long mails) {
    return either("已发 " + mails + " 封", mails + " sent");
  }

  String waiting(long people) {
    return either("● " + people + " 人在此", "● " + people + (people == 1 ? " person" : " people"));
  }

  String each(Block.Each each) {
    var names = each.values().stream().map(words::topic).toList();
    var count = names.size();
    var said =
        names.equals(each.values())
            ? either("重复 " + count + " 轮", count + " rounds")
            : either("依次对以下 " + count + " 项：", "For each of these " + count + " in turn: ")
                + String.join(either("、", ", "), names);
    return said
        + (each.needFirst() ? either("；本人的需求优先", "; their own need first") : "")
        + (each.skipRead() ? either("；跳过已读过的主题", "; without topics already read") : "");
  }

  /** A step of the first round. */
  String firstTimeOnly(String step) {
    return step + either("（仅第一轮之前）", " (first time only)");
  }

  /**
   * A step, or what its rounds have in common.
   *
   * @param variables that have another value in every round
   */
  String step(Block step, List<String> variables) {
    var round = new RoundWords(words, variables, either("本轮主题", "this round's topic"));
    var said = new ConditionText(round);
    return switch (step) {
      case Block.Wait wait -> pause(wait.pause(), said);
      case Block.When when -> either("是否：", "Is it so? ") + said.of(round.marked(when.condition()));
      case Block.AwaitRead read ->
          either(
              said.period(read.period()) + "内是否读了刚发的内容？",
              "Is what was sent last read within " + said.period(read.period()) + "?");
      case Block.Await await ->
          either("最多等待", "Wait up to ")
              + said.period(await.period())
              + either("，直到", " until ")
              + said.of(round.marked(await.condition()));
      case Block.Alert _ -> either("提醒销售", "Alert sales");
      case Block.Send send -> new SendText(this, playbook, round).of(send);
      case Block.Verdict _ -> either("判断热度", "How hot is the lead?");
      case Block.Enroll enroll ->
          either("转入旅程", "Go on with the journey ") + quoted(journey(enroll.journey(), round));
      case Block.Demote _ -> either("降到更低的池", "Demote to a lower pool");
      case Block.HandOff _ -> either("转交销售", "Hand over to sales");
      case Block.Each each -> each(each);
    };
  }

  private String pause(Pause pause, ConditionText said) {
    return switch (pause) {
      case Pause.For(Period period) -> either("等待", "Wait ") + said.period(period);
      case Pause.OfRound(Period period) ->
          either(
              "等到本轮开始后" + said.period(period),
              "Wait until " + said.period(period) + " after the round began");
      case Pause.Until(var days, var time) ->
          either("等到", "Wait until ")
              + days.stream()
                  .sorted()
                  .map(d -> d.getDisplayName(TextStyle.FULL, chinese ? Locale.CHINA : Locale.UK))
                  .collect(Collectors.joining(either("或", " or ")))
              + " "
              + time;
    };
  }

  String quoted(String text) {
    return either("「" + text + "」", "“" + text + "”");
  }

  private String pool(String path) {
    return quoted(words.pool(path).orElse(path));
  }

  private String journey(String id, RoundWords round) {
    if (round.isOfRound(id)) {
      return round.name();
    }
    var journey = playbook.journeys().get(id);
    return journey == null ? id : in(journey.name());
  }
}
