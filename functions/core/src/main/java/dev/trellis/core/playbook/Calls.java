package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.text.Wording;

/**
 * The agreed form by which sales writes down a call (R102): one outcome, and what the person told.
 *
 * @param fields that may be told, in the order in which they are asked
 * @param outcomes in the order in which they are offered
 * @param mailboxes of salespeople, by the name under which leads are theirs
 */
public record Calls(
    List<String> fields, Map<String, Outcome> outcomes, SortedMap<String, String> mailboxes) {

  /** Without a form no call can be written down. */
  public static final Calls NONE = new Calls(List.of(), Map.of(), new TreeMap<>());

  public Calls {
    fields = List.copyOf(fields);
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    mailboxes = Collections.unmodifiableSortedMap(new TreeMap<>(mailboxes));
  }

  /**
   * How a call may end.
   *
   * @param needs fields that must be told
   * @param callback whether it is said when to call again
   */
  public record Outcome(String id, Wording name, List<String> needs, Again callback) {
    public Outcome {
      needs = List.copyOf(needs);
    }
  }

  /** Whether an outcome has a day and hour at which to call again. */
  public enum Again {
    NONE,
    ASKED,
    NEEDED
  }

  /** Where mail to a salesperson goes; empty if nobody wrote that down. */
  public Optional<String> mailbox(String salesperson) {
    return Optional.ofNullable(mailboxes.get(salesperson));
  }
}
