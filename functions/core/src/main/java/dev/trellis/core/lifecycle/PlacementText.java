package dev.trellis.core.lifecycle;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.ConditionText;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;

/** Says the reasons of a {@link Placement} as people say them, in one language (R61, R67). */
public final class PlacementText {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final PlaybookVocabulary vocabulary;
  private final ConditionText text;
  private final boolean chinese;
  private final ZoneId zone;

  public PlacementText(Playbook playbook, String language) {
    this.vocabulary = new PlaybookVocabulary(playbook, language);
    this.text = new ConditionText(vocabulary);
    this.chinese = language.equals("zh");
    this.zone = playbook.company().zone();
  }

  /** What {@link Placement#because} says. */
  public List<String> because(List<Reason> because) {
    return because.stream().map(this::said).toList();
  }

  /** What {@link Placement#missingForMql} says. */
  public List<String> missing(List<Condition> missing) {
    return missing.stream().map(text::of).toList();
  }

  private String said(Reason reason) {
    return switch (reason) {
      case Reason.ByStage(var stage, var when) ->
          either("阶段「", "Stage “") + vocabulary.word("stage", stage) + why(rule(when));
      case Reason.InPool(var pool, var when) -> inPool(pool, rule(when));
      case Reason.Returned(var pool, var why) ->
          inPool(
              pool,
              either("被销售退回，原因是", "returned by sales, reason: ")
                  + vocabulary.word("returned", why));
      case Reason.Demoted(var pool, var from) ->
          inPool(
              pool,
              either("从「", "demoted from “") + vocabulary.word("pool", from) + either("」降级", "”"));
      case Reason.Rests(var pool, var until) ->
          inPool(pool, either("刚刚回来，在此停留至 ", "has just come back and rests there until ") + until);
      case Reason.ByHand hand -> byHand(hand);
      case Reason.Excluded(var rules) ->
          rules.stream()
              .map(rule -> vocabulary.word("excluded", rule))
              .collect(
                  Collectors.joining(
                      either("、", ", "), either("被规则排除：", "Excluded by the rule: "), ""));
      case Reason.Worded(var words) -> words;
    };
  }

  private String byHand(Reason.ByHand hand) {
    var where =
        Stream.of(
                Optional.ofNullable(hand.stage())
                    .map(s -> either("阶段「", "stage “") + vocabulary.word("stage", s)),
                Optional.ofNullable(hand.pool())
                    .map(p -> either("池「", "pool “") + vocabulary.word("pool", p)))
            .flatMap(Optional::stream)
            .map(named -> named + either("」", "”"))
            .collect(Collectors.joining(either("、", " and ")));
    var until = MINUTES.format(hand.until().atZone(zone));
    return chinese
        ? hand.actor() + " 手工移入" + where + "，有效至 " + until
        : "Put into " + where + " by " + hand.actor() + " until " + until;
  }

  private String inPool(String pool, String why) {
    return either("池「", "Pool “") + vocabulary.word("pool", pool) + why(why);
  }

  private String why(String why) {
    return either("」：", "”: ") + why;
  }

  private String rule(Condition when) {
    return when.equals(Condition.always()) ? either("其余的人都在这里", "everyone else") : text.of(when);
  }

  private String either(String zh, String en) {
    return chinese ? zh : en;
  }
}
