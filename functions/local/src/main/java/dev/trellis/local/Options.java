package dev.trellis.local;

import module java.base;

import dev.trellis.rehearsal.Script;

/**
 * How to start.
 *
 * @param playbook used instead of the one beside the template, if there
 * @param state folder that keeps everything between runs
 * @param host address of this machine's network at which visitors are let in too, if there
 * @param port 0 for any free one
 * @param fresh true to forget what the folder keeps
 * @param file of leads to import, if there
 * @param dry true to say what the import would change, and to end
 * @param choices what is said of the file, by name: its charset, separator, sheet, dates; and where
 *     its report goes
 * @param sender the domain that SES would know
 * @param standing if there, time stands at this instant and passes only when told (for tests)
 */
public record Options(
    Path template,
    Optional<Path> playbook,
    Path state,
    Optional<String> host,
    int port,
    boolean fresh,
    Optional<Path> file,
    boolean dry,
    Map<String, String> choices,
    String sender,
    Optional<Instant> standing) {

  private static final int DEFAULT_PORT = 8080;
  private static final String DEFAULT_SENDER = "trellis.example";

  /** Any free port, state kept, real time. */
  public static Options of(Path template, Path state) {
    return new Options(
        template,
        Optional.empty(),
        state,
        Optional.empty(),
        0,
        false,
        Optional.empty(),
        false,
        Map.of(),
        DEFAULT_SENDER,
        Optional.empty());
  }

  private Options choosing(String name, String value) {
    var all = new TreeMap<>(choices);
    all.put(name, value);
    return new Options(
        template, playbook, state, host, port, fresh, file, dry, all, sender, standing);
  }

  /** Where the report of an import goes as JSON, if there. */
  Optional<Path> report() {
    return Optional.ofNullable(choices.get("report")).map(Path::of);
  }

  /** The folder of the playbook, which is compiled at every start. */
  Path source() {
    return playbook.orElse(template.resolveSibling("playbook"));
  }

  public Options standingAt(Instant start) {
    return new Options(
        template,
        playbook,
        state,
        host,
        port,
        fresh,
        file,
        dry,
        choices,
        sender,
        Optional.of(start));
  }

  public Options openAt(String address) {
    return new Options(
        template,
        playbook,
        state,
        Optional.of(address),
        port,
        fresh,
        file,
        dry,
        choices,
        sender,
        standing);
  }

  public Options withPlaybook(Path folder) {
    return new Options(
        template,
        Optional.of(folder),
        state,
        host,
        port,
        fresh,
        file,
        dry,
        choices,
        sender,
        standing);
  }

  public Options sendingAs(String domain) {
    return new Options(
        template, playbook, state, host, port, fresh, file, dry, choices, domain, standing);
  }

  /**
   * Reads {@code --name=value} arguments; an empty value counts as not given.
   *
   * @throws IllegalArgumentException naming the argument that is wrong
   */
  static Options parse(String[] arguments) {
    var options =
        new Options(
            Path.of("infra/template.yaml"),
            Optional.empty(),
            Path.of(".local"),
            Optional.empty(),
            DEFAULT_PORT,
            false,
            Optional.empty(),
            false,
            Map.of(),
            DEFAULT_SENDER,
            Optional.empty());
    for (var argument : arguments) {
      int equals = argument.indexOf('=');
      var name = equals < 0 ? argument : argument.substring(0, equals);
      var value = equals < 0 ? "true" : argument.substring(equals + 1);
      if (!value.isBlank()) {
        options = options.with(name, value);
      }
    }
    if (options.dry && options.file.isEmpty()) {
      throw new IllegalArgumentException("-Ddry goes with -Dimport=file.csv");
    }
    return options;
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--template" ->
          new Options(
              Path.of(value),
              playbook,
              state,
              host,
              port,
              fresh,
              file,
              dry,
              choices,
              sender,
              standing);
      case "--playbook" -> withPlaybook(Path.of(value));
      case "--state" ->
          new Options(
              template,
              playbook,
              Path.of(value),
              host,
              port,
              fresh,
              file,
              dry,
              choices,
              sender,
              standing);
      case "--host" -> openAt(value);
      case "--port" ->
          new Options(
              template,
              playbook,
              state,
              host,
              port(value),
              fresh,
              file,
              dry,
              choices,
              sender,
              standing);
      case "--fresh" ->
          new Options(
              template,
              playbook,
              state,
              host,
              port,
              !value.equals("false"),
              file,
              dry,
              choices,
              sender,
              standing);
      case "--import" ->
          new Options(
              template,
              playbook,
              state,
              host,
              port,
              fresh,
              Optional.of(Path.of(value)),
              dry,
              choices,
              sender,
              standing);
      case "--dry" ->
          new Options(
              template,
              playbook,
              state,
              host,
              port,
              fresh,
              file,
              !value.equals("false"),
              choices,
              sender,
              standing);
      case "--charset", "--separator", "--sheet", "--dates", "--report" ->
          choosing(name.substring(2), value);
      case "--sender" -> sendingAs(value);
      case Script.SIMULATE, Script.PERSONA, Script.LEADS -> this; // no way of starting
      default ->
          throw new IllegalArgumentException(
              name
                  + " is unknown; there are --host= --port= --template= --playbook= --state="
                  + " --fresh --import= --dry --charset= --separator= --sheet= --dates= --report="
                  + " --sender= --simulate= --persona= --leads=");
    };
  }

  private static int port(String value) {
    if (value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= 65535) {
      return Integer.parseInt(value);
    }
    throw new IllegalArgumentException("-Dport=" + value + " is no port; take one such as 8080");
  }
}
