package dev.trellis.checks.mail;

import module java.base;

import dev.trellis.aws.Environment;
import dev.trellis.aws.ses.PacedMailer;
import dev.trellis.aws.ses.SesClients;
import dev.trellis.aws.ses.SesMailer;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.journey.Why;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.Mailer;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.local.emulator.MailArchive;
import dev.trellis.local.emulator.SesEndpoint;
import dev.trellis.local.template.MailEvents;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryMailLedger;
import dev.trellis.memory.InMemoryQueue;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.memory.InMemoryTimers;
import dev.trellis.memory.InMemoryWaitingMails;
import dev.trellis.memory.StandingClock;
import dev.trellis.nurture.DispatchMail;
import dev.trellis.nurture.HeldUp;
import dev.trellis.nurture.Sending;
import dev.trellis.nurture.WakeMails;
import dev.trellis.nurture.mail.LetterWriter;
import dev.trellis.playbook.PlaybookReader;

/** Everything between a mail that is due and SES as it answers over HTTP, minute by minute. */
final class PostOffice implements AutoCloseable {

  private static final Instant START = Instant.parse("2026-10-26T01:00:00Z");
  private static final String SET = "Set";
  private static final KeyRing KEYS = KeyRing.of("only-for-tests-only-for-tests-32");
  private static final SuppressionKeys SUPPRESSIONS = new SuppressionKeys(KEYS);

  /** A message that failed so often is a dead letter. */
  private static final int TRIES = 5;

  final SesEndpoint ses;
  final MailArchive archive;
  final StandingClock clock = new StandingClock(START);
  final InMemoryTables tables = new InMemoryTables();
  final InMemoryWaitingMails line = new InMemoryWaitingMails(tables);
  final List<MailDue> deadLetters = new ArrayList<>();
  long wakes;
  private final InMemoryTimers timers = new InMemoryTimers(tables);
  private final InMemoryQueue<MailDue> queue = new InMemoryQueue<>();
  private final InMemoryLeadStore leads = new InMemoryLeadStore(tables);
  private final DispatchMail dispatch;

  private PostOffice(Path folder, Function<SesMailer, Mailer> pace) throws IOException {
    archive = new MailArchive(folder);
    ses =
        SesEndpoint.start(
            archive, clock, List.of(new MailEvents(SET, Set.of(), "feedback")), (_, _) -> {});
    var variables =
        Map.of(
            "AWS_REGION", "eu-central-1",
            "AWS_ENDPOINT_URL_SES", ses.url(),
            "AWS_ACCESS_KEY_ID", "test");
    var environment = Environment.where(variables, clock, Environment::current);
    var mailer = pace.apply(new SesMailer(SesClients.create(environment), SET, clock));
    dispatch =
        new DispatchMail(
            new InMemoryMailLedger(tables),
            PlaybookReader.read(Path.of("../../infra/playbook")),
            LetterWriter.ofEnvelopes(KEYS, SUPPRESSIONS, "https://go.trellis.example"),
            SUPPRESSIONS,
            new Sending(mailer, line, timers, clock, _ -> {}, _ -> {}),
            new InMemoryQueue<>(),
            timers,
            clock);
  }

  /** Sends as fast as it can, so that only SES and the line set the pace. */
  static PostOffice hurried(Path folder) throws IOException {
    return new PostOffice(folder, mailer -> mailer);
  }

  /** Sends as an instance of the dispatcher does. */
  static PostOffice paced(Path folder) throws IOException {
    return new PostOffice(folder, mailer -> PacedMailer.of(mailer, 1, 100));
  }

  /** So many people each ask for the slides. */
  List<MailDue> due(int many) {
    return IntStream.range(0, many).mapToObj(this::asks).toList();
  }

  private MailDue asks(int number) {
    var lead = "L%05d".formatted(number);
    var address = "person%d@example.cn".formatted(number);
    var answers = new TreeMap<>(Map.of("email", address, "name", "Lin Mei"));
    var identities = new TreeSet<>(List.of(Identity.parse("email:" + address)));
    var form = new FormSubmitted("summit-deck", answers, true, "en", null, false);
    var event = LeadEvent.of("event-" + number, START, Channel.WEB, identities, Origin.NONE, form);
    var unborn = LeadRecord.unborn(lead);
    var born = unborn.withProfile(unborn.profile().with(event));
    leads.append(new Append(event, born, List.of(), Map.of()));
    return new MailDue(
        "send-" + number,
        lead,
        "summit-deck",
        "1",
        "deck-delivery",
        "summit-deck",
        Why.parse("it was asked for"),
        null,
        START);
  }

  void dispatch(List<MailDue> mails) {
    mails.forEach(this::dispatch);
  }

  private void dispatch(MailDue due) {
    for (int tries = 1; tries <= TRIES; tries++) {
      try {
        dispatch.dispatch(due, tries > 1);
        return;
      } catch (RuntimeException e) {
        // it comes again
      }
    }
    deadLetters.add(due);
  }

  /** What the schedules and the dispatcher do in so many minutes. */
  void minutes(int many) {
    var wake = new WakeMails(line, timers, queue, clock);
    for (int i = 0; i < many; i++) {
      clock.forward(Duration.ofMinutes(1));
      HeldUp.tick(timers, _ -> {}, wake, clock).run();
      var woken = queue.take();
      wakes += woken.size();
      dispatch(woken);
    }
  }

  /** What the ledger says of these mails. */
  List<Entry> ledger(List<MailDue> mails) {
    return mails.stream()
        .flatMap(
            due -> tables.mails(due.lead()).stream().filter(e -> e.sendId().equals(due.sendId())))
        .toList();
  }

  @Override
  public void close() {
    ses.close();
  }
}
