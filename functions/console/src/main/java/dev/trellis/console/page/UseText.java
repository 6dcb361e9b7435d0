package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.policy.PlaybookView;
import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Scenarios.Scenario;
import java.util.Collection;

/** What uses something of a playbook, such as {@code journey:high-value}, for people. */
final class UseText {

  private final Playbook playbook;
  private final Words words;
  private final Names names;

  UseText(Playbook playbook, Words words) {
    this.playbook = playbook;
    this.words = words;
    this.names = new Names(playbook, words);
  }

  String all(Collection<String> uses) {
    return words.joined(uses.stream().map(this::of).toList());
  }

  String of(String use) {
    int colon = use.indexOf(':');
    if (colon < 0) {
      return Html.escape(words.name("use", use));
    }
    var kind = use.substring(0, colon);
    var id = use.substring(colon + 1);
    return Html.escape(words.name("use", kind)) + words.of("：", ": ") + linked(kind, id);
  }

  /** A link to the page of a thing, if it has one. */
  String linked(String kind, String id) {
    return PlaybookView.KINDS.contains(kind)
        ? "<a href=\"%s\">%s</a>"
            .formatted(
                Html.escape(words.to(PlaybookPages.PATH + "/" + kind + "/" + id)), name(kind, id))
        : name(kind, id);
  }

  /** What it is called, as HTML. */
  String name(String kind, String id) {
    return switch (kind) {
      case "journey", "letter" -> names.journey(id);
      case "pool" -> names.pool(id);
      case "stage" -> names.stage(id);
      case "content" -> names.content(id);
      case "form" -> names.form(id);
      case "cta" -> names.cta(id);
      case "event" -> names.occasion(id);
      case "mail" -> Html.escape(playbook.mails().get(id).subject().in(words.language()));
      case "audience" ->
          playbook
              .audiences()
              .find(id)
              .map(Audience::name)
              .map(name -> Html.escape(name.in(words.language())))
              .orElseGet(() -> Html.code(id));
      case "scenario" ->
          playbook.scenarios().all().stream()
              .filter(s -> s.id().equals(id))
              .map(Scenario::name)
              .map(name -> Html.escape(name.in(words.language())))
              .findFirst()
              .orElseGet(() -> Html.code(id));
      default -> Html.code(id);
    };
  }
}
