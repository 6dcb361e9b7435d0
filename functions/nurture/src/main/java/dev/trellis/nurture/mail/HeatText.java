package dev.trellis.nurture.mail;

import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.portrait.Evidence;
import dev.trellis.core.portrait.Portrait;
import java.util.List;
import java.util.stream.Collectors;

/** Says what a lead's heat was judged by, beside what makes hot, in one language (R98, R99). */
record HeatText(Portrait portrait, PlaybookVocabulary words) {

  /** Content tags, activity and key behaviours, these by name. */
  List<String> lines() {
    var heat = portrait.heat();
    var hot = portrait.playbook().scoring().heat().hot();
    return List.of(
        either("读过带标签的内容 ", "reads of tagged contents: ")
            + heat.contentTags()
            + either(" 次", "")
            + from(hot.contentTags()),
        either("活跃 ", "activity: ")
            + AlertValues.points(heat.activity())
            + either(" 分", "")
            + from(hot.activity()),
        either("关键行为 ", "key behaviours: ")
            + heat.keys()
            + either(" 项", "")
            + from(hot.keys())
            + shown());
  }

  private String from(int least) {
    return least == Integer.MAX_VALUE
        ? ""
        : either("（满 ", " (hot from ") + least + either(" 即热）", ")");
  }

  private String shown() {
    var names =
        portrait.keys().contributions().stream()
            .map(shown -> shown.evidence() instanceof Evidence.Series series ? series.key() : "")
            .filter(key -> !key.isEmpty())
            .map(key -> either("「", "“") + words.word("key", key) + either("」", "”"))
            .collect(Collectors.joining(either("、", ", ")));
    return names.isEmpty() ? "" : either("：", ": ") + names;
  }

  private String either(String zh, String en) {
    return words.language().equals("zh") ? zh : en;
  }
}
