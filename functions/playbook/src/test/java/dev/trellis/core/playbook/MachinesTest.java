package dev.trellis.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.http.Request;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the shipped playbook says of the agents in {@code agents.tsv}, which were labelled first.
 */
@Tag("R82")
class MachinesTest {

  private record Labelled(boolean isPerson, String agent) {}

  @Test
  void fewPeopleAreCalledMachinesAndFewMachinesPeople() throws IOException {
    var people = labelled().stream().filter(Labelled::isPerson).toList();
    var machines = labelled().stream().filter(l -> !l.isPerson()).toList();
    var calledMachines = people.stream().filter(l -> isMachine(l.agent())).toList();
    var calledPeople = machines.stream().filter(l -> !isMachine(l.agent())).toList();
    System.out.printf(
        "Agents: %d of %d people called machines, %d of %d machines called people%n",
        calledMachines.size(), people.size(), calledPeople.size(), machines.size());

    assertThat(labelled()).hasSizeGreaterThanOrEqualTo(300);
    assertThat(calledMachines).hasSizeLessThanOrEqualTo(people.size() * 5 / 1000);
    assertThat(calledPeople).hasSizeLessThanOrEqualTo(machines.size() * 5 / 100);
  }

  @Test
  void whoSendsNoAgentIsAProgram() {
    assertThat(reason(Map.of())).hasValue("program");
    assertThat(reason(Map.of("user-agent", " "))).hasValue("program");
  }

  private static boolean isMachine(String agent) {
    return reason(Map.of("user-agent", agent)).isPresent();
  }

  private static Optional<String> reason(Map<String, String> headers) {
    var request = new Request("GET", "/", Map.of(), Map.of(), headers, Map.of(), new byte[0]);
    return DefaultPlaybook.PLAYBOOK.machines().reason(request);
  }

  private static List<Labelled> labelled() throws IOException {
    try (var stream = MachinesTest.class.getResourceAsStream("agents.tsv")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", 2))
          .map(parts -> new Labelled(parts[0].equals("person"), parts[1]))
          .toList();
    }
  }
}
