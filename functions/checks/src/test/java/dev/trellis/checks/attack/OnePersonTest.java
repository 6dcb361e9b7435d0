package dev.trellis.checks.attack;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.profile.Field;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One person who comes in more than one way: one lead, one journey, mails to the right address. */
@Tag("R17")
class OnePersonTest {

  private static final List<String> DETAILS =
      List.of("email", "mobile", "name", "company", "title");

  @TempDir private static Path folder;
  private static Playbook playbook;

  private final Person nora = new Person("nora");
  private final World world = new World(playbook, Optional.empty());
  private final Stage stage = new Stage(world, nora);
  private final Browser phone = stage.own.getFirst();
  private final Browser desk = stage.own.getLast();

  @BeforeAll
  static void read() throws Exception {
    playbook = OpenForms.in(folder);
  }

  @Test
  @Tag("R5")
  void scansTwiceAndFillsInTheForm() {
    phone.get("/q/summit-talk");
    later();
    phone.get("/q/summit-talk");
    submits(phone, nora.email(), Map.of());

    assertThat(kinds()).containsSubsequence("CodeScanned", "CodeScanned", "FormSubmitted");
    isMailed(nora.email(), 1);
  }

  @Test
  void comesAgainWithAnotherPhone() {
    submits(phone, nora.email(), Map.of());
    later();
    desk.get("/q/summit-talk");
    later();
    submits(desk, nora.email(), Map.of());

    assertThat(only().profile().identities(IdentityType.COOKIE)).hasSize(2);
    isMailed(nora.email(), 2);
  }

  @Test
  void isKnownByANumberOfAFileAndThenGivesAnAddress() {
    stage.imports(List.of("mobile", "name", "company"), false);
    var imported = only().lead();
    later();
    submits(phone, nora.email(), Map.of());

    assertThat(only().lead()).isEqualTo(imported);
    assertThat(only().profile().identities()).containsAll(nora.names());
    isMailed(nora.email(), 1);
  }

  @Test
  @Tag("R24")
  void hasAnAddressThatSalesCorrects() {
    submits(phone, "nore@nora.example", Map.of());
    later();
    var right = Identity.parse("email:" + nora.email());
    var correction = new TreeMap<>(Map.of(Field.EMAIL, nora.email()));
    world.tell(
        LeadEvent.about(
                only().lead(),
                "correction",
                world.now(),
                Channel.SYSTEM,
                new Overridden("ann", "a slip", correction))
            .naming(List.of(right))
            .vouched());
    later();
    submits(desk, nora.email(), Map.of());

    assertThat(only().profile().identities(IdentityType.EMAIL))
        .containsExactly(nora.email(), "nore@nora.example");
    assertThat(only().profile().value(Field.EMAIL)).contains(nora.email());
    isMailed(nora.email(), 1);
  }

  @Test
  @Tag("R7")
  void followsTheAccountAndThenFillsInTheForm() {
    var scene = phone.scene("/go/community?at=site");
    later();
    stage.follows("nora", scene);
    later();
    submits(phone, nora.email(), Map.of());

    assertThat(only().profile().identities(IdentityType.OPENID)).containsExactly("app/nora");
    assertThat(only().profile().identities()).containsAll(nora.names());
    isMailed(nora.email(), 1);
  }

  @Test
  @Tag("R91")
  void saysMoreOnASecondForm() {
    submits(phone, nora.email(), Map.of("industry", "finance"));
    later();
    submits(phone, nora.email(), Map.of("need", "lead-scoring", "plan", "no-plan"));
    world.until(world.now().plus(Duration.ofDays(4)));

    var lead = only();
    assertThat(lead.profile().value(Field.NEED)).contains("lead-scoring");
    assertThat(lead.profile().value(Field.INDUSTRY)).contains("finance");
    assertThat(world.tables().enrollments(lead.lead()))
        .filteredOn(e -> e.journey().equals("high-value"))
        .hasSize(1);
    isMailed(nora.email(), 3);
  }

  private void submits(Browser browser, String address, Map<String, String> more) {
    var answers = nora.telling(DETAILS);
    answers.put("email", address);
    answers.put("consent", "yes");
    answers.putAll(more);
    assertThat(browser.submit("summit-deck", false, answers)).isEqualTo(303);
  }

  private void later() {
    world.until(world.now().plus(Duration.ofMinutes(61)));
  }

  private LeadRecord only() {
    var living = world.tables().leads().stream().filter(LeadRecord::isLiving).toList();
    assertThat(living).hasSize(1);
    return living.getFirst();
  }

  private List<String> kinds() {
    return world.tables().leads().stream()
        .flatMap(l -> world.tables().events(l.lead()).stream())
        .sorted(java.util.Comparator.comparing(LeadEvent::occurredAt))
        .map(LeadEvent::kind)
        .toList();
  }

  private void isMailed(String address, int times) {
    assertThat(world.lettersTo(address)).hasSize(times);
    assertThat(world.lettersTo(address)).allMatch(l -> l.all().contains(nora.tells("name")));
  }
}
