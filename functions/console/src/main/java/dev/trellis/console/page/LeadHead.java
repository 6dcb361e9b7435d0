package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.LeadFolder;
import dev.trellis.console.view.Thousandths;
import dev.trellis.console.visit.Role;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.lifecycle.PlacementText;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.portrait.MailboxState;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Touch;

/** The first lines about a lead: who it is, where it stands and why, and what comes next. */
final class LeadHead {

  private final LeadFolder lead;
  private final Portrait portrait;
  private final Words words;
  private final Names names;
  private final PlacementText texts;

  LeadHead(LeadFolder lead, Words words, Names names) {
    this.lead = lead;
    this.portrait = lead.portrait();
    this.words = words;
    this.names = names;
    this.texts = new PlacementText(portrait.playbook(), words.language());
  }

  /** The person's name, or whatever else we have of it. */
  String title() {
    return portrait
        .profile()
        .value(Field.NAME)
        .or(portrait::email)
        .or(() -> portrait.profile().value(Field.MOBILE))
        .orElseGet(() -> words.say("lead.nameless"));
  }

  /** Who it is, in two lines. */
  String html() {
    return "<div class=\"head\"><h1>"
        + Html.escape(title())
        + "</h1>"
        + chip(portrait.heat().level().word(), words.name("heat", portrait.heat().level().word()))
        + place(p -> chip("on", names.stage(p.placement().stage())))
        + place(p -> chip("", names.pool(p.placement().pool())))
        + "</div><p class=\"soft\">"
        + Stream.of(
                Stream.of(Field.TITLE, Field.COMPANY)
                    .flatMap(f -> portrait.profile().value(f).stream())
                    .map(Html::escape),
                portrait.playbook().audiences().owner(portrait.profile()).stream()
                    .map(owner -> Html.escape(words.say("lead.owner", owner))))
            .flatMap(Function.identity())
            .collect(Collectors.joining(" · "))
        + "</p>";
  }

  private static String chip(String kind, String html) {
    return html.isEmpty() ? "" : "<span class=\"chip %s\">%s</span>".formatted(kind, html);
  }

  /** Why it stands there, and what is missing for more. */
  String why() {
    return "<dl>"
        + Html.entry(words.say("lead.because"), place(this::because))
        + Html.entry(words.say("lead.missing"), place(this::missing))
        + "</dl>";
  }

  /** What comes next. */
  String next() {
    return "<dl>"
        + Html.entry(words.say("lead.next"), lead.nextDue().map(this::next).orElse(""))
        + portrait
            .profile()
            .callback()
            .map(back -> Html.entry(words.say("call.callback"), Html.time(words, back.at())))
            .orElse("")
        + Html.entry(
            words.say("lead.mailbox"),
            MailboxState.of(portrait).map(this::mailbox).orElse("") + unsubscribed())
        + "</dl>";
  }

  /** Where the person came from. */
  String first() {
    return portrait.profile().first().map(this::touch).orElse(Html.NONE);
  }

  private String unsubscribed() {
    return portrait
        .profile()
        .value(Field.SUBSCRIPTION)
        .filter("no"::equals)
        .map(_ -> " " + Html.mark(words.reason("unsubscribed")))
        .orElse("");
  }

  private String mailbox(MailboxState mailbox) {
    var address = Html.escape(mailbox.address());
    return mailbox
        .closedBy()
        .map(words::reason)
        .map(reason -> address + " · " + Html.escape(words.say("lead.mailbox.closed", reason)))
        .map(closed ->
            closed
                + mailbox
                    .other()
                    .map(other -> " · " + Html.escape(words.say("lead.mailbox.other", other)))
                    .orElse(""))
        .orElse(address);
  }

  private String place(Function<Position, String> what) {
    return lead.position().map(what).orElse("");
  }

  private String because(Position position) {
    return said(texts.because(position.placement().because()));
  }

  private String missing(Position position) {
    var missing = position.placement().missingForMql();
    return missing.isEmpty() ? words.say("lead.nothing-missing") : said(texts.missing(missing));
  }

  private static String said(List<String> sentences) {
    return Html.list(sentences.stream().map(Names::headline).map(Html::escape).toList());
  }

  /** How warm it is, in numbers. */
  String score() {
    var heat = portrait.heat();
    return "<p><span class=\"big\">%s</span> / 100 · %s<br>%s</p>"
        .formatted(
            Thousandths.text(portrait.total().points()),
            words.name("heat", heat.level().word()),
            Html.small(
                words.say(
                    "lead.heat-why",
                    heat.contentTags(),
                    Thousandths.text(heat.activity()),
                    heat.keys())));
  }

  private String touch(Touch touch) {
    var told = new ArrayList<String>();
    told.add(
        Html.time(words, touch.at())
            + " · "
            + words.name("channel", touch.channel())
            + " · "
            + words.name("event", touch.kind()));
    told.addAll(new OriginText(words, names).of(touch.origin()));
    return String.join("<br>", told);
  }

  private String next(Enrollment enrollment) {
    return Html.time(words, enrollment.dueAt())
        + " · "
        + names.journey(enrollment.journey())
        + " · "
        + new StepText(portrait.playbook(), words, names).of(enrollment);
  }

  /** What it is called by machines, and whom it absorbed. */
  String more() {
    var path = "/leads/" + portrait.lead();
    return "<p class=\"soft\">"
        + Html.code(portrait.lead())
        + " · "
        + words.link(path + "/score", words.say("lead.score-json"))
        + "</p>"
        + Html.each(lead.absorbed(), absorbed -> absorbed(path, absorbed));
  }

  private String absorbed(String path, String absorbed) {
    return "<p class=\"soft\">"
        + words.say("lead.absorbed")
        + " "
        + Html.code(absorbed)
        + (words.may(Role.SALES)
            ? " " + words.button(path + "/split", words.say("act.split"), "absorbed", absorbed)
            : "")
        + "</p>";
  }
}
