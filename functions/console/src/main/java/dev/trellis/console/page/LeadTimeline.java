package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.LeadFolder;
import dev.trellis.console.view.Undoing;
import dev.trellis.console.visit.Role;
import dev.trellis.core.event.Happening.MachineVisited;
import dev.trellis.core.event.LeadEvent;

/** What happened to a lead, newest first; what machines or other browsers did is marked as such. */
final class LeadTimeline {

  private final LeadFolder lead;
  private final Words words;
  private final EventText text;
  private final Undoing undoing;

  LeadTimeline(LeadFolder lead, Words words, Names names) {
    this.lead = lead;
    this.words = words;
    this.text = new EventText(words, names);
    this.undoing = new Undoing(lead);
  }

  /** Where an event stands on the page. */
  static String anchor(String event) {
    return "#" + event;
  }

  public String html() {
    var log = lead.log().reversed();
    return log.isEmpty()
        ? "<p>" + words.say("lead.no-events") + "</p>"
        : "<ul class=\"timeline\">" + Html.each(log, this::line) + "</ul>";
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
