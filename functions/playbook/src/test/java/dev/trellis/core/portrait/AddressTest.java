package dev.trellis.core.portrait;

import static dev.trellis.core.portrait.Drawing.call;
import static dev.trellis.core.portrait.Drawing.form;
import static dev.trellis.core.portrait.Drawing.imported;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where mail goes, and which addresses and numbers gave way. */
@Tag("R17")
@Tag("R24")
class AddressTest {

  private static final LeadEvent TYPED =
      form("email", "old@example.cn", "mobile", "+8613800138000")
          .naming(names("email:old@example.cn", "phone:+8613800138000"));

  @Test
  void mailGoesWhereSalesSays() {
    var portrait =
        Drawing.of(TYPED, call("email", "a@example.cn").naming(names("email:a@example.cn")));

    assertThat(portrait.email()).contains("a@example.cn");
    assertThat(portrait.profile().names().former())
        .contains(Identity.parse("email:old@example.cn"))
        .doesNotContain(
            Identity.parse("email:a@example.cn"), Identity.parse("phone:+8613800138000"));
  }

  @Test
  void anAddressThatIsNotThePersonsIsNeverMailedTo() {
    var portrait =
        Drawing.of(
            TYPED,
            call("email", "other@example.cn"),
            imported("email", "first@example.cn").naming(names("email:first@example.cn")));

    assertThat(portrait.email()).contains("old@example.cn");
    assertThat(portrait.profile().names().former()).isEmpty();
  }

  @Test
  void aNumberGivesWayToo() {
    var corrected = call("mobile", "+8613800138001").naming(names("phone:+8613800138001"));

    assertThat(Drawing.of(TYPED, corrected).profile().names().former())
        .contains(Identity.parse("phone:+8613800138000"))
        .doesNotContain(Identity.parse("email:old@example.cn"));
  }

  private static List<Identity> names(String... names) {
    return List.of(names).stream().map(Identity::parse).toList();
  }
}
