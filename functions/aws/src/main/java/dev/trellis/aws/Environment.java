package dev.trellis.aws;

import module java.base;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookJson;

/**
 * What a cold start may read: the variables and the clock. Usually those of the process; tests and
 * {@code local} bind others around the construction of a handler.
 */
public final class Environment {

  private static final ScopedValue<Environment> BOUND = ScopedValue.newInstance();

  private final Map<String, String> variables;
  private final Clock clock;

  private Environment(Map<String, String> variables, Clock clock) {
    this.variables = Map.copyOf(variables);
    this.clock = clock;
  }

  /** The bound environment, else that of the process. */
  public static Environment current() {
    return BOUND.isBound() ? BOUND.get() : new Environment(System.getenv(), Clock.systemUTC());
  }

  /** Does something, such as constructing a handler, within another environment. */
  public static <T> T where(Map<String, String> variables, Clock clock, Supplier<T> work) {
    return ScopedValue.where(BOUND, new Environment(variables, clock)).call(work::get);
  }

  /** The same with one more variable. */
  public Environment with(String name, String value) {
    var more = new HashMap<>(variables);
    more.put(name, value);
    return new Environment(more, clock);
  }

  /**
   * The value of a variable.
   *
   * @throws IllegalStateException naming the variable, if it is missing or blank
   */
  public String need(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException(name + " must be set"));
  }

  /** The value of a variable that may be missing; blank counts as missing. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  public Clock clock() {
    return clock;
  }

  /** The folder of the compiled playbook. */
  public Path playbook() {
    return Path.of(need("PLAYBOOK"));
  }

  /** Names the playbook: another one has another name. */
  public String policyName() {
    var file = playbook().resolve(PlaybookJson.FILE);
    try {
      return Ids.derived("playbook", Files.readString(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * The playbook, as it was compiled and approved when Trellis was built.
   *
   * @throws IllegalStateException naming the file, if it is missing
   */
  public Playbook policy() {
    var file = playbook().resolve(PlaybookJson.FILE);
    try (var in = Files.newInputStream(file)) {
      return PlaybookJson.read(in, playbook());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static IllegalStateException unreadable(Path file, IOException e) {
    return new IllegalStateException(file + " cannot be read; does PLAYBOOK name the layer?", e);
  }
}
