package dev.trellis.local;

import module java.base;

import dev.trellis.aws.dynamodb.DynamoDbAccountStore;
import dev.trellis.aws.dynamodb.DynamoDbCards;
import dev.trellis.aws.dynamodb.DynamoDbFlows;
import dev.trellis.aws.dynamodb.DynamoDbGroups;
import dev.trellis.aws.dynamodb.DynamoDbLeadFiles;
import dev.trellis.aws.dynamodb.DynamoDbLeadRegister;
import dev.trellis.aws.dynamodb.DynamoDbLeadStore;
import dev.trellis.aws.dynamodb.DynamoDbLetterRuns;
import dev.trellis.aws.dynamodb.DynamoDbMailLedger;
import dev.trellis.aws.dynamodb.DynamoDbMembers;
import dev.trellis.aws.dynamodb.DynamoDbPersonalItems;
import dev.trellis.aws.dynamodb.DynamoDbQuarantine;
import dev.trellis.aws.dynamodb.DynamoDbSuppressions;
import dev.trellis.console.Console;
import dev.trellis.console.Surveys;
import dev.trellis.console.Watch;
import dev.trellis.console.desk.ExportLead;
import dev.trellis.console.desk.GroupDesk;
import dev.trellis.console.desk.IdentityDesk;
import dev.trellis.console.desk.LetterDesk;
import dev.trellis.console.desk.MailDesk;
import dev.trellis.console.desk.QuarantineDesk;
import dev.trellis.console.desk.SalesDesk;
import dev.trellis.console.desk.SteerDesk;
import dev.trellis.console.desk.SweepDesk;
import dev.trellis.console.policy.PlaybookView;
import dev.trellis.console.view.AudienceView;
import dev.trellis.console.view.Everybody;
import dev.trellis.console.view.JourneyBoard;
import dev.trellis.console.view.LeadSearch;
import dev.trellis.console.view.Leads;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.sweep.RolloutDesk;
import dev.trellis.imports.ReadBack;
import dev.trellis.imports.file.Choices;
import dev.trellis.local.emulator.Ports;
import dev.trellis.local.emulator.SqsEmulator;
import dev.trellis.local.importing.ImportDesk;
import dev.trellis.local.importing.QueueSink;
import dev.trellis.local.issuer.LocalIssuer;
import dev.trellis.local.run.Activity;
import dev.trellis.local.run.FunctionRunner;
import dev.trellis.local.run.HttpFront;
import dev.trellis.local.run.Idle;
import dev.trellis.local.run.Ticks;
import dev.trellis.local.surface.Surface;
import dev.trellis.local.template.Surroundings;
import dev.trellis.local.template.Template;
import dev.trellis.local.template.TemplateReader;
import dev.trellis.local.time.Span;
import dev.trellis.local.time.TimeMachine;
import dev.trellis.local.time.TimersTable;
import dev.trellis.local.time.VirtualClock;
import dev.trellis.nurture.mail.WritePreviews;
import dev.trellis.ops.Commands;
import dev.trellis.playbook.Agreements;
import dev.trellis.playbook.CompilePlaybook;
import dev.trellis.playbook.PlaybookLayer;
import dev.trellis.playbook.PlaybookReader;

/** The whole system on this machine, run from its template. */
public final class LocalTrellis implements AutoCloseable {

  /** Logical ids that the clock and the pages must know. */
  private static final String TIMERS = "TimersTable";

  private static final String POLICY = "playbook";
  private static final String LEADS = "LeadsTable";
  private static final String ACCOUNTS = "AccountsTable";
  private static final String IDENTITIES = "IdentitiesTable";
  private static final String QUARANTINE = "QuarantineTable";
  private static final String GROUPS = "GroupsTable";
  private static final String SUPPRESSIONS = "SuppressionsTable";
  private static final String LEAD_EVENTS = "LeadEventsQueue";
  private static final String MAILS = "MailsQueue";
  private static final String FEEDBACK = "MailFeedbackQueue";
  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final Options options;
  private final Consumer<String> progress;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private String url;
  private String publicUrl;
  private Playbook playbook;
  private VirtualClock clock;
  private TimeMachine machine;
  private Idle idle;
  private ImportDesk imports;

  private LocalTrellis(Options options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  /** Starts everything, silently. */
  public static LocalTrellis start(Options options) throws IOException {
    return start(options, _ -> {});
  }

  /**
   * Starts everything.
   *
   * @param progress is told what is going on
   * @throws RuntimeException whose message says what is wrong with port, template or playbook
   */
  public static LocalTrellis start(Options options, Consumer<String> progress) throws IOException {
    var trellis = new LocalTrellis(options, progress);
    try {
      trellis.open();
      return trellis;
    } catch (IOException | RuntimeException e) {
      trellis.close();
      throw e;
    }
  }

  /** Address of the front door for this machine, without a slash at its end. */
  public String url() {
    return url;
  }

  /** The same for visitors, as it stands in codes and mails. */
  public String publicUrl() {
    return publicUrl;
  }

  /** The policy that is in force. */
  public Playbook playbook() {
    return playbook;
  }

  /** The time that everything here lives in. */
  public Instant now() {
    return clock.instant();
  }

  /** Moves the clock and lets happen what is due on the way; returns when all is quiet. */
  public TimeMachine.Moved advance(Duration duration)
      throws TimeoutException, InterruptedException {
    return machine.advance(Span.of(duration));
  }

  /** Returns when no message waits and no handler runs. */
  public void awaitIdle() throws TimeoutException, InterruptedException {
    idle.await();
  }

  /**
   * Imports a file of leads and says on {@code out} what became of it.
   *
   * @throws RuntimeException whose message says why the file cannot be imported at all
   */
  public void importFile(Path file, PrintStream out) throws IOException, InterruptedException {
    imports.run(
        file, Choices.of(options.choices()), options.report(), out, ConsoleLanguage.current());
  }

  /** Lets nobody in any more, works off what waits (for a bounded time), and stops. */
  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        progress.accept("while stopping: " + e.getMessage());
      }
    }
  }

  private void open() throws IOException {
    var state = closeLater(StateFolder.open(options.state(), options.fresh(), progress));
    var door = closeLater(FrontDoor.bind(options));
    var holder = state.heldAt(door.port());
    url = "http://localhost:" + door.port();
    publicUrl = door.publicUrl();
    int sqsPort = Ports.free();
    clock = clock(state);
    progress.accept("compiling the playbook");
    var layer = state.at(POLICY);
    playbook = compiled(layer);
    var template =
        new TemplateReader(surroundings(door.url(), sqsPort, layer)).read(options.template());
    if (template.layer().isEmpty()) {
      throw new StartException(
          "the template has no AWS::Serverless::LayerVersion with the playbook: add it");
    }

    progress.accept("starting DynamoDB Local and ElasticMQ");
    var emulators =
        closeLater(Emulators.start(template, state, sqsPort, clock, LocalIssuer.secret(url)));
    settleMails(template, emulators);
    progress.accept("starting " + template.functions().size() + " functions");
    var activity = new Activity();
    var runner = closeLater(functions(template, emulators, activity));
    idle = new Idle(emulators.sqs(), template.workQueues(), activity);
    machine = machine(template, emulators, runner);
    imports =
        new ImportDesk(
            playbook,
            clock,
            state.at("").normalize(),
            new DynamoDbLeadRegister(emulators.dynamoDb().client(), template.table(LEADS).name()),
            new QueueSink(emulators.sqs(), template.queue(LEAD_EVENTS), idle),
            back(template, emulators));
    var surface = surface(template, state, emulators, door);
    var front =
        new HttpFront(
            runner.functions(),
            request ->
                holder
                    .apply(request)
                    .or(() -> imports.apply(request))
                    .or(() -> surface.apply(request)),
            clock);
    runner.start();
    door.serve(front);
    tickEveryMinute();
    parts.push(() -> leave(front, door));
    parts.push(state::leaving);
  }

  private static ReadBack back(Template template, Emulators emulators) {
    var leads =
        new DynamoDbLeadStore(
            emulators.dynamoDb().client(),
            template.table(LEADS).name(),
            template.table(IDENTITIES).name(),
            new IdentityKeys(emulators.secrets().identities()));
    return new ReadBack(leads, leads);
  }

  private static void settleMails(Template template, Emulators emulators) {
    var ledger =
        new DynamoDbMailLedger(
            emulators.dynamoDb().client(),
            template.table(LEADS).name(),
            template.table(SUPPRESSIONS).name());
    new InterruptedMails(emulators.mails(), emulators.ses(), ledger)
        .settle(emulators.sqs().handedOut(template.queue(MAILS).name()));
  }

  private FunctionRunner functions(Template template, Emulators emulators, Activity activity) {
    return new FunctionRunner(
        template.functions(),
        emulators.variables(),
        emulators::lend,
        emulators.sqs(),
        clock,
        activity);
  }

  private <T extends AutoCloseable> T closeLater(T part) {
    parts.push(part);
    return part;
  }

  private Surroundings surroundings(String door, int sqsPort, Path layer) {
    var parameters =
        Map.of(
            "Stage",
            "dev",
            "FormerKey",
            "accepted", // by a state folder from when there was but one key
            "PublicUrl",
            publicUrl,
            "CrmUrl",
            Surface.crmInbox(door),
            "SenderDomain",
            options.sender());
    return new Surroundings(SqsEmulator.url(sqsPort), parameters, Optional.of(layer));
  }

  // The functions get what a build would ship, but for a draft, which is tried out here (R47).
  private Playbook compiled(Path layer) throws IOException {
    var policy = PlaybookReader.read(options.source());
    Agreements.missing(policy)
        .forEach(problem -> progress.accept("only a draft, not to be published: " + problem));
    CompilePlaybook.untold(policy, clock).ifPresent(progress);
    PlaybookLayer.write(policy, layer);
    WritePreviews.write(policy, layer);
    return policy;
  }

  private VirtualClock clock(StateFolder state) {
    var file = state.at("clock");
    return options
        .standing()
        .map(start -> VirtualClock.standing(file, start))
        .orElseGet(() -> VirtualClock.flowing(file));
  }

  private TimeMachine machine(Template template, Emulators emulators, FunctionRunner runner) {
    var timers = new TimersTable(emulators.dynamoDb().client(), template.table(TIMERS).name());
    return new TimeMachine(
        clock, timers, new Ticks(runner.functions(), clock), idle, emulators::tidy);
  }

  private Surface surface(Template template, StateFolder state, Emulators emulators, FrontDoor door)
      throws IOException {
    var client = emulators.dynamoDb().client();
    var table = template.table(LEADS).name();
    var leads = new Leads(new DynamoDbLeadFiles(client, table), playbook, clock);
    var accounts = new DynamoDbAccountStore(client, template.table(ACCOUNTS).name());
    var quarantine =
        new DynamoDbQuarantine(client, template.table(QUARANTINE).name(), table, clock);
    var identities = template.table(IDENTITIES).name();
    var keys = new IdentityKeys(emulators.secrets().identities());
    var people = new DynamoDbLeadStore(client, table, identities, keys);
    var export =
        new ExportLead(
            leads.files(),
            people,
            new DynamoDbPersonalItems(client, table, identities, keys),
            accounts);
    var groups = new DynamoDbGroups(client, template.table(GROUPS).name());
    var queue = template.queue(LEAD_EVENTS).name();
    Consumer<String> events = body -> emulators.sqs().send(queue, body);
    var ops = emulators.stack(template, clock);
    var feedback = template.queue(FEEDBACK).name();
    var mails = template.queue(MAILS).name();
    var watch =
        new Watch(
            playbook,
            new MailDesk(
                ops.ledger(),
                new DynamoDbSuppressions(client, template.table(SUPPRESSIONS).name()),
                new SuppressionKeys(emulators.secrets().suppressions()),
                people,
                body -> emulators.sqs().send(feedback, body),
                body -> emulators.sqs().send(mails, body),
                events,
                clock),
            new QuarantineDesk(quarantine, events, clock),
            ops.workQueues(),
            ops.line(),
            ops.timers(),
            ops.audit(),
            clock);
    var audiences = new AudienceView(new DynamoDbMembers(client, table), groups, playbook);
    var console =
        new Console(
            leads,
            new LeadSearch(new DynamoDbCards(client, table), audiences, people, playbook, clock),
            audiences,
            new GroupDesk(groups, playbook, playbook.root(), clock),
            accounts,
            new IdentityDesk(export, quarantine, events, clock),
            new SalesDesk(playbook, people, events, clock),
            new SweepDesk(new RolloutDesk(ops.rollouts(), clock)),
            new SteerDesk(leads, ops.pauses(), events),
            new JourneyBoard(
                playbook,
                audiences,
                ops.pauses(),
                new DynamoDbFlows(client, table),
                new DynamoDbCards(client, table)),
            new LetterDesk(
                new DynamoDbLetterRuns(client, template.table(TIMERS).name()), playbook, clock),
            new PlaybookView(playbook, playbook.root(), state.at(POLICY), publicUrl),
            watch);
    return Surface.of(
        console,
        new Surveys(new Everybody(new DynamoDbLeadRegister(client, table), leads)),
        new LocalIssuer(url, console.showing(), clock),
        new Surface.Running(machine, idle),
        emulators.mails(),
        new Surface.Sending(ops.sending(), emulators.ses(), new Commands(ops)),
        new Surface.CrmPlace(state.at("crm"), emulators.secrets().crm(), door.url()));
  }

  private void tickEveryMinute() {
    if (clock.flows()) {
      var ticker =
          Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("tick").factory());
      var _ = ticker.scheduleAtFixedRate(machine::minute, 0, 1, TimeUnit.MINUTES);
      parts.push(ticker::shutdownNow);
    }
  }

  // What does not get done in time is not lost: its message stays in the queue.
  private void leave(HttpFront front, FrontDoor door) throws InterruptedException {
    imports.close();
    front.shut();
    try {
      idle.await(DRAIN);
    } catch (TimeoutException e) {
      progress.accept("some messages wait for the next start");
    }
    door.close();
  }
}
