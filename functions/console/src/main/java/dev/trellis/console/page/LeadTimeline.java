package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.LeadFolder;
import dev.trellis.console.view.Undoing;
import dev.trellis.console.visit.Role;
import dev.trellis.core.event.Happening.MachineVisited;
import dev.trellis.core.event.LeadEvent;

/**
 * What happened to a lead, newest first and fifty at a time; what machines or other browsers did is
 * marked as such.
 */
public final class LeadTimeline {

  private static final int PAGE = 50;

  private final LeadFolder lead;
  private final Words words;
  private final Names names;
  private final EventText text;
  private final Undoing undoing;

  public LeadTimeline(LeadFolder lead, Words words) {
    this(lead, words, new Names(lead.portrait().playbook(), words));
  }

  LeadTimeline(LeadFolder lead, Words words, Names names) {
    this.lead = lead;
    this.words = words;
    this.names = names;
    this.text = new EventText(words, names);
    this.undoing = new Undoing(lead);
  }

  /** A link from the lead's page to where an event stands. */
  static String link(LeadFolder lead, Words words, LeadEvent event) {
    var isNear = lead.log().reversed().stream().limit(PAGE).anyMatch(event::equals);
    var page = isNear ? "" : words.to(path(lead) + "?from=" + Html.parameter(event.id()));
    return Html.link(page + "#" + event.id(), words.name("event", event.kind()));
  }

  /** The newest. */
  String html() {
    return html(lead.log().reversed(), "");
  }

  /**
   * A page of its own.
   *
   * @param kind of events, or empty for all
   * @param from the event with which it begins, or empty for the newest
   */
  public String page(String kind, String from) {
    var log = lead.log().reversed();
    var shown =
        log.stream()
            .dropWhile(event -> !from.isEmpty() && !event.id().equals(from))
            .filter(event -> kind.isEmpty() || event.kind().equals(kind))
            .toList();
    var title = new LeadHead(lead, words, names).title();
    return Html.framed(
        words,
        title,
        "<h1>"
            + words.link("/leads/" + lead.id(), title)
            + "</h1>"
            + Html.section(words.say("lead.timeline"), kinds(kind) + html(shown, kind)));
  }

  private String html(List<LeadEvent> log, String kind) {
    if (log.isEmpty()) {
      return "<p>" + words.say("lead.no-events") + "</p>";
    }
    var page = log.subList(0, Math.min(PAGE, log.size()));
    return "<ul class=\"timeline\">" + Html.each(page, this::line) + "</ul>" + earlier(log, kind);
  }

  private String earlier(List<LeadEvent> log, String kind) {
    return log.size() <= PAGE
        ? ""
        : "<p>"
            + words.link(
                path(lead)
                    + "?from="
                    + Html.parameter(log.get(PAGE).id())
                    + (kind.isEmpty() ? "" : "&kind=" + Html.parameter(kind)),
                words.say("lead.earlier", log.size() - PAGE))
            + "</p>";
  }

  private String kinds(String chosen) {
    var kinds =
        lead.log().stream().map(LeadEvent::kind).collect(Collectors.toCollection(TreeSet::new));
    return """
    <form class="bar" action="%s"><select name="kind" aria-label="%s"><option value="">%s</option>%s\
    </select><button>%s</button></form>
    """
        .formatted(
            Html.escape(words.to(path(lead))),
            Html.escape(words.say("lead.kind")),
            Html.escape(words.say("lead.all-kinds")),
            Html.each(
                kinds,
                kind ->
                    "<option value=\"%s\"%s>%s</option>"
                        .formatted(
                            Html.escape(kind),
                            kind.equals(chosen) ? " selected" : "",
                            Html.escape(words.name("event", kind)))),
            Html.escape(words.say("audit.show")));
  }

  private static String path(LeadFolder lead) {
    return "/leads/" + lead.id() + "/timeline";
  }

  private String name(LeadEvent event) {
    return Html.escape(words.name("event", event.kind()));
  }

  private String person(LeadEvent event) {
    return name(event)
        + (event.standing().isOfOtherBrowser()
            ? " " + Html.mark(words.say("event.other-browser"))
            : "")
        + teller(event);
  }

  // Whoever has a partner's key may say what they like, unless the playbook believes them.
  private String teller(LeadEvent event) {
    var key = event.standing().teller();
    return key == null
        ? ""
        : " "
            + Html.code(key)
            + (event.standing().proof().isEmpty() ? " " + Html.mark(words.say("event.typed")) : "");
  }

  private String machine(LeadEvent event, String reason) {
    return (event.happening() instanceof MachineVisited ? "" : name(event) + " ")
        + Html.mark(words.say("event.machine"))
        + " "
        + Html.small(reason(reason));
  }

  // Such as within-two-seconds, or gateway:barracuda.
  private String reason(String reason) {
    var parts = reason.split(":", 2);
    return words.name("machine", parts[0]) + (parts.length == 2 ? " " + parts[1] : "");
  }

  private String line(LeadEvent event) {
    var machine = lead.portrait().told().machine(event);
    var detail = text.detail(event);
    return "<li id=\"%s\">%s<div>%s %s%s</div></li>"
        .formatted(
            Html.escape(event.id()),
            Html.time(words, event.occurredAt()),
            machine.map(reason -> machine(event, reason)).orElseGet(() -> person(event)),
            Html.small(words.name("channel", event.channel())),
            (detail.isEmpty() ? "" : "<br>" + detail) + undo(event));
  }

  private String undo(LeadEvent event) {
    return words.may(Role.SALES) && undoing.isOffered(event)
        ? " " + words.button("/leads/" + lead.id() + "/undo/" + event.id(), words.say("act.undo"))
        : "";
  }
}
