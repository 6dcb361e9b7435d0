package dev.trellis.core.lifecycle;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.ConditionText;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.playbook.Pool;
import dev.trellis.core.playbook.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says the reasons of a {@link Placement} as people say them, in one language (R61, R67). A reason
 * that the playbook no longer gives is left in the words it was written down in.
 */
public final class PlacementText {

  private static final Pattern REASON = Pattern.compile("(stage|pool) (\\S+): (.+)");
  private static final String EXCLUDED = "excluded: ";
  private static final String RETURNED = "returned by sales, ";
  private static final String DEMOTED = "demoted below ";
  private static final String RESTS = "rests there until ";

  private final PlaybookVocabulary vocabulary;
  private final ConditionText text;
  private final boolean chinese;
  private final Map<String, Condition> rules = new HashMap<>();
  private final Map<String, Condition> wishes = new HashMap<>();

  public PlacementText(Playbook playbook, String language) {
    this.vocabulary = new PlaybookVocabulary(playbook, language);
    this.text = new ConditionText(vocabulary);
    this.chinese = language.equals("zh");
    playbook.stages().forEach(s -> rules.put("stage " + s.id(), s.when()));
    rules(playbook.pools());
    playbook.stages().stream()
        .filter(s -> s.id().equals(Lifecycle.MQL))
        .map(Stage::when)
        .forEach(this::wishes);
  }

  private void rules(List<Pool> pools) {
    for (var pool : pools) {
      rules.put("pool " + pool.path(), pool.when());
      rules(pool.pools());
    }
  }

  private void wishes(Condition condition) {
    wishes.put(condition.toString(), condition);
    switch (condition) {
      case Condition.All(var parts) -> parts.forEach(this::wishes);
      case Condition.Any(var parts) -> parts.forEach(this::wishes);
      case Condition.Not(var part) -> wishes(part);
      case Condition.Leaf _ -> {}
    }
  }

  /** What {@link Placement#because} says. */
  public List<String> because(List<String> because) {
    return because.stream().map(this::reason).toList();
  }

  /** What {@link Placement#missingForMql} says. */
  public List<String> missing(List<String> missing) {
    return missing.stream().map(m -> said(wishes.get(m)).orElse(m)).toList();
  }

  private String reason(String reason) {
    if (reason.startsWith(EXCLUDED)) {
      return excluded(reason.substring(EXCLUDED.length()));
    }
    var parts = REASON.matcher(reason);
    if (!parts.matches()) {
      return reason;
    }
    var isStage = parts.group(1).equals("stage");
    var id = parts.group(2);
    var name = isStage ? vocabulary.stage(id) : vocabulary.pool(id);
    var why = why(parts.group(1) + " " + id, parts.group(3));
    return name.isEmpty() || why.isEmpty()
        ? reason
        : (isStage ? either("阶段「", "Stage “") : either("池「", "Pool “"))
            + name.get()
            + either("」：", "”: ")
            + why.get();
  }

  private String excluded(String rules) {
    var names =
        Stream.of(rules.split(", "))
            .map(rule -> vocabulary.word("excluded", rule))
            .collect(Collectors.joining(either("、", ", ")));
    return either("被规则排除：", "Excluded by the rule: ") + names;
  }

  private Optional<String> why(String place, String words) {
    if (words.startsWith(RETURNED)) {
      var reason = vocabulary.word("returned", words.substring(RETURNED.length()));
      return Optional.of(either("被销售退回，原因是", "returned by sales, reason: ") + reason);
    } else if (words.startsWith(DEMOTED)) {
      var pool = vocabulary.word("pool", words.substring(DEMOTED.length()));
      return Optional.of(either("从「", "demoted from “") + pool + either("」降级", "”"));
    } else if (words.startsWith(RESTS)) {
      return Optional.of(
          either("刚刚回来，在此停留至 ", "has just come back and rests there until ")
              + words.substring(RESTS.length()));
    } else if (words.equals("otherwise")) {
      return Optional.of(either("其余的人都在这里", "everyone else"));
    }
    return Optional.ofNullable(rules.get(place))
        .filter(rule -> rule.toString().equals(words))
        .flatMap(this::said);
  }

  private Optional<String> said(Condition condition) {
    return Optional.ofNullable(condition).map(text::of);
  }

  private String either(String zh, String en) {
    return chinese ? zh : en;
  }
}
