package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.LeadFolder;
import dev.trellis.console.view.LeadLog;
import dev.trellis.console.view.LeadsView;
import dev.trellis.console.view.Undoing;
import dev.trellis.console.visit.Role;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.MachineVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.port.LeadFile;
import dev.trellis.core.port.Listing;

/**
 * What happened to a lead, newest first and fifty at a time; what machines or other browsers did is
 * marked as such.
 */
public final class LeadTimeline {

  /** All there are, in the order of their names. */
  private static final SortedSet<String> KINDS =
      Stream.of(Happening.class.getPermittedSubclasses())
          .map(Class::getSimpleName)
          .collect(Collectors.toCollection(TreeSet::new));

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
    var isNear = lead.log().reversed().stream().limit(LeadsView.PAGE).anyMatch(event::equals);
    return Html.link(
        (isNear ? "" : words.to(path(lead) + "?from=" + Listing.at(LeadFile.place(event))))
            + "#"
            + event.id(),
        words.name("event", event.kind()));
  }

  /** The newest. */
  String html() {
    var log = lead.log().reversed();
    var page = log.subList(0, Math.min(LeadsView.PAGE, log.size()));
    return list(page)
        + (page.size() == log.size() && lead.isWhole()
            ? ""
            : onwards(Listing.after(LeadFile.place(page.getLast())), "", "lead.earlier"));
  }

  /** A page of its own. */
  public String page(LeadLog log) {
    var title = new LeadHead(lead, words, names).title();
    return Html.framed(
        words,
        title,
        "<h1>"
            + words.link("/leads/" + lead.id(), title)
            + "</h1>"
            + Html.section(
                words.say("lead.timeline"),
                kinds(log.kind()) + list(log.page().entries()) + onwards(log)));
  }

  private String list(List<LeadEvent> log) {
    return log.isEmpty()
        ? "<p>" + words.say("lead.no-events") + "</p>"
        : "<ul class=\"timeline\">" + Html.each(log, this::line) + "</ul>";
  }

  private String onwards(LeadLog log) {
    var page = log.page();
    if (log.kind().isEmpty()) {
      return page.next() == null ? "" : onwards(page.next(), "", "lead.earlier");
    }
    return "<p>"
        + Html.small(words.say("lead.looked", page.looked()))
        + "</p>"
        + (page.next() == null
            ? ""
            : onwards(page.next(), "&kind=" + Html.parameter(log.kind()), "leads.go-on"));
  }

  private String onwards(String from, String kind, String text) {
    return "<p>" + words.link(path(lead) + "?from=" + from + kind, words.say(text)) + "</p>";
  }

  private String kinds(String chosen) {
    return """
    <form class="bar" action="%s"><select name="kind" aria-label="%s"><option value="">%s</option>%s\
    </select><button>%s</button></form>
    """
        .formatted(
            Html.escape(words.to(path(lead))),
            Html.escape(words.say("lead.kind")),
            Html.escape(words.say("lead.all-kinds")),
            Html.each(
                KINDS,
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
