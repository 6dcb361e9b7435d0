package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.policy.PlaybookView;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.Code;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Pool;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The playbook for people, page by page: what each thing is, and where it is used. */
public final class PlaybookPages {

  public static final String PATH = "/playbook";

  private final Playbook playbook;
  private final Words words;
  private final Names names;
  private final UseText uses;

  public PlaybookPages(Playbook playbook, Words words) {
    this.playbook = playbook;
    this.words = words;
    this.names = new Names(playbook, words);
    this.uses = new UseText(playbook, words);
  }

  /** All of it in short. */
  public String html(PlaybookView.Contents contents) {
    var table = words.table("playbook.kind", "playbook.count");
    contents
        .things()
        .forEach((kind, count) ->
            table.row(words.link(PATH + "/" + kind, words.say("playbook." + kind)), count));
    table.row(
        words.link("/tags", words.say("page/tags")), (int) playbook.tagScheme().tags().count());
    return words.page(
        PATH,
        "<p>"
            + Html.escape(words.say("playbook.about", playbook.scoring().version()))
            + "</p>"
            + table.orElse("")
            + Html.section(words.say("playbook.files"), files(contents.files())));
  }

  /** The things of one kind. */
  public String html(PlaybookView.Kind all) {
    var table = words.table("playbook.thing", "playbook.says", "tag.used");
    for (var thing : all.things()) {
      table.row(
          uses.linked(all.kind(), thing.id()) + "<br>" + Html.code(thing.id()),
          about(all.kind(), thing.id()),
          uses.all(thing.usedBy()));
    }
    return Html.titled(
        words,
        words.say("playbook." + all.kind()),
        back() + table.orElse(words.say("playbook.none")));
  }

  /** One thing. */
  public String html(PlaybookView.Thing thing) {
    var usedBy = thing.usedBy().stream().map(uses::of).toList();
    return Html.framed(
        words,
        thing.id(),
        "<h1>"
            + uses.name(thing.kind(), thing.id())
            + "</h1><p>"
            + words.link(PATH + "/" + thing.kind(), words.say("playbook." + thing.kind()))
            + " · "
            + Html.code(thing.id())
            + "</p><p>"
            + about(thing.kind(), thing.id())
            + "</p><p>"
            + place(thing.kind(), thing.id())
            + "</p>"
            + Html.section(
                words.say("playbook.used"),
                usedBy.isEmpty()
                    ? "<p>" + Html.escape(words.say("playbook.unused")) + "</p>"
                    : Html.list(usedBy))
            + Html.section(words.say("playbook.files"), files(thing.files())));
  }

  /** A file as it was written. */
  public String html(PlaybookView.Written file) {
    return Html.titled(words, file.file(), back() + "<pre>" + Html.escape(file.text()) + "</pre>");
  }

  private String back() {
    return "<p>" + words.link(PATH, words.say("page" + PATH)) + "</p>";
  }

  private String files(List<String> files) {
    return Html.list(
        files.stream().map(file -> words.link(PATH + "/source/" + file, file)).toList());
  }

  /** What it says of itself, in a line. */
  private String about(String kind, String id) {
    return switch (kind) {
      case "content" -> playbook.content(id).map(this::content).orElse("");
      case "mail" -> words.name("mail.kind", playbook.mails().get(id).kind());
      case "journey", "letter" ->
          words.say("journey.version") + " " + playbook.journeys().get(id).version();
      case "form" ->
          playbook
              .form(id)
              .map(f -> words.say("playbook.questions", f.questions().size()))
              .orElse("");
      case "code" -> playbook.code(id).map(this::code).orElse("");
      case "cta" ->
          playbook
              .ctas()
              .find(id)
              .map(c ->
                  uses.of(
                      c.target().kind().name().toLowerCase(java.util.Locale.ROOT)
                          + ":"
                          + c.target().id()))
              .orElse("");
      case "pool" ->
          pools(playbook.pools())
              .filter(p -> p.path().equals(id))
              .map(p -> condition(p.when()))
              .findFirst()
              .orElse("");
      case "stage" ->
          playbook.stages().stream()
              .filter(s -> s.id().equals(id))
              .map(s -> condition(s.when()))
              .findFirst()
              .orElse("");
      case "audience" -> playbook.audiences().find(id).map(a -> condition(a.who())).orElse("");
      default -> "";
    };
  }

  // Among pools the last takes the rest.
  private String condition(Condition condition) {
    return condition.equals(Condition.always())
        ? Html.escape(words.say("computation.otherwise"))
        : names.condition(condition);
  }

  private static Stream<Pool> pools(List<Pool> pools) {
    return pools.stream().flatMap(p -> Stream.concat(Stream.of(p), pools(p.pools())));
  }

  private String content(Content content) {
    return Stream.concat(
            Stream.of(content.form(), content.type(), content.topic()).map(Html::code),
            content.tags().stream().map(names::tag))
        .collect(Collectors.joining(" "));
  }

  private String code(Code code) {
    return names.occasion(code.event())
        + " · "
        + Html.escape(code.placement())
        + (code.retired() ? " · " + Html.mark(words.say("playbook.retired")) : "");
  }

  /** Where it is seen at work. */
  private String place(String kind, String id) {
    return switch (kind) {
      case "mail" -> words.mail(id, words.say("playbook.preview"));
      case "letter" -> words.link("/letters/" + id, words.say("page/letters"));
      case "audience" -> words.link("/audiences/" + id, words.say("playbook.people"));
      case "pool" -> words.link("/leads?pool=" + Html.parameter(id), words.say("playbook.people"));
      case "stage" ->
          words.link("/leads?stage=" + Html.parameter(id), words.say("playbook.people"));
      default -> "";
    };
  }
}
