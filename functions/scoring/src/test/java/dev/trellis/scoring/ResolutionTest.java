package dev.trellis.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The world of these tables: lead A is only a browser (c1); B has e1, p1 and c2; C has e2 and c3; D
 * has p2 and c4; E has e6, e7 and p3. Whatever ends in 8 or 9 is new, and p0 is made up.
 */
@Tag("R17")
class ResolutionTest {

  private static final Map<String, LeadRecord> WORLD =
      Map.of(
          "A", lead("A", "c1"),
          "B", lead("B", "e1 p1 c2"),
          "C", lead("C", "e2 c3"),
          "D", lead("D", "p2 c4"),
          "E", lead("E", "e6 e7 p3"));

  @ParameterizedTest(name = "{3}: {0} → leads [{1}], names [{2}]")
  @CsvSource({
    "c9,       '',    c9,       a new browser",
    "e9,       '',    e9,       a new address",
    "e9 p9 c9, '',    e9 p9 c9, all is new",
    "c1,       A,     c1,       a known browser",
    "c1 e9,    A,     c1 e9,    a scan and then a form from the same browser",
    "c1 e9 p9, A,     c1 e9 p9, a scan and then a longer form",
    "c2 e1 p1, B,     c2 e1 p1, the same person again",
    "c9 e1,    B,     c9 e1,    the same person at another browser",
    "e9 p1,    '',    e9,       the same mobile with another address and no name",
    "c2 e9 p1, '',    e9,       the same mobile and browser with another address and no name",
    "c2 e9 p9, '',    e9 p9,    a second person at the same browser",
    "c2 e9,    '',    e9,       another address at the same browser",
    "c2 p9,    '',    p9,       another mobile at the same browser",
    "c3 p9,    C,     c3 p9,    a first mobile at the browser of an address",
    "c4 e9,    D,     c4 e9,    a first address at the browser of a mobile",
    "c2 w9,    B,     c2 w9,    a first WeCom contact at a known browser",
    "e1 p2,    B D,   e1 p2,    two strong names of two leads",
    "e2 p1,    C,     e2,       an address here and the mobile of somebody with another address",
    "u9 e2 p1, C,     u9 e2,    the same with a new account",
    "u9 e9 p1, '',    u9 e9,    the same mobile with a second address and an account, no name",
    "e8 p3,    '',    e8,       a third address at one mobile",
    "e9 p0,    '',    e9,       a number that somebody made up",
    "p0,       '',    '',       nothing but a number that somebody made up",
    "e2 p2 c1, A C D, e2 p2 c1, two strong names and a browser that nobody else claims",
    "e1 c3,    B,     e1,       a browser of somebody with another address",
    "e1 c4,    B,     e1,       a browser of somebody with another mobile",
    "e2 c4,    C D,   e2 c4,    an address here and a mobile there: nothing contradicts",
    "c1 c3,    A C,   c1 c3,    two browsers that nothing keeps apart",
    "c2 c3,    B,     c2,       two browsers of two addresses",
  })
  void namesDecide(String identities, String leads, String names, String because) {
    assertResolved(
        Resolution.of(event(identities, false), owners(identities), Sameness.USUAL), leads, names);
  }

  @ParameterizedTest(name = "typed, {4}: {0} → leads [{1}], names [{2}], claims [{3}]")
  @CsvSource({
    "e9 p9 c9, '', e9 p9 c9, '',    all is new",
    "c1 e9,    A,  c1 e9,    '',    a scan and then a form from the same browser",
    "e1 c9,    B,  e1 c9,    '',    the same address at another browser",
    "p1,       B,  p1,       '',    nothing but a number",
    "e1 p9,    B,  e1,       p9,    another number beside an address",
    "e9 p1,    '', e9,       p1,    another address beside a number",
    "e9 p2,    '', e9,       p2,    a first address beside a number and no name",
    "e1 p2,    B,  e1,       p2,    an address here and a number there",
    "e1 e2,    B,  e1,       e2,    two addresses of two leads",
    "c2 e9,    '', e9,       '',    another address at the same browser",
    "c4 e9,    '', e9,       '',    a first address at the browser of a number",
    "e1 c3,    B,  e1,       '',    an address at another's browser",
    "w9 e1,    B,  e1,       w9,    an account beside an address",
    "e8 p0,    '', e8,       '',    a number that somebody made up",
  })
  void whatIsTypedFindsAndJoinsNobody(
      String identities, String leads, String names, String claims, String because) {
    var typed = event(identities, false, false);
    var resolution = Resolution.of(typed, owners(identities), Sameness.USUAL);

    assertResolved(resolution, leads, names);
    assertThat(resolution.claims().keySet()).isEqualTo(identities(claims));
  }

  @ParameterizedTest(name = "by a partner who vouches for WeCom: {0} → leads [{1}], names [{2}]")
  @CsvSource({
    "w9 e1, '', w9,    e1",
    "w9 p1, '', w9,    p1",
    "w9 e9, '', w9 e9, ''",
  })
  void aProvenAccountComesToNobodyByAnAddressThatIsTypedBesideIt(
      String identities, String leads, String names, String claims) {
    var told = event(identities, false, false).proving("wecom", Proof.VOUCHED);
    var resolution = Resolution.of(told, owners(identities), Sameness.USUAL);

    assertResolved(resolution, leads, names);
    assertThat(resolution.claims().keySet()).isEqualTo(identities(claims));
  }

  @ParameterizedTest(name = "shared device: {0} → leads [{1}], names [{2}]")
  @CsvSource({
    "c1,       '', ''",
    "c1 e9,    '', e9",
    "c2 e1,    B,  e1",
    "c2 e2,    C,  e2",
    "c9 e9 p9, '', e9 p9",
  })
  void aSharedDeviceNamesNobody(String identities, String leads, String names) {
    assertResolved(
        Resolution.of(event(identities, true), owners(identities), Sameness.USUAL), leads, names);
  }

  @ParameterizedTest(name = "told that it is B: {0} → names [{1}]")
  @CsvSource({"c9, c9", "e9, e9", "c2 e1, c2 e1", "c1, ''", "e2 w9, w9"})
  void anEventThatSaysWhoseItIsTakesOnlyFreeNames(String identities, String names) {
    var resolution = Resolution.told(event(identities, false), WORLD.get("B"), owners(identities));
    assertResolved(resolution, "B", names);
  }

  private static void assertResolved(Resolution resolution, String leads, String names) {
    assertThat(resolution.leads().stream().map(LeadRecord::lead).collect(Collectors.joining(" ")))
        .isEqualTo(leads);
    assertThat(resolution.names()).isEqualTo(identities(names));
  }

  private static Map<Identity, LeadRecord> owners(String identities) {
    var owners = new HashMap<Identity, LeadRecord>();
    for (var identity : identities(identities)) {
      WORLD.values().stream()
          .filter(lead -> lead.profile().identities().contains(identity))
          .forEach(lead -> owners.put(identity, lead));
    }
    return owners;
  }

  private static LeadRecord lead(String id, String identities) {
    return LeadRecord.unborn(id).withProfile(Profile.EMPTY.with(event(identities, false)));
  }

  private static LeadEvent event(String identities, boolean sharedDevice) {
    return event(identities, sharedDevice, true);
  }

  private static LeadEvent event(String identities, boolean sharedDevice, boolean isVouched) {
    var typed =
        new LeadEvent(
            LeadEvent.VERSION,
            "event",
            Instant.EPOCH,
            Channel.WEB,
            null,
            identities(identities),
            sharedDevice,
            Origin.NONE,
            new CodeScanned());
    return isVouched ? typed.vouched() : typed;
  }

  private static TreeSet<Identity> identities(String words) {
    return Arrays.stream(words.split(" "))
        .filter(word -> !word.isEmpty())
        .map(ResolutionTest::identity)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Identity identity(String word) {
    return Identity.parse(
        switch (word.charAt(0)) {
          case 'e' -> "email:" + word + "@example.com";
          case 'p' ->
              word.equals("p0") ? "phone:+8613800000000" : "phone:+861380013800" + word.charAt(1);
          case 'u' -> "unionid:" + word;
          case 'w' -> "wecom:" + word;
          default -> "cookie:" + word;
        });
  }
}
