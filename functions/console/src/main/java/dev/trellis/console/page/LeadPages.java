package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.AudienceView;
import dev.trellis.console.view.Choices;
import dev.trellis.console.view.GroupSheet;
import dev.trellis.console.view.LeadList;
import dev.trellis.console.view.LeadSearch;
import dev.trellis.console.visit.Role;
import dev.trellis.core.event.Channel;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Scoring;

/** Leads in short, for people. */
public final class LeadPages {

  private final Playbook playbook;
  private final Words words;
  private final Names names;
  private final Choices choices;
  private final SequencedMap<String, String> groups;

  public LeadPages(Playbook playbook, Words words) {
    this(playbook, List.of(), words);
  }

  /**
   * @param groups that a list may be asked for
   */
  public LeadPages(Playbook playbook, List<AudienceView.Summary> groups, Words words) {
    this.groups = new LinkedHashMap<>();
    groups.forEach(
        group -> this.groups.put(group.id(), Html.escape(group.name().get(words.language()))));
    this.playbook = playbook;
    this.words = words;
    this.names = new Names(playbook, words);
    this.choices = new Choices(playbook);
  }

  private static final List<String> TOUCHES =
      List.of("7", "30", "90", "over-30", "over-90", "over-180");

  /** A page of the list, with what it may be asked for. */
  public String html(LeadList list) {
    return words.page(
        "/leads", form(list) + looked(list) + chosen(list) + onwards(list) + order(list));
  }

  /** Whom sales returned for a reason that the playbook does not know. */
  public String returned(LeadList list) {
    var about = words.say("returns.about", names.pool(playbook.otherReturns()));
    return words.page("/returns", "<p>" + about + "</p>" + list(list) + onwards(list));
  }

  // Those that are chosen are given an owner together.
  private String chosen(LeadList list) {
    return list.cards().isEmpty() || !words.may(Role.MARKETER)
        ? list(list)
        : words.form(
            "/leads/owner",
            "chosen",
            Html.hidden("shown", shown(list))
                + "<p class=\"bar\"><label><input type=\"checkbox\" name=\"all\" value=\"yes\"> %s</label><input name=\"owner\" required maxlength=\"200\" aria-label=\"%s\" placeholder=\"%s\"><button>%s</button>%s</p>"
                    .formatted(
                        Html.escape(words.say("leads.all", list.cards().size())),
                        Html.escape(words.say("owner")),
                        Html.escape(words.say("owner")),
                        Html.escape(words.say("leads.assign")),
                        words.link(list.csv(), words.say("leads.csv")))
                + list(list, this::box));
  }

  // Whom somebody sees is whom they mean by all.
  private static String shown(LeadList list) {
    return list.cards().stream().map(Card::lead).collect(Collectors.joining(","));
  }

  private String box(Card card) {
    return "<input type=\"checkbox\" name=\"lead\" value=\"%s\" aria-label=\"%s\">"
        .formatted(Html.escape(card.lead()), Html.escape(words.say("leads.choose", name(card))));
  }

  /** Leads in short, in the order in which they come. */
  public String list(LeadList list) {
    return list(list, _ -> "");
  }

  private String list(LeadList list, Function<Card, String> box) {
    var table =
        words.table("", "lead", "lead.where", "heat", "lead.score", "owner", "lead.last-touch");
    list.cards()
        .forEach(card ->
            table.row(
                box.apply(card),
                who(card),
                names.pool(card.pool()) + below(names.stage(card.stage())),
                "<span class=\"chip %s\">%s</span>"
                    .formatted(card.heat(), words.say("heat." + card.heat())),
                card.score(),
                Html.escape(card.owner()),
                touch(card)));
    return table.orElse(words.say(list.asked().isEmpty() ? "leads.none" : "leads.none-such"));
  }

  private String who(Card card) {
    var about =
        Stream.of(card.title(), card.company())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    return words.link("/leads/" + card.lead(), name(card)) + below(Html.escape(about));
  }

  private String name(Card card) {
    return Stream.of(card.name(), card.email())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(words.say("lead.nameless"));
  }

  // Whoever came with a file has done nothing yet.
  private String touch(Card card) {
    var last =
        card.lastTouch() == null
            ? Html.small(words.say("lead.untouched"))
            : "<time>" + card.lastTouch() + "</time>";
    return card.source() == null ? last : last + below(source(card.source()));
  }

  private String source(String source) {
    var code = playbook.codes().get(source);
    return code != null
        ? names.occasion(code.event())
        : playbook.occasions().containsKey(source)
            ? names.occasion(source)
            : Html.escape(words.name("channel", source));
  }

  private static String below(String html) {
    return html.isEmpty() ? "" : "<br><small>" + html + "</small>";
  }

  private String form(LeadList list) {
    return "<form role=\"search\" action=\""
        + words.to("/leads")
        + "\" class=\"bar\">"
        + "<input type=\"search\" name=\"q\" value=\"%s\" aria-label=\"%s\" placeholder=\"%s\">"
            .formatted(
                Html.escape(list.asked("q") + list.asked("company")),
                Html.escape(words.say("leads.find")),
                Html.escape(words.say("leads.find-by")))
        + choice(list, "pool", playbook.poolPaths(), names::pool)
        + choice(list, "stage", choices.stages(), names::stage)
        + choice(list, "group", List.copyOf(groups.keySet()), groups::get)
        + choice(list, "heat", choices.heats(), heat -> words.say("heat." + heat))
        + (playbook.scoring().grades().isEmpty()
            ? ""
            : choice(list, "grade", Scoring.Grades.ALL, Html::escape))
        + choice(list, "tag", choices.tags(), names::tag)
        + choice(list, "touch", TOUCHES, this::touched)
        + choice(list, "callback", List.of(LeadSearch.DUE), due -> words.say("callback." + due))
        + choice(list, "source", sources(list), this::source)
        + choice(list, "order", List.of(LeadSearch.OLDEST), order -> words.say("order." + order))
        + "<input name=\"owner\" value=\"%s\" aria-label=\"%s\" placeholder=\"%s\">"
            .formatted(
                Html.escape(list.asked("owner")),
                Html.escape(words.say("owner")),
                Html.escape(words.say("owner")))
        + "<button>"
        + Html.escape(words.say("leads.find"))
        + "</button></form>";
  }

  private List<String> sources(LeadList list) {
    var all = new TreeSet<>(playbook.codes().keySet());
    all.addAll(playbook.occasions().keySet());
    Stream.of(list.asked("source")).filter(given -> !given.isEmpty()).forEach(all::add);
    Stream.of(Channel.values()).map(Channel::name).forEach(all::add);
    return List.copyOf(all);
  }

  private String touched(String days) {
    return Html.escape(
        words.say(
            days.startsWith("over-") ? "leads.touch-over" : "leads.touch-within",
            days.replaceAll("\\D", "")));
  }

  private String choice(
      LeadList list, String name, List<String> values, Function<String, String> text) {
    return "<select name=\"%s\" aria-label=\"%s\"><option value=\"\">%s</option>%s</select>"
        .formatted(
            name,
            Html.escape(words.say(name)),
            Html.escape(words.say(name)),
            Html.each(
                values,
                value ->
                    "<option value=\"%s\"%s>%s</option>"
                        .formatted(
                            Html.escape(value),
                            value.equals(list.asked(name)) ? " selected" : "",
                            text.apply(value))));
  }

  private String looked(LeadList list) {
    return list.isFiltered()
        ? "<p>"
            + Html.small(words.say("leads.looked", list.page().looked(), list.cards().size()))
            + saved(list)
            + "</p>"
        : "";
  }

  // A group finds those of all leads, and keeps finding them.
  private String saved(LeadList list) {
    if (!words.may(Role.MARKETER)
        || GroupSheet.of(list.asked(), playbook.scoring().grades()).typed().isEmpty()) {
      return "";
    }
    var unasked =
        GroupSheet.unasked(list.asked()).stream()
            .map(name -> words.say(name.equals("q") ? "leads.find" : name))
            .collect(Collectors.joining(words.of("、", ", ")));
    return " "
        + words.link(list.asGroup(), words.say("leads.as-group"))
        + (unasked.isEmpty() ? "" : " " + Html.small(words.say("leads.not-in-group", unasked)));
  }

  private String onwards(LeadList list) {
    return list.next()
        .map(next ->
            "<p>"
                + words.link(next, words.say(list.isFiltered() ? "leads.go-on" : "leads.next"))
                + "</p>")
        .orElse("");
  }

  private String order(LeadList list) {
    return list.cards().isEmpty()
        ? ""
        : "<p>" + Html.small(words.say("leads.days", words.zone())) + "</p>";
  }
}
