package dev.trellis.aws;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.Agreements;
import dev.trellis.playbook.PlaybookException;
import dev.trellis.playbook.PlaybookReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a cold start may read: the variables and the clock. Usually those of the process; tests and
 * {@code local} bind others around the construction of a handler.
 */
public final class Environment {

  /** A variable that, set to anything, lets a draft of a playbook be tried out. */
  public static final String DRAFT = "PLAYBOOK_DRAFT";

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

  /** The folder of the playbook. */
  public Path playbook() {
    return Path.of(need("PLAYBOOK"));
  }

  /**
   * The playbook, if marketing and sales have approved it (R47); a machine to try things out on may
   * use a draft.
   *
   * @throws PlaybookException if it is wrong, or not approved
   */
  public Playbook policy() {
    var policy = PlaybookReader.read(playbook());
    return find(DRAFT).isPresent() ? policy : Agreements.published(policy);
  }
}
