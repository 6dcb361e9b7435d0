package dev.trellis.local.rehearsal;

import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** A rehearsal for people: who gets what when, which ways were taken, and what it would cost. */
final class Report {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK);

  private final Script script;
  private final Tally tally;
  private final Playbook playbook;
  private final ZoneId zone;
  private final StringBuilder text = new StringBuilder();

  Report(Script script, Tally tally, Playbook playbook) {
    this.script = script;
    this.tally = tally;
    this.playbook = playbook;
    this.zone = playbook.company().zone();
  }

  /** The whole report. */
  String text() {
    line(
        "Rehearsal of %s: %,d lead%s, %s. No mail left this machine.",
        script.journey(),
        script.leads(),
        script.leads() == 1 ? "" : "s",
        script.persona().map(Persona::toString).orElse("a mix of personas"));
    line(
        "From %s to %s, %d days.",
        at(tally.start()), at(tally.end()), Duration.between(tally.start(), tally.end()).toDays());
    calendar();
    oneLead();
    ways();
    mails();
    cost();
    return text.toString();
  }

  private void calendar() {
    line("%nCalendar: mails per day after the lead came in");
    tally
        .calendar(zone)
        .forEach((day, mails) -> {
          var date = tally.start().atZone(zone).plusDays(day).format(DAY);
          line("  day %3d  %-10s  %s", day, date, Tally.listed(mails));
        });
  }

  private void oneLead() {
    var first = tally.leads().getFirst();
    line("%nThe first lead%s", script.leads() == 1 ? "" : " of all");
    for (var mail : Tally.sent(first)) {
      line(
          "  %-22s  %-14s %s",
          at(mail.at()), mail.mail(), mail.content() == null ? "" : mail.content());
    }
  }

  private void ways() {
    line("%nWays");
    line("  contents of type    %s", Tally.listed(tally.sentBy(this::type)));
    line(
        "  after a mail        read in time %,d · not read in time %,d",
        tally.seen(Watch.READ), tally.seen(Watch.NOT_READ));
    line("  journeys ended      %s", Tally.listed(tally.seenLike(Watch.OUTCOME)));
  }

  private String type(Entry mail) {
    return Optional.ofNullable(mail.content())
        .flatMap(playbook::content)
        .map(Content::type)
        .orElse("none");
  }

  private void mails() {
    var days = tally.calendar(zone).values();
    var most =
        days.stream()
            .mapToLong(day -> day.values().stream().mapToLong(Long::longValue).sum())
            .max()
            .orElse(0);
    line("%nMails");
    line(
        "  due %,d = sent %,d + skipped %,d + pending %,d + unknown %,d",
        tally.due(),
        tally.in(State.SENT),
        tally.skipped(),
        tally.pending(),
        tally.in(State.UNKNOWN));
    line("  skipped             %s", Tally.listed(tally.reasons()));
    line(
        "  had to wait         for the end of quiet hours %,d · for the cap %,d",
        tally.seen(Watch.HELD_BY_HOUR), tally.seen(Watch.HELD_BY_CAP));
    line("  on %d days; %,d on the fullest", days.size(), most);
  }

  private void cost() {
    var bill = tally.bill();
    line("%nCost, about: %s. The prices are assumptions; see Prices.java", dollars(bill.total()));
    line("  SES       %,12d mails %37s", bill.mails(), dollars(bill.mailCost()));
    line("  Lambda    %,12d invocations %31s", bill.messages(), dollars(bill.functionCost()));
    line("  SQS       %,12d requests %34s", bill.queueRequests(), dollars(bill.queueCost()));
    line(
        "  DynamoDB  %,12d write units, %,12d read units %8s",
        bill.writeUnits(), bill.readUnits(), dollars(bill.tableCost()));
    line(
        "  schedules %,12d ticks, for any number of leads %12s",
        bill.ticks(), dollars(bill.tickCost()));
  }

  private static String dollars(double amount) {
    return "$%.4f".formatted(amount);
  }

  private String at(Instant instant) {
    return instant.atZone(zone).format(MOMENT);
  }

  private void line(String format, Object... values) {
    text.append(format.formatted(values)).append('\n');
  }
}
