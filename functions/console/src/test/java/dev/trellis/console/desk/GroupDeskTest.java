package dev.trellis.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.DefaultPlaybook;
import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.port.Groups.Group;
import dev.trellis.memory.InMemoryGroups;
import dev.trellis.memory.InMemoryTables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a group as somebody writes it. */
@Tag("R50")
class GroupDeskTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String YAML =
      """
      id: in-beijing
      name: { zh: 北京, en: In Beijing }
      of: prospects
      who:
        all:
          - city: { is: 北京 }
          - need: { known: true }
      """;
  private static final String JSON =
      """
      {"id": "in-beijing", "name": {"zh": "北京", "en": "In Beijing"}, "of": "prospects",
       "who": {"all": [{"city": {"is": "北京"}}, {"need": {"known": true}}]}}
      """;

  private final InMemoryGroups groups = new InMemoryGroups(new InMemoryTables());
  private final GroupDesk desk =
      new GroupDesk(
          groups, DefaultPlaybook.PLAYBOOK, DefaultPlaybook.ROOT, InstantSource.fixed(NOON));

  @Test
  void aGroupIsMadeChangedEndedAndMadeAgain() {
    assertThat(desk.end("in-beijing").status()).isEqualTo(404);
    assertThat(desk.save("in-beijing", YAML).status()).isEqualTo(200);
    var made = groups.all().getFirst();
    assertThat(made.audience().who().toString()).isEqualTo("city is 北京 and need known");
    assertThat(made.changedAt()).isEqualTo(NOON);

    assertThat(desk.save("in-beijing", JSON).status()).isEqualTo(200);
    assertThat(groups.all()).containsExactly(new Group(made.audience(), false, NOON, 2));
    assertThat(desk.end("in-beijing").status()).isEqualTo(200);
    assertThat(groups.all().getFirst().ended()).isTrue();
    assertThat(desk.end("in-beijing").status()).isEqualTo(404);
    assertThat(desk.save("in-beijing", YAML).status()).isEqualTo(200);
    assertThat(groups.all()).containsExactly(new Group(made.audience(), false, NOON, 4));
  }

  @Test
  void aFormMakesNoGroupOfAnIdThatIsTaken() {
    assertThat(desk.make("in-beijing", YAML)).isInstanceOf(GroupDesk.Kept.class);
    assertThat(desk.make("in-beijing", YAML.replace("In Beijing", "Other")))
        .isInstanceOf(GroupDesk.Hindered.class);
    assertThat(groups.all().getFirst().audience().name().in("en")).isEqualTo("In Beijing");
    desk.end("in-beijing");
    assertThat(desk.make("in-beijing", YAML)).isInstanceOf(GroupDesk.Kept.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "of: prospects | of: everybody | 3 | is no layer of people",
        "city: | colour: | 1 | which nothing ever tells",
        "of: prospects | off: prospects | 3 | off",
        "id: in-beijing | id: in-tianjin | 1 | is another group",
      })
  void whatThePlaybookWouldRefuseIsRefusedWithItsLineInTheText(
      String right, String wrong, int line, String what) {
    var answer = desk.save("in-beijing", YAML.replace(right, wrong));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .contains("\"line\":" + line, what, "remedy");
    assertThat(groups.all()).isEmpty();
  }

  @Test
  void aGroupOfThePlaybookIsChangedThere() {
    assertThat(desk.save("upgrade", YAML.replace("in-beijing", "upgrade")).status()).isEqualTo(409);
    assertThat(desk.end("upgrade").status()).isEqualTo(404);
  }

  @Test
  void noMoreGroupsAreBuiltThanAnEventCanBeAskedOf() {
    desk.save("group-0", YAML.replace("in-beijing", "group-0"));
    var made = groups.all().getFirst().audience();
    for (int i = 1; i < 40; i++) {
      var other = new Audience("group-" + i, made.name(), made.of(), made.who());
      groups.save(new Group(other, false, NOON, 0));
    }
    assertThat(desk.save("in-beijing", YAML).status()).isEqualTo(409);
    assertThat(desk.save("group-0", YAML.replace("in-beijing", "group-0")).status()).isEqualTo(200);
    desk.end("group-1");
    assertThat(desk.save("in-beijing", YAML).status()).isEqualTo(200);
  }
}
