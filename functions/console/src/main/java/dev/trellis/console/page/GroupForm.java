package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.GroupSheet;
import dev.trellis.core.playbook.Audiences.Of;
import dev.trellis.core.playbook.Playbook;

/** The form in which somebody says who belongs to a group. */
public final class GroupForm {

  private final Playbook playbook;
  private final Words words;
  private final Names names;

  public GroupForm(Playbook playbook, Words words) {
    this.playbook = playbook;
    this.words = words;
    this.names = new Names(playbook, words);
  }

  /** What is shown to whoever sent one that is not taken: as it was typed, and why. */
  public String refused(GroupSheet typed, List<String> why) {
    return Html.titled(
        words,
        words.say("group.refused"),
        "<div role=\"alert\"><p>"
            + say("group.problems-about")
            + "</p><div lang=\"en\">"
            + Html.list(why.stream().map(Html::escape).toList())
            + "</div></div>"
            + html(typed));
  }

  /** The form as a page of its own. */
  public String page(GroupSheet typed) {
    return Html.titled(words, words.say("group.new"), html(typed));
  }

  public String html(GroupSheet typed) {
    var rows = new StringBuilder();
    for (int row = 0; row < GroupSheet.ROWS; row++) {
      rows.append(row(typed, row));
    }
    return words.form(
        "/audiences",
        "sheet",
        input(typed, "id", "group.id")
            + input(typed, "zh", "group.name-zh")
            + input(typed, "en", "group.name-en")
            + "<p>"
            + say("group.of")
            + "<br>"
            + select(typed, "of", "", named("group.of.", Stream.of(Of.values())))
            + "</p><fieldset><legend>"
            + say("group.all")
            + "</legend>"
            + rows
            + "</fieldset><details%s><summary>".formatted(typed.of("who").isEmpty() ? "" : " open")
            + say("group.words")
            + "</summary><textarea name=\"who\" aria-label=\"%s\" rows=\"6\">%s</textarea></details>"
                .formatted(say("group.words"), Html.escape(typed.of("who")))
            + "<button class=\"main\">"
            + say("group.save")
            + "</button>");
  }

  private String row(GroupSheet typed, int row) {
    var fields = new TreeMap<String, String>();
    playbook.fields().byId().keySet().forEach(field -> fields.put(field, names.field(field)));
    fields.put("tag", say("page/tags"));
    fields.put("stage", say("stage"));
    fields.put("heat", say("heat"));
    fields.put("", "");
    return "<div class=\"bar\">"
        + select(typed, "field", row, fields)
        + select(typed, "asks", row, named("group.asks.", Stream.of(GroupSheet.Asks.values())))
        + "<input name=\"value%d\" value=\"%s\" aria-label=\"%s\">"
            .formatted(row, Html.escape(typed.of("value" + row)), say("fact.value"))
        + "</div>";
  }

  private Map<String, String> named(String prefix, Stream<? extends Enum<?>> words) {
    var named = new LinkedHashMap<String, String>();
    words.forEach(word -> named.put(word.name(), say(prefix + word.name())));
    return named;
  }

  private String input(GroupSheet typed, String name, String label) {
    return "<p><label for=\"%s\">%s</label><br><input id=\"%s\" name=\"%s\" value=\"%s\" required></p>"
        .formatted(name, say(label), name, name, Html.escape(typed.of(name)));
  }

  // Values by what they are called, which is HTML already.
  private String select(GroupSheet typed, String name, Object row, Map<String, String> options) {
    return "<select name=\"%s\" aria-label=\"%s\">%s</select>"
        .formatted(
            name + row,
            say("group." + name),
            Html.each(
                options.entrySet(),
                option ->
                    "<option value=\"%s\"%s>%s</option>"
                        .formatted(
                            Html.escape(option.getKey()),
                            option.getKey().equals(typed.of(name + row)) ? " selected" : "",
                            option.getValue())));
  }

  private String say(String key) {
    return Html.escape(words.say(key));
  }
}
