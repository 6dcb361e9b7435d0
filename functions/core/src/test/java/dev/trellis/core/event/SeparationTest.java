package dev.trellis.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.Happening.MailSent;
import dev.trellis.core.identity.Identity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The survivor A had e1, p1 and c1; the group B (with D) had e2, p2 and c2; both used c3. */
@Tag("R17")
class SeparationTest {

  private static final Set<String> GROUP = Set.of("B", "D");
  private static final TreeSet<Identity> OF_GROUP = identities("e2 p2 c2 c3");
  private static final TreeSet<Identity> OF_SURVIVOR = identities("e1 p1 c1 c3");

  @ParameterizedTest(name = "{0} → moved: {1}, {2}")
  @CsvSource({
    "e2,          x1,       a name of the group",
    "e1,          '',       a name of the survivor",
    "e1 p2,       '',       the stronger name decides",
    "e2 p1,       x1,       the stronger name decides",
    "p2 c1,       x1,       a number is more than a browser",
    "c2,          x1,       nothing but a browser",
    "c3,          '',       nothing decides",
    "e9,          '',       nobody knows it",
    "e9 c2,       x1,       a new name at the browser of the group",
    "e9 c2|e9 p1, '',       a stronger name elsewhere says whose the new one is",
    "e9|e9 c3|e9 p2, x1 x2 x3, a name learned from the last decides the first",
    "e9 c3|c3,    '',       a browser of both decides nothing",
    "B:c1,        x1,       told about the absorbed lead",
    "D:e1,        x1,       told about a lead that the absorbed one had absorbed",
    "A:e2,        '',       told about the survivor",
    "A:c1 >e2,    x1,       a mail to an address of the group",
    "B:c2 >e1,    '',       a mail to an address of the survivor",
    "A:c1 >e9,    '',       a mail to an address of nobody",
    "e9 c2|A:c1 >e9, x1 x2, an address learned from a browser",
    "A:c1 >e2|A:c1 <e2, x1 x2, it arrived there",
    "A:c1 <e2,    '',       nobody kept where it went",
  })
  void theStrongestNameThatOneSideKnowsDecides(String events, String moved, String because) {
    assertThat(separation(events).moved()).containsExactlyInAnyOrder(words(moved));
  }

  @Test
  void aNewNameBelongsToTheSideOfItsEvent() {
    var separation = separation("e2 w7|e1 w8");

    assertThat(separation.names()).contains(identity("w7")).doesNotContain(identity("w8"));
    assertThat(separation.shared()).containsExactly(identity("c3"));
  }

  @Test
  void neitherASharedDeviceNorAMadeUpNumberDecides() {
    var names = identities("c2 p0");
    var kiosk =
        new LeadEvent(
            1, "x1", Instant.EPOCH, Channel.EXPO, null, names, true, null, new CodeScanned());
    var group = new TreeSet<>(OF_GROUP);
    group.add(identity("p0"));

    assertThat(Separation.of(List.of(kiosk), GROUP, group, OF_SURVIVOR).moved()).isEmpty();
  }

  private static Separation separation(String events) {
    var all = Arrays.stream(events.split("\\|")).map(String::strip).toArray(String[]::new);
    var since = new java.util.ArrayList<LeadEvent>();
    for (int i = 0; i < all.length; i++) {
      since.add(event("x" + (i + 1), all[i]));
    }
    return Separation.of(since, GROUP, OF_GROUP, OF_SURVIVOR);
  }

  private static LeadEvent event(String id, String words) {
    var lead = words.contains(":") ? words.substring(0, 1) : null;
    var parts = words.split(" [<>]");
    var names = identities(lead == null ? parts[0] : parts[0].substring(2));
    var happening = parts.length == 1 ? new CodeScanned() : mail(parts[1], words.contains(">"));
    return new LeadEvent(
        1, id, Instant.EPOCH, Channel.WEB, lead, names, false, Origin.NONE, happening);
  }

  private static Happening mail(String address, boolean isSent) {
    return isSent
        ? new MailSent("to " + address, "m", "deck", null, null, identity(address).mark())
        : new MailDelivered("to " + address);
  }

  private static String[] words(String text) {
    return Stream.of(text.split(" ")).filter(w -> !w.isEmpty()).toArray(String[]::new);
  }

  private static TreeSet<Identity> identities(String text) {
    return Stream.of(words(text))
        .map(SeparationTest::identity)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Identity identity(String word) {
    return Identity.parse(
        switch (word.charAt(0)) {
          case 'e' -> "email:" + word + "@example.com";
          case 'p' ->
              word.equals("p0") ? "phone:+8613800000000" : "phone:+861380013800" + word.charAt(1);
          case 'w' -> "wecom:" + word;
          default -> "cookie:" + word;
        });
  }
}
