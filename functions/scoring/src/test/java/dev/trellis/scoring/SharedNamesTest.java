package dev.trellis.scoring;

import static dev.trellis.scoring.Events.NOON;
import static dev.trellis.scoring.Events.event;
import static dev.trellis.scoring.Events.form;
import static dev.trellis.scoring.Events.vouched;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that many people share must not make one person of them. */
@Tag("R17")
class SharedNamesTest {

  private final Room room = new Room();

  @Test
  void fiftyPeopleOnOneTabletAreFiftyLeads() {
    var leads = new HashSet<String>();
    for (int i = 0; i < 50; i++) {
      leads.add(room.lead(onTheTablet(i, "email:p" + i + "@example.com")));
    }
    assertThat(leads).hasSize(50);
    assertThat(room.living()).hasSize(50);
  }

  @Test
  void fiftyPeopleOnOneTabletWhoLeaveNoAddressAreFiftyLeads() {
    for (int i = 0; i < 50; i++) {
      room.take(onTheTablet(i));
    }
    assertThat(room.living()).hasSize(50);
  }

  @Test
  void fiftyPeopleOfOneOfficeNumberAreFiftyLeads() {
    for (int i = 0; i < 50; i++) {
      var answers = Map.of("name", "Person " + (char) ('A' + i / 26) + (char) ('a' + i % 26));
      room.take(form("e" + i, answers, "email:p" + i + "@example.com", "phone:+8613912345678"));
    }
    assertThat(room.living()).hasSize(50);
  }

  @Test
  void withoutNamesAnOfficeNumberJoinsNobody() {
    for (int i = 0; i < 50; i++) {
      room.take(form("e" + i, Map.of(), "email:p" + i + "@example.com", "phone:+8613912345678"));
    }
    assertThat(room.living()).hasSize(50);
  }

  @Test
  void twoPeopleOfOneCompanysMailboxAreTwoAndBothGetTheirMailThere() {
    var info = "email:info@example.com";
    var first = room.lead(form("e1", Map.of("name", "Anna Koch"), info, "cookie:one"));
    var other = room.lead(form("e2", Map.of("name", "Tom Smith"), info, "cookie:two"));
    var again = room.lead(form("e3", Map.of("name", "Anna Koch"), info, "cookie:three"));

    assertThat(other).isNotEqualTo(first);
    assertThat(again).as("the same name").isEqualTo(first);
    assertThat(room.living())
        .hasSize(2)
        .allSatisfy(lead ->
            assertThat(lead.profile().identities(IdentityType.EMAIL))
                .containsExactly("info@example.com"));
  }

  @Test
  void aVouchedCompanysMailboxMakesNobodyOnePersonEither() {
    var info = "email:info@example.com";
    room.take(vouched("e1", Map.of("name", "Anna Koch"), info));
    room.take(vouched("e2", Map.of("name", "Tom Smith"), info));
    room.take(vouched("e3", Map.of("name", "Tom Smith"), info, "email:tom@example.com"));

    assertThat(room.living()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"李娜,Tom Smith", "Tom Smith,李娜", "李娜,王芳", "'',王芳", "李娜,''"})
  void namesThatDoNotAgreeKeepTwoAddressesOfOneNumberApart(String one, String other) {
    room.take(form("e1", Map.of("name", one), "email:a@example.com", "phone:+8613912345678"));
    room.take(form("e2", Map.of("name", other), "email:b@example.com", "phone:+8613912345678"));

    assertThat(room.living()).hasSize(2);
  }

  @Test
  void anotherNameIsAnotherPersonAlsoWhereOnlyANumberIsKnown() {
    room.take(form("e1", Map.of("name", "孙三"), "phone:+8613912345678"));
    room.take(form("e2", Map.of("name", "李四"), "email:b@example.com", "phone:+8613912345678"));

    assertThat(room.living()).hasSize(2);
  }

  @Test
  void aMadeUpNumberStandsForNobody() {
    for (int i = 0; i < 50; i++) {
      room.take(form("e" + i, Map.of(), "email:p" + i + "@example.com", "phone:+8613800000000"));
    }
    room.take(form("e50", Map.of("mobile", "13800000000"), "phone:+8613800000000"));

    assertThat(room.living()).hasSize(51);
    assertThat(room.owner("phone:+8613800000000")).isNull();
  }

  @Test
  void aNumberDoesNotJoinTwoLeadsThatHaveAddressesOfTheirOwn() {
    var lin = room.lead(form("e1", Map.of(), "email:lin@example.com", "phone:+8613912345678"));
    var wang = room.lead(form("e2", Map.of(), "email:wang@example.com"));
    room.take(form("e3", Map.of(), "email:wang@example.com", "phone:+8613912345678"));

    assertThat(room.living()).hasSize(2);
    assertThat(room.owner("phone:+8613912345678")).isEqualTo(lin).isNotEqualTo(wang);
  }

  @Test
  void anAccountJoinsThemAllTheSame() {
    room.take(
        vouched("e1", Map.of(), "email:lin@example.com", "phone:+8613912345678", "unionid:u"));
    room.take(vouched("e2", Map.of(), "email:lin@example.cn"));
    room.take(vouched("e3", Map.of(), "email:lin@example.cn", "phone:+8613912345678", "unionid:u"));

    assertThat(room.living()).hasSize(1);
  }

  @Test
  void aPrivateAddressThatWasOnlyTypedIsAnotherLeadThatMayBeTheSame() {
    var name = Map.of("name", "李娜");
    room.take(form("e1", name, "cookie:1", "email:li@example.com", "phone:+8613912345678"));
    var second = form("e2", name, "cookie:2", "email:na@example.cn", "phone:+8613912345678");
    room.take(second).events().forEach(room::take);

    assertThat(room.living()).hasSize(2);
    var li = room.find(room.owner("email:li@example.com")).profile();
    var na = room.find(room.owner("email:na@example.cn")).profile();
    assertThat(na.names().openClaims())
        .singleElement()
        .satisfies(c -> assertThat(c.other()).isEqualTo(room.owner("email:li@example.com")));
    assertThat(li.names().openClaims())
        .singleElement()
        .satisfies(c -> assertThat(c.other()).isEqualTo(room.owner("email:na@example.cn")));
  }

  @Test
  void aPersonWithAPrivateAddressIsStillOneLead() {
    var name = Map.of("name", "李娜");
    room.take(form("e1", name, "cookie:1", "email:li@example.com", "phone:+8613912345678"));
    var row = new RecordImported("b", 1, new TreeMap<>(name));
    room.take(event("e2", NOON, row, "email:na@example.cn", "phone:+8613912345678").vouched());
    room.take(form("e3", name, "cookie:2", "email:na@example.cn"));

    assertThat(room.living()).hasSize(1);
    assertThat(room.living().getFirst().profile().events()).isEqualTo(3);
  }

  private static LeadEvent onTheTablet(int i, String... names) {
    var identities = new TreeSet<>(List.of(Identity.parse("cookie:tablet")));
    for (var name : names) {
      identities.add(Identity.parse(name));
    }
    return new LeadEvent(
        1,
        "t" + i,
        NOON,
        Channel.EXPO,
        null,
        identities,
        true,
        Origin.NONE,
        form("x", Map.of(), "cookie:tablet").happening()
                instanceof dev.trellis.core.event.Happening.FormSubmitted f
            ? new dev.trellis.core.event.Happening.FormSubmitted(
                f.form(), f.answers(), true, "zh", "page-" + i)
            : null);
  }
}
