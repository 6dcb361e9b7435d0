package dev.trellis.console.account;

import dev.trellis.core.playbook.AccountRules.ChainRole;
import java.util.Comparator;
import java.util.List;

/** Who of the decision chain is known at a company, and who is not (R28, R29). */
public record Chain(List<Slot> slots) {

  public Chain {
    slots = List.copyOf(slots);
  }

  /** How a role stands. */
  public enum State {
    FILLED,
    /** Whom we knew has left: the post is there, its holder is to be found (R27). */
    VACANT,
    MISSING
  }

  /**
   * One role of the chain; it stays, whoever comes and goes.
   *
   * @param people who hold it
   * @param former who held it and left
   */
  public record Slot(ChainRole role, State state, List<String> people, List<String> former) {}

  static Chain of(List<ChainRole> roles, List<Person> people) {
    return new Chain(roles.stream().map(role -> slot(role, people)).toList());
  }

  private static Slot slot(ChainRole role, List<Person> people) {
    var holders = people.stream().filter(p -> p.roles().contains(role.role())).toList();
    var here = leads(holders, true);
    var former = leads(holders, false);
    var state = !here.isEmpty() ? State.FILLED : former.isEmpty() ? State.MISSING : State.VACANT;
    return new Slot(role, state, here, former);
  }

  private static List<String> leads(List<Person> people, boolean here) {
    return people.stream().filter(p -> p.isHere() == here).map(Person::lead).toList();
  }

  /** The weight of the roles that are filled, in percent of all: by weight, not by rank (R28). */
  public int coveragePercent() {
    int all = slots.stream().mapToInt(s -> s.role().weight()).sum();
    int filled =
        slots.stream()
            .filter(s -> s.state() == State.FILLED)
            .mapToInt(s -> s.role().weight())
            .sum();
    return all == 0 ? 100 : filled * 100 / all;
  }

  /** Roles to look for, those that are required first, then by weight (R29). */
  public List<Slot> gaps() {
    return slots.stream()
        .filter(s -> s.state() != State.FILLED)
        .sorted(
            Comparator.comparing((Slot s) -> !s.role().required())
                .thenComparingInt(s -> -s.role().weight()))
        .toList();
  }
}
