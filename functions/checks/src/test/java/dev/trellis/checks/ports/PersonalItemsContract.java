package dev.trellis.checks.ports;

import static dev.trellis.core.port.LeadStore.AppendResult.APPENDED;
import static dev.trellis.core.port.LeadStore.AppendResult.CONFLICT;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.LeadStore.AppendResult;
import dev.trellis.core.port.LeadStore.Name;
import dev.trellis.core.port.LeadStore.Seat;
import dev.trellis.core.port.PersonalItems;
import dev.trellis.core.port.PersonalItems.Stored;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What export and erasure may expect of any {@link PersonalItems}. */
@Tag("R17")
abstract class PersonalItemsContract {

  private final Ports ports = ports();
  private final PersonalItems items = ports.items();
  private final String lead = Sample.lead();
  private final Identity email = Sample.identity(IdentityType.EMAIL);
  private final Identity cookie = Sample.identity(IdentityType.COOKIE);

  abstract Ports ports();

  private void everythingIsKnown() {
    Sample.everything(ports, lead, email, cookie);
  }

  @Test
  void handsOutEveryItemOfEveryKind() {
    everythingIsKnown();
    Sample.stored(ports.leads());

    assertThat(items.all(lead))
        .extracting(stored -> stored.item().replaceAll("#.*", ""))
        .containsExactlyInAnyOrder(
            "event", "handoff", "journey count", "journey", "mail", "move", "placement", "profile");
    assertThat(items.all(lead)).extracting(Stored::lead).containsOnly(lead);
    assertThat(Json.compose(items.all(lead).stream().map(Stored::content).toList()))
        .contains("李雷 🌱", "Dear 李雷", "Example Ltd", email.value(), cookie.value());
  }

  @Test
  void burialLeavesOnlyTheTombstone() {
    everythingIsKnown();
    var read = ports.leads().find(lead).orElseThrow();
    assertThat(items.bury(read.erased(Sample.NOON).atVersion(7))).isFalse();
    assertThat(items.bury(read.erased(Sample.NOON))).isTrue();
    items.clear(lead);
    items.clear(lead);

    assertThat(ports.leads().find(lead))
        .contains(LeadRecord.unborn(lead).erased(Sample.NOON).atVersion(2));
    assertThat(items.all(lead)).extracting(Stored::item).containsExactly("profile");
    assertThat(ports.leads().log(lead)).isEmpty();
    assertThat(ports.placements().load(lead).orElseThrow().lead().erasedAt()).isNotNull();
    assertThat(ports.mails().load(lead, "s").orElseThrow().lead().isLiving()).isFalse();
    assertThat(ports.handoffs().load(lead, "h").orElseThrow().entry()).isEmpty();
    assertThat(ports.enrollments().load(lead).orElseThrow().enrollments()).isEmpty();
  }

  @Test
  void forgottenNamesAreFreeAndRememberOnlyWhen() {
    everythingIsKnown();
    var unknown = Sample.identity(IdentityType.PHONE);
    var others = Sample.stored(ports.leads());
    var foreign = others.profile().identities().first();
    var names = Set.of(email, cookie, unknown, foreign);
    items.forget(names, Set.of(lead, "Lother"), Sample.NOON);

    assertThat(ports.leads().names(names))
        .containsEntry(email, new Name(null, Sample.NOON))
        .containsEntry(cookie, new Name(null, Sample.NOON))
        .containsEntry(unknown, new Name(null, Sample.NOON))
        .containsEntry(foreign, new Name(others.lead(), null));
    assertThat(ports.leads().owners(names)).containsOnlyKeys(foreign);
  }

  @Test
  void aNameThatSomebodyTakesAgainStillRemembers() {
    everythingIsKnown();
    items.forget(Set.of(email), Set.of(lead), Sample.NOON);
    var back = Sample.lead();
    Sample.append(ports.leads(), LeadRecord.unborn(back), Sample.scan(email));

    assertThat(ports.leads().names(Set.of(email)))
        .containsEntry(email, new Name(back, Sample.NOON));
  }

  @Test
  void whoClaimedANameWhileItWasNobodysIsRememberedUntilForgotten() {
    var phone = Sample.identity(IdentityType.PHONE);
    var first = claiming(phone, Set.of());
    var second = claiming(phone, Set.of(first));
    assertThat(ports.leads().names(Set.of(phone)))
        .containsEntry(phone, new Name(null, null, new TreeSet<>(Set.of(first, second))));

    items.forget(Set.of(phone), Set.of(first), Sample.NOON);
    var owner = Sample.lead();
    assertThat(taking(phone, owner, Set.of())).as("who read before").isEqualTo(CONFLICT);
    assertThat(taking(phone, owner, Set.of(first, second))).isEqualTo(CONFLICT);
    assertThat(taking(phone, owner, Set.of(second))).isEqualTo(APPENDED);
    assertThat(ports.leads().names(Set.of(phone)))
        .containsEntry(phone, new Name(owner, Sample.NOON, new TreeSet<>(Set.of(second))));

    items.forget(Set.of(phone), Set.of(second), Sample.NOON.plusSeconds(1));
    assertThat(ports.leads().names(Set.of(phone)))
        .containsEntry(phone, new Name(owner, Sample.NOON));
  }

  private AppendResult taking(Identity name, String lead, Set<String> claimants) {
    var event = Sample.scan(name);
    return ports
        .leads()
        .append(
            new Append(
                event,
                Sample.after(LeadRecord.unborn(lead), event),
                List.of(),
                Map.of(name, Optional.empty()),
                List.of(),
                Optional.empty(),
                Map.of(),
                Map.of(name, new TreeSet<>(claimants))));
  }

  @Test
  void aNameThatWasOnlyClaimedLosesItsClaimantsAndNothingElse() {
    var phone = Sample.identity(IdentityType.PHONE);
    var unknown = Sample.identity(IdentityType.PHONE);
    var first = claiming(phone, Set.of());
    var second = claiming(phone, Set.of(first));
    var foreign = Sample.stored(ports.leads());
    var owned = foreign.profile().identities().first();
    var names = Set.of(phone, unknown, owned);
    items.unclaim(names, Set.of(first, "Lother"));

    assertThat(ports.leads().names(names))
        .containsEntry(phone, new Name(null, null, new TreeSet<>(Set.of(second))))
        .containsEntry(owned, new Name(foreign.lead(), null))
        .doesNotContainKey(unknown);
    items.unclaim(names, Set.of(second));
    assertThat(ports.leads().names(Set.of(phone)).getOrDefault(phone, new Name(null, null)))
        .isEqualTo(new Name(null, null));
  }

  private String claiming(Identity name, Set<String> before) {
    var event = Sample.scan(Sample.identity(IdentityType.COOKIE));
    var lead = LeadRecord.unborn(Sample.lead());
    var after = Sample.after(lead, event);
    var wanted = Map.of(name, new Name(null, null, new TreeSet<>(before)));
    var none = Optional.<Seat>empty();
    var append = new Append(event, after, List.of(), Map.of(), List.of(), none, wanted, Map.of());
    assertThat(ports.leads().append(append)).isEqualTo(APPENDED);
    assertThat(ports.leads().append(late(append))).isEqualTo(CONFLICT);
    return lead.lead();
  }

  // Who read the name before that claim.
  private static Append late(Append earlier) {
    var event = Sample.scan(Sample.identity(IdentityType.COOKIE));
    var lead = Sample.after(LeadRecord.unborn(Sample.lead()), event);
    return new Append(
        event, lead, List.of(), Map.of(), List.of(), Optional.empty(), earlier.wanted(), Map.of());
  }
}
