package dev.trellis.local;

import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.local.emulator.DynamoDbEmulator;
import dev.trellis.local.emulator.LocalSecrets;
import dev.trellis.local.importing.ImportDesk;
import dev.trellis.local.template.Surroundings;
import dev.trellis.local.template.TemplateReader;
import dev.trellis.local.time.VirtualClock;
import dev.trellis.playbook.PlaybookReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * {@code -Dimport=file.csv -Ddry}: says what an import would change. It works on a copy of the
 * tables, so that nothing of the state folder is touched; with {@code -Dfresh}, on none.
 */
final class DryRun {

  private static final String TABLES = "dynamodb";
  private static final String SECRETS = "secrets.json";
  private static final String NOWHERE = "http://127.0.0.1";

  private DryRun() {}

  static void of(Options options, PrintStream out) throws IOException {
    var template = new TemplateReader(surroundings(options)).read(options.template());
    var playbook =
        PlaybookReader.read(
            template.layer().orElseThrow(() -> new StartException("the template has no playbook")));
    var clock = VirtualClock.flowing(options.state().resolve("clock"));
    var file = options.file().orElseThrow();
    if (options.fresh() || !Files.isDirectory(options.state().resolve(TABLES))) {
      ImportDesk.rehearse(file, template, playbook, clock, Optional.empty(), out);
      return;
    }
    var copy = Files.createTempDirectory("trellis-dry-");
    try {
      copy(options.state(), copy);
      try (var emulator = DynamoDbEmulator.start(copy.resolve(TABLES), template.tables())) {
        var keys = new IdentityKeys(new LocalSecrets(copy.resolve(SECRETS)).value("signing"));
        var tables = Optional.of(new ImportDesk.Tables(emulator.client(), keys));
        ImportDesk.rehearse(file, template, playbook, clock, tables, out);
      }
    } finally {
      delete(copy);
    }
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
    return new Surroundings(NOWHERE, parameters, options.playbook());
  }
}
