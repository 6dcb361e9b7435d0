package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Table;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.LeadFolder;
import dev.trellis.console.visit.Role;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.ConditionText;
import dev.trellis.core.journey.Enrolling;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.lifecycle.GroupStay;
import dev.trellis.core.lifecycle.Membership;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.PlacementText;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.port.MailLedger;

/** What we did with a lead: journeys, mails, hand-offs, and the moves from pool to pool. */
final class LeadWays {

  /** So many of each are shown, the newest. */
  private static final int MOST = 50;

  private final LeadFolder lead;
  private final Words words;
  private final Names names;

  LeadWays(LeadFolder lead, Words words, Names names) {
    this.lead = lead;
    this.words = words;
    this.names = names;
  }

  String journeys() {
    var table =
        words.table(
            "journey",
            "journey.stands",
            "journey.last-sent",
            "mail.read",
            "journey.due",
            "journey.started",
            "");
    newest(lead.enrollments()).forEach(e -> journey(table, e));
    return table.orElse(words.say("lead.no-journeys")) + rest(lead.enrollments()) + putIn();
  }

  // Into any that nothing keeps the lead from.
  private String putIn() {
    var open =
        lead.portrait().playbook().journeys().values().stream()
            .filter(journey ->
                Enrolling.obstacle(journey, lead.portrait(), lead.position(), lead.enrollments())
                    .isEmpty())
            .map(Journey::id)
            .toList();
    return open.isEmpty() || !words.may(Role.SALES)
        ? ""
        : "<details><summary>%s</summary>%s</details>"
            .formatted(
                Html.escape(words.say("journey.put-in")),
                words.form(
                    way(open.getFirst(), "start"),
                    "",
                    "<p>"
                        + reason()
                        + "</p><p>"
                        + Html.each(
                            open,
                            id ->
                                "<button formaction=\"%s\">%s</button>"
                                    .formatted(
                                        Html.escape(words.to(way(id, "start"))), names.journey(id)))
                        + "</p>"));
  }

  private String way(String journey, String deed) {
    return "/leads/" + lead.id() + "/journeys/" + journey + "/" + deed;
  }

  private String reason() {
    var why = Html.escape(words.say("act.reason"));
    return "<input name=\"reason\" maxlength=\"200\" size=\"12\" aria-label=\"%s\" placeholder=\"%s\">"
        .formatted(why, why);
  }

  private void journey(Table table, Enrollment enrollment) {
    var sent =
        lead.mails().reversed().stream()
            .filter(m -> enrollment.journey().equals(m.journey()))
            .filter(m -> m.state() == MailLedger.State.SENT)
            .filter(m -> !m.at().isBefore(enrollment.startedAt()))
            .findFirst();
    table.row(
        names.journey(enrollment.journey()),
        new StepText(lead.portrait().playbook(), words, names).of(enrollment),
        sent.map(this::about).orElse(""),
        sent.map(this::read).orElse(""),
        Html.time(words, enrollment.dueAt()),
        Html.time(words, enrollment.startedAt()),
        enrollment.active() && words.may(Role.SALES) ? takeOut(enrollment.journey()) : "");
  }

  private String takeOut(String journey) {
    var button = "<button>" + Html.escape(words.say("journey.take-out")) + "</button>";
    return words.form(way(journey, "stop"), "", reason() + " " + button);
  }

  private String about(MailLedger.Entry mail) {
    return (mail.content() == null
            ? Html.escape(mail.subject() == null ? mail.mail() : mail.subject())
            : names.content(mail.content()))
        + " · "
        + Html.time(words, mail.at());
  }

  private String read(MailLedger.Entry mail) {
    return mail.content() == null ? "" : words.say(lead.isRead(mail) ? "yes" : "no");
  }

  String mails() {
    var whys = new WhyText(words, names);
    var table = words.table("at", "mail.subject", "content", "mail.state", "mail.read", "mail.why");
    lead.enrollments().reversed().forEach(e -> held(table, e));
    for (var mail : newest(lead.mails())) {
      table.row(
          Html.time(words, mail.at()),
          words.mail(mail.mail(), mail.subject() == null ? mail.mail() : mail.subject()),
          names.content(mail.content()),
          words.name("mail.state", mail.state())
              + (mail.reason() == null ? "" : " · " + Html.escape(words.reason(mail.reason()))),
          read(mail),
          whys.of(mail));
    }
    return table.orElse(words.say("mails.none")) + rest(lead.mails());
  }

  // What was promised waits in its journey, and not in the books, until somebody confirms.
  private void held(Table table, Enrollment enrollment) {
    var playbook = lead.portrait().playbook();
    new StepText(playbook, words, names)
        .sends(enrollment)
        .filter(send -> isDelivery(playbook.mails().get(send.mail())))
        .filter(_ -> lead.portrait().profile().permission().unconfirmed().isPresent())
        .ifPresent(send ->
            table.row(
                Html.time(words, enrollment.since()),
                words.mail(send.mail(), send.mail()),
                names.content(send.content() == null ? null : send.content().content()),
                words.name("mail.state", MailLedger.State.SKIPPED)
                    + " · "
                    + Html.escape(words.reason("consent pending")),
                "",
                ""));
  }

  private static boolean isDelivery(MailText mail) {
    return mail != null && mail.kind() == MailText.Kind.DELIVERY;
  }

  String handoffs() {
    var table = words.table("at", "handoff.state", "handoff.crm", "handoff.reason");
    for (var handoff : newest(lead.handoffs())) {
      table.row(
          Html.time(words, handoff.at()),
          words.name("handoff.state", handoff.state()),
          handoff.crmId() == null ? "" : Html.code(handoff.crmId()),
          Html.escape(handoff.reason()));
    }
    return table.orElse(words.say("lead.no-handoffs")) + rest(lead.handoffs());
  }

  String moves() {
    var table = words.table("at", "move.to", "lead.because");
    var changes =
        Stream.concat(
                lead.moves().stream().map(this::change),
                lead.stays().stream().flatMap(this::changes))
            .sorted(Comparator.comparing(Change::at))
            .toList();
    newest(changes)
        .forEach(
            change -> table.row(Html.time(words, change.at()), change.what(), change.because()));
    return table.orElse(words.say("lead.no-moves")) + rest(changes);
  }

  /** Of place or of groups, in HTML. */
  private record Change(Instant at, String what, String because) {}

  private Change change(Move move) {
    var texts = new PlacementText(lead.portrait().playbook(), words.language());
    return new Change(
        move.at(),
        (move.from() == null ? "" : names.pool(move.from()) + " → ") + names.pool(move.pool()),
        Html.list(texts.because(move.because()).stream().map(Html::escape).toList()));
  }

  private Stream<Change> changes(GroupStay stay) {
    var in = stay.membership();
    var joined = new Change(in.since(), group("group.joined", in), condition(in.because()));
    return Stream.concat(
        Stream.of(joined),
        stay.ended().stream()
            .map(end ->
                new Change(
                    end.at(),
                    group("group.left", in),
                    end.who() == null
                        ? Html.escape(words.say("group.ended"))
                        : Html.escape(words.say("group.not-met")) + condition(end.who()))));
  }

  private String group(String key, Membership in) {
    var known = lead.portrait().playbook().audiences().find(in.group());
    var name = known.map(group -> group.name().in(words.language())).orElse(in.group());
    return Html.escape(words.say(key, name));
  }

  private String condition(Condition condition) {
    var vocabulary = new PlaybookVocabulary(lead.portrait().playbook(), words.language());
    return Html.escape(new ConditionText(vocabulary).of(condition));
  }

  private static <T> List<T> newest(List<T> all) {
    return all.subList(Math.max(0, all.size() - MOST), all.size()).reversed();
  }

  private String rest(List<?> all) {
    return all.size() <= MOST
        ? ""
        : "<p class=\"soft\">" + Html.escape(words.say("lead.newest", MOST, all.size())) + "</p>";
  }
}
