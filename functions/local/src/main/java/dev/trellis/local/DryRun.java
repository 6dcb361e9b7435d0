package dev.trellis.local;

import module java.base;

import dev.trellis.aws.dynamodb.DynamoDbLeadRegister;
import dev.trellis.aws.dynamodb.DynamoDbLeadStore;
import dev.trellis.aws.dynamodb.DynamoDbPlacementStore;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.imports.ImportReport;
import dev.trellis.imports.ReportFile;
import dev.trellis.imports.file.Choices;
import dev.trellis.local.emulator.DynamoDbEmulator;
import dev.trellis.local.emulator.LocalSecrets;
import dev.trellis.local.importing.ProgressBar;
import dev.trellis.local.template.Surroundings;
import dev.trellis.local.template.Template;
import dev.trellis.local.template.TemplateReader;
import dev.trellis.local.time.VirtualClock;
import dev.trellis.memory.InMemoryLeadRegister;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryPlacementStore;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.playbook.PlaybookReader;
import dev.trellis.rehearsal.imports.ImportTrial;
import dev.trellis.rehearsal.imports.ImportTrial.Stored;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * {@code -Dimport=file.csv -Ddry}: says what an import would change. It works on a copy of the
 * tables, so that nothing of the state folder is touched; with {@code -Dfresh}, on none.
 */
final class DryRun {

  private static final String TABLES = "dynamodb";
  private static final String SECRETS = "secrets.json";
  private static final String LEADS = "LeadsTable";
  private static final String IDENTITIES = "IdentitiesTable";
  private static final String NOWHERE = "http://127.0.0.1";

  private DryRun() {}

  static void of(Options options, PrintStream out) throws IOException, InterruptedException {
    var template = new TemplateReader(surroundings(options)).read(options.template());
    var playbook = PlaybookReader.read(options.source());
    var clock = VirtualClock.flowing(options.state().resolve("clock"));
    if (options.fresh() || !Files.isDirectory(options.state().resolve(TABLES))) {
      rehearse(options, new ImportTrial(noLeads(), playbook, clock), playbook, out);
      return;
    }
    var copy = Files.createTempDirectory("trellis-dry-");
    try {
      copy(options.state(), copy);
      try (var emulator = DynamoDbEmulator.start(copy.resolve(TABLES), template.tables())) {
        var keys = new IdentityKeys(new LocalSecrets(copy.resolve(SECRETS)).identities());
        var stored = stored(emulator.client(), template, keys);
        rehearse(options, new ImportTrial(stored, playbook, clock), playbook, out);
      }
    } finally {
      delete(copy);
    }
  }

  private static void rehearse(
      Options options, ImportTrial trial, Playbook playbook, PrintStream out)
      throws IOException, InterruptedException {
    var language = ConsoleLanguage.current();
    var errors = Files.createTempFile("import-errors-", ".csv");
    var file = options.file().orElseThrow();
    var result =
        trial.run(file, Choices.of(options.choices()), errors, new ProgressBar(out, language));
    out.print(ImportReport.of(result, errors, playbook, language));
    ReportFile.write(options.report(), result);
  }

  private static Stored noLeads() {
    var none = new InMemoryTables();
    return new Stored(
        new InMemoryLeadStore(none),
        new InMemoryPlacementStore(none),
        new InMemoryLeadRegister(none));
  }

  private static Stored stored(DynamoDbClient client, Template template, IdentityKeys keys) {
    var leads = template.table(LEADS).name();
    return new Stored(
        new DynamoDbLeadStore(client, leads, template.table(IDENTITIES).name(), keys),
        new DynamoDbPlacementStore(client, leads),
        new DynamoDbLeadRegister(client, leads));
  }

  // Whoever runs on the folder writes to it: what is copied meanwhile would be no state at all.
  private static void copy(Path state, Path copy) throws IOException {
    try (var locked = StateFolder.open(state, false, _ -> {});
        var files = Files.list(locked.at(TABLES))) {
      Files.copy(locked.at(SECRETS), copy.resolve(SECRETS));
      Files.createDirectory(copy.resolve(TABLES));
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(TABLES).resolve(file.getFileName().toString()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static Surroundings surroundings(Options options) {
    var parameters =
        Map.of(
            "Stage",
            "dev",
            "PublicUrl",
            NOWHERE,
            "CrmUrl",
            NOWHERE,
            "SenderDomain",
            "trellis.example");
    return new Surroundings(NOWHERE, parameters, Optional.of(options.source()));
  }
}
