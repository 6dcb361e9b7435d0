package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.aws.dynamodb.DynamoDbEnrollmentStore;
import dev.trellis.aws.dynamodb.DynamoDbLeadStore;
import dev.trellis.aws.dynamodb.DynamoDbSuppressions;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Why;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Quarantine.Refused;
import dev.trellis.core.port.Suppressions.Reason;
import dev.trellis.core.port.Suppressions.Suppression;
import dev.trellis.core.port.WaitingMails.Waiting;
import dev.trellis.core.port.sweep.Sweeps.Progress;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.memory.StandingClock;
import dev.trellis.ops.Commands;
import dev.trellis.ops.Teller;
import dev.trellis.ops.aws.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;

/** What an operator says, done to tables and queues. */
class OperatorTest {

  private static final String OLD = "the key that somebody else has seen";
  private static final String NEW = "the key that takes its place from now on";

  private final Map<String, String> resources = new TreeMap<>();
  private final StandingClock clock = new StandingClock(Sample.NOON);
  @TempDir private Path folder;
  private final Stack stack;

  OperatorTest() {
    table("LeadsTable", "lead", "item");
    table("IdentitiesTable", "identity");
    table("TimersTable", "bucket", "timer");
    table("SuppressionsTable", "address");
    table("QuarantineTable", "message");
    table("AccountsTable", "account", "item");
    table("AuditTable", "day", "at");
    for (var queue : List.of("LeadEvents", "ProfileUpdates", "JourneySignals", "Mails")) {
      queue(queue + "Queue");
      queue(queue + "DeadLetters");
    }
    stack =
        new Stack(
            resources, Emulators.dynamoDb(), Emulators.sqs(), () -> KeyRing.of(NEW, OLD), clock);
  }

  private void table(String id, String... keys) {
    var name = id + Ids.random();
    TestTables.create(Emulators.dynamoDb(), name, keys);
    resources.put(id, name);
  }

  private void queue(String id) {
    var name = id + Ids.random();
    resources.put(id, Emulators.sqs().createQueue(q -> q.queueName(name)).queueUrl());
  }

  @Test
  void deadLettersComeBackStepByStepAndAreCounted() {
    var from = resources.get("MailsDeadLetters");
    for (int i = 0; i < 23; i++) {
      var body = "{\"letter\":" + i + "}";
      Emulators.sqs().sendMessage(send -> send.queueUrl(from).messageBody(body));
    }
    assertThat(said("redrive")).contains("23  mails", "0  lead-events");

    assertThat(said("redrive mails 3")).contains("about 23 dead letters", "3 back");
    assertThat(said("redrive")).contains("20  mails");
    assertThat(said("redrive mails")).contains("mails: 20 back in the queue");

    assertThat(received("MailsQueue")).hasSize(23).doesNotHaveDuplicates();
    assertThat(said("redrive")).contains("0  mails");
  }

  @Test
  void whatWasRefusedIsListedWithoutItsContentAndSentOnceMore() {
    var refused = Refused.now("{\"name\":\"李雷\"}", "unknown form", Sample.NOON);
    stack.quarantine().put(refused);
    stack.quarantine().put(Refused.now("{\"name\":\"韩梅梅\"}", "unknown form", Sample.NOON));
    assertThat(said("quarantine list"))
        .contains(refused.id() + "  " + Sample.NOON + "  unknown form", "2 messages")
        .doesNotContain("李雷");
    assertThat(said("quarantine show " + refused.id())).contains("李雷");

    said("quarantine replay " + refused.id());
    assertThat(received("LeadEventsQueue")).containsExactly(refused.body());
    said("quarantine replay all");
    assertThat(received("LeadEventsQueue")).containsExactly("{\"name\":\"韩梅梅\"}");
    assertThat(said("quarantine list")).contains("0 messages");
    refuses("quarantine replay " + refused.id(), "no refused message is called " + refused.id());
  }

  @Test
  void aMailOfUnknownFateIsFoundAndSettledEitherWay() {
    var lead = Sample.stored(leads(NEW)).lead();
    unknown(lead, "one");
    unknown(lead, "two");
    assertThat(said("settle")).contains(lead + " one", lead + " two", "2 mails");

    assertThat(said("settle " + lead + " one sent")).contains("SENT");
    assertThat(received("LeadEventsQueue"))
        .singleElement()
        .satisfies(event -> assertThat(event).contains("\"MailSent\"", "\"one\""));
    assertThat(said("settle " + lead + " two not-sent")).contains("WAITING not-sent");
    assertThat(said("sending")).contains("1 wait");
    assertThat(said("settle")).contains("0 mails");
    said("settle " + lead + " one not-sent");
    assertThat(stack.ledger().find(lead, "one").orElseThrow().state()).isEqualTo(State.SENT);
    refuses("settle " + lead + " three sent", "has no mail three");
    refuses("settle " + lead + " two perhaps", "say: settle");
  }

  @Test
  void manyMailsOfUnknownFateAreSettledAtOnceAndTheLogMaySayWhich() throws IOException {
    var lead = Sample.stored(leads(NEW)).lead();
    for (int i = 0; i < 5; i++) {
      unknown(lead, "send-" + i);
    }
    var line =
        "{\"what\":\"dispatched\",\"lead\":\"%s\",\"sendId\":\"send-%d\",\"state\":\"%s\",\"at\":\"%s\"}\n";
    var log =
        Files.writeString(
            folder.resolve("sent"),
            line.formatted(lead, 1, "SENT", Sample.NOON)
                + line.formatted(lead, 2, "WAITING", Sample.NOON)
                + line.formatted(lead, 9, "SENT", Sample.NOON));
    assertThat(said("settle sent=" + log)).contains("1 mails were settled");
    assertThat(said("settle")).contains("4 mails").doesNotContain("send-1");
    refuses("settle all perhaps", "say: settle");
    refuses("settle sent=" + log + "-none", "cannot be read");

    assertThat(said("settle all not-sent")).contains("4 mails were settled");
    assertThat(said("settle")).contains("0 mails");
    assertThat(said("sending")).contains("4 wait");
    assertThat(stack.ledger().find(lead, "send-9")).isEmpty();
  }

  @Test
  void whatSomebodyGaveUpLongAgoBeginsAnewAndWhatTheyJustDidGoesOn() {
    IntStream.range(0, 20).forEach(_ -> Sample.stored(leads(NEW)));
    var longAgo = Sample.NOON.minus(Duration.ofDays(90)).toString();
    stack.sweeps().save("wake", new Progress(longAgo, "60", 12));
    assertThat(said("wake all")).contains("20 leads").doesNotContain("goes on");
    assertThat(received("ProfileUpdatesQueue")).hasSize(20);

    var justNow = Sample.NOON.minus(Duration.ofMinutes(5)).toString();
    stack.sweeps().save("wake", new Progress(justNow, "60", 12));
    assertThat(said("wake all")).contains("goes on after the 12 leads of " + justNow);
    assertThat(received("ProfileUpdatesQueue")).hasSizeLessThan(20);
  }

  @Test
  void whoIsInNoJourneyOfThatNameIsNotSoughtAndWhoBeganLaterStays() {
    var lead = Sample.stored(leads(NEW)).lead();
    var store = new DynamoDbEnrollmentStore(Emulators.dynamoDb(), resources.get("LeadsTable"));
    store.save(lead, Enrollment.begun("high-value", 1, "v", Sample.NOON, Sample.NOON, "s1"));
    refuses("cancel hgih-value", "do you mean high-value?");
    refuses("cancel high-value before noon", "noon is no instant such as");
    refuses("cancel high-value after " + Sample.NOON, "say: cancel");

    assertThat(said("cancel high-value before " + Sample.NOON)).contains("0 leads were taken out");
    assertThat(said("cancel high-value before " + Sample.NOON.plusSeconds(1)))
        .contains("1 leads were taken out");
  }

  @Test
  void whatWaitsOfALeadThatWasAbsorbedComesBackIntoTheLine() {
    var survivor = Sample.stored(leads(NEW));
    var loser = Sample.stored(leads(NEW));
    var event = Sample.scan(loser.profile().identities().first());
    Sample.merge(leads(NEW), survivor, event, loser);
    unknown(loser.lead(), "one");
    said("settle all not-sent");
    stack.line().remove(stack.line().first(10, Sample.NOON));
    said("pause");
    clock.forward(Duration.ofMinutes(5));

    said("restore timers");
    assertThat(stack.line().first(10, clock.instant()))
        .extracting(Waiting::lead)
        .containsExactly(loser.lead());
  }

  @Test
  void onlyWhoHasPausedAndSaysWhoWasErasedBringsPeopleBack() {
    refuses("restore leads=copy erased=none", "say pause first");
    said("pause");
    clock.forward(Duration.ofMinutes(5));
    said("resume");
    clock.forward(Duration.ofMinutes(1));
    refuses("restore leads=copy erased=none", "say pause first");

    said("pause");
    clock.forward(Duration.ofMinutes(5));
    for (var table : List.of("leads", "identities", "accounts")) {
      refuses("restore " + table + "=copy", "say who was erased since");
    }
    refuses("restore quarantine=copy erased=none", "say: restore");
    table("CopyTable", "address");
    var copy = new DynamoDbSuppressions(Emulators.dynamoDb(), resources.get("CopyTable"));
    copy.add("hash", new Suppression(Reason.UNSUBSCRIBE, Sample.NOON));
    assertThat(said("restore suppressions=" + resources.get("CopyTable"))).contains("1 items");
    assertThat(
            new DynamoDbSuppressions(Emulators.dynamoDb(), resources.get("SuppressionsTable"))
                .find("hash"))
        .isPresent();
  }

  @Test
  void whatTheLogSaysWasSentToALeadThatWasAbsorbedIsWrittenDown() throws IOException {
    table("CopyTable", "lead", "item");
    var copy =
        new DynamoDbLeadStore(
            Emulators.dynamoDb(),
            resources.get("CopyTable"),
            resources.get("IdentitiesTable"),
            new IdentityKeys(KeyRing.of(NEW)));
    var survivor = Sample.stored(copy);
    var loser = Sample.stored(copy);
    Sample.merge(copy, survivor, Sample.scan(loser.profile().identities().first()), loser);
    var log =
        Files.writeString(
            folder.resolve("sent"),
            "{\"lead\":\"%s\",\"sendId\":\"one\",\"state\":\"SENT\",\"at\":\"%s\"}\n"
                .formatted(loser.lead(), Sample.NOON));
    said("pause");
    clock.forward(Duration.ofMinutes(5));
    assertThat(said("restore leads=" + resources.get("CopyTable") + " erased=none sent=" + log))
        .contains("2 leads came back", "1 mails were sent meanwhile");
    assertThat(stack.ledger().find(loser.lead(), "one")).get().returns(State.SENT, Entry::state);
    refuses("resume", "restore done");
    said("restore done");
    said("resume");
  }

  private void unknown(String lead, String sendId) {
    stack
        .ledger()
        .skip(
            new Entry(
                sendId,
                lead,
                State.UNKNOWN,
                "me",
                Sample.NOON,
                "j",
                "1",
                "m",
                null,
                Why.parse("w"),
                "Hello",
                null,
                "no answer",
                false));
  }

  @Test
  void timersThatNobodyToldOfAreToldOnce() {
    stack.timers().set("pools", "Lplaced", Sample.NOON.minus(Duration.ofDays(20)));
    stack.timers().set("nurture", "Lnurtured", Sample.NOON.minus(Duration.ofDays(3)));
    stack.timers().set("nurture", "Llater", Sample.NOON.plus(Duration.ofDays(3)));
    stack.timers().moveCursor("nurture", Sample.NOON);
    stack.timers().moveCursor("pools", Sample.NOON);

    assertThat(said("wake timers")).contains("2 leads were told");
    assertThat(received("ProfileUpdatesQueue")).singleElement().asString().contains("Lplaced");
    assertThat(received("JourneySignalsQueue")).singleElement().asString().contains("Lnurtured");
    assertThat(said("wake timers")).contains("0 leads were told");
    assertThat(stack.timers().cursor("nurture")).isEqualTo(Sample.NOON);
  }

  @Test
  void oneLeadOrAllAreLookedAtAgain() {
    var one = Sample.stored(leads(NEW)).lead();
    var other = Sample.stored(leads(NEW)).lead();
    said("wake " + one);
    assertThat(received("ProfileUpdatesQueue")).singleElement().asString().contains(one);
    assertThat(received("JourneySignalsQueue")).singleElement().asString().contains(one);
    assertThat(said("wake all")).contains("2 leads");
    assertThat(received("ProfileUpdatesQueue"))
        .hasSize(2)
        .anyMatch(body -> body.contains(one))
        .anyMatch(body -> body.contains(other));
    refuses("wake Lnobody", "there is no lead Lnobody");
  }

  @Test
  void namesComeUnderTheNewestKey() {
    var name = Sample.identity(IdentityType.EMAIL);
    var lead = LeadRecord.unborn(Sample.lead());
    Sample.append(leads(OLD), lead, Sample.scan(name));
    assertThat(said("re-key")).contains("newest key");
    assertThat(leads(NEW).owners(Set.of(name))).containsEntry(name, lead.lead());
    assertThat(leads(OLD).owners(Set.of(name))).isEmpty();
    assertThat(said("re-key")).contains("newest key");
  }

  @Test
  void allMailIsStoppedAndResumed() {
    said("pause");
    assertThat(said("sending")).contains("stopped-by-hand");
    said("resume");
    assertThat(said("sending")).contains("mails go");
  }

  @Test
  void whoSaysItWrongIsToldHowToSayItRight() {
    refuses("redirve mails", "do you mean redrive?");
    refuses("redrive mials", "do you mean mails?");
    refuses("redrive mails none", "say: redrive");
    refuses("pause now", "say: pause");
    refuses("cancel", "say: cancel <journey>");
    assertThatThrownBy(
            () -> new Commands(stack).run("重发", teller("zh", OutputStream.nullOutputStream())))
        .hasMessageContaining("没有 重发 这个命令");
  }

  @Test
  void helpNamesEachCommandInBothLanguages() {
    assertThat(said("help"))
        .contains("redrive [<queue>", "quarantine list", "wake <lead>", "pause", "resume")
        .contains("cancel <journey>", "settle [", "re-key")
        .contains("brings dead letters back", "把死信送回原队列");
  }

  private LeadStore leads(String... keys) {
    return new DynamoDbLeadStore(
        Emulators.dynamoDb(),
        resources.get("LeadsTable"),
        resources.get("IdentitiesTable"),
        new IdentityKeys(KeyRing.of(keys)));
  }

  private String said(String line) {
    var out = new ByteArrayOutputStream();
    new Commands(stack).run(line, teller("en", out));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Teller teller(String language, OutputStream out) {
    return new Teller(language, new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  private void refuses(String line, String why) {
    assertThatThrownBy(() -> said(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  /** Takes what waits in a queue out of it. */
  private List<String> received(String queue) {
    var url = resources.get(queue);
    var bodies = new ArrayList<String>();
    List<Message> some;
    do {
      some =
          Emulators.sqs()
              .receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10))
              .messages();
      for (var message : some) {
        bodies.add(message.body());
        Emulators.sqs().deleteMessage(d -> d.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    } while (!some.isEmpty());
    return bodies;
  }
}
