package dev.trellis.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.json.MessageFormatException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProfileTest {

  private static final String GOLDEN =
      """
      {"identities":["email:li.na@example.cn","phone:+8613800138000","cookie:c1"],
      "facts":{"company":{"form":"mwoc0gls e2 示例 公司"},"consent":{"form":"mwoc0gls e2 yes"},
      "locale":{"form":"mwoc0gls e2 zh"},"submitted.summit-deck":{"inferred":"mwoc0gls e2 e2"}},
      "contents":{"deck":"mwoc0obk mwprg3k0 - 40 2 1"},"delivered":{"2DPbt_":"mwoc0p3c"},
      "doubts":["mwoc1j6o 2DPbt_..hdlk read 2 9 deck"],
      "activity":"g15SU,1R.14",
      "first":{"at":"2026-11-20T02:00:00Z","event":"e1","channel":"web","kind":"CodeScanned",
      "origin":{"code":"summit-talk","event":"summit","placement":"stage","content":"summit-deck"}},
      "last":{"at":"2026-11-21T02:00:00Z","event":"e6","channel":"web","kind":"ContentRead",
      "origin":{"code":"summit-talk","event":"summit","placement":"stage","content":"summit-deck"}},
      "events":6}
      """;

  @Test
  void aStoredProfileIsReadBackAsItWas() {
    var profile = fold(Samples.oneOfEachKind());

    assertThat(Profile.fromJson(profile.toJson())).isEqualTo(profile);
    assertThat(profile.events()).isEqualTo(Samples.oneOfEachKind().size());
  }

  @Test
  @Tag("R24")
  void theStrongestAuthorityIsShownAndTheOthersAreKept() {
    var form = Samples.form("e1", Samples.T0.plusSeconds(99), Map.of("industry", "finance"));
    var sales =
        Samples.event(
            "e2",
            Samples.T0,
            new Happening.CallRecorded(
                "sdr", "reached", new TreeMap<>(Map.of("industry", "energy"))));

    var profile = Profile.EMPTY.with(form).with(sales);

    assertThat(profile.value("industry")).hasValue("energy");
    assertThat(profile.facts().get("industry")).containsOnlyKeys(Authority.FORM, Authority.SALES);
  }

  @Test
  @Tag("R24")
  void whatAPartnerSaysOfACallIsNoWordOfSales() {
    var form = Samples.form("e1", Samples.T0, Map.of("need", "lead-scoring"));
    var answers = new TreeMap<>(Map.of("need", "other", "plan", "no-plan", "consent", "no"));
    var call = new Happening.CallRecorded("sdr", "reached", answers);
    var partners = Samples.event("e2", Samples.T0.plusSeconds(9), call).toldBy("events.acme");

    var profile = Profile.EMPTY.with(form).with(LeadEvent.fromJson(partners.toJson()));

    assertThat(profile.value("need")).hasValue("lead-scoring");
    assertThat(profile.facts().get("plan")).containsOnlyKeys(Authority.IMPORT);
    assertThat(profile.facts()).doesNotContainKey("call.outcome");
    assertThat(profile.activity().values()).noneMatch(day -> day.containsKey(Behaviour.CALL));
    assertThat(profile.value(Field.CONSENT)).hasValue("no");
    assertThat(Profile.fromJson(profile.toJson())).isEqualTo(profile);
    var believed = Profile.EMPTY.with(partners.proving("name", Proof.VOUCHED));
    assertThat(believed.facts().get("plan")).containsOnlyKeys(Authority.IMPORT);
  }

  @Test
  @Tag("R24")
  void aLaterWordThatNobodyOffersReplacesNoneThatIsOffered() {
    var good = new Happening.CallRecorded("a", "reached", new TreeMap<>(Map.of("need", "leads")));
    var bad = new Happening.CallRecorded("b", "reached", new TreeMap<>(Map.of("need", "robots")));
    var first = Samples.event("e1", Samples.T0, good);
    var second =
        Samples.event("e2", Samples.T0.plusSeconds(9), bad)
            .unoffered(new TreeSet<>(Set.of("need")));

    for (var profile :
        List.of(Profile.EMPTY.with(first).with(second), Profile.EMPTY.with(second).with(first))) {
      assertThat(profile.value("need")).hasValue("leads");
      assertThat(profile.facts().get("need"))
          .containsOnlyKeys(Authority.UNOFFERED, Authority.SALES);
    }
    assertThat(Profile.EMPTY.with(second).value("need")).hasValue("robots");
  }

  @Test
  void whatNobodyConfirmedOverrulesNothing() {
    var known = Map.of("email", "li.na@example.cn", "name", "李娜", "mobile", "13800138000");
    var other = new TreeMap<>(Map.of("email", "li.na@example.cn", "name", "x", "mobile", "1"));
    var unconfirmed =
        Samples.event(
            "e2",
            Samples.T0.plusSeconds(9),
            new Happening.FormSubmitted("newsletter", other, true, "en", null, true));

    var profile = Profile.EMPTY.with(Samples.form("e1", Samples.T0, known)).with(unconfirmed);

    assertThat(profile.value("name")).hasValue("李娜");
    assertThat(profile.value("mobile")).hasValue("13800138000");
    assertThat(profile.value(Field.CONSENT)).hasValue("yes");
    assertThat(profile.value(Field.LOCALE)).hasValue("zh");
  }

  @Test
  void withinOneAuthorityTheLatestWordCounts() {
    var first = Samples.form("e1", Samples.T0, Map.of("need", "tag-system"));
    var second = Samples.form("e2", Samples.T0.plusSeconds(1), Map.of("need", "lead-scoring"));

    assertThat(Profile.EMPTY.with(second).with(first).value("need")).hasValue("lead-scoring");
  }

  @Test
  @Tag("R82")
  void readsAreCountedWithFirstAndLast() {
    var profile =
        Profile.EMPTY
            .with(Samples.read("e1", Samples.T0.plusSeconds(60), "deck"))
            .with(Samples.read("e2", Samples.T0, "deck"));

    assertThat(profile.reads().get("deck"))
        .isEqualTo(
            new Reads(new TreeMap<>(Map.of(1, 2)), Samples.T0, Samples.T0.plusSeconds(60), 60));
  }

  @Test
  void aClickMovesNothing() {
    var before = fold(List.of(Samples.scan("e1", Samples.T0)));
    var after =
        before.with(
            Samples.event("e2", Samples.T0.plusSeconds(5), new Happening.MailClicked("s", "c")));

    assertThat(after.activity()).isEqualTo(before.activity());
    assertThat(after.reads()).isEmpty();
    assertThat(after.last()).isEqualTo(before.last());
  }

  @Test
  void oldActivityDropsOutInWhateverOrderItComes() {
    var old = Samples.scan("e1", Samples.T0);
    var edge = Samples.scan("e2", Samples.T0.plus(Duration.ofDays(1)));
    var now = Samples.scan("e3", Samples.T0.plus(Duration.ofDays(1 + Profile.HORIZON_DAYS)));

    var days = fold(List.of(old, edge, now)).activity().keySet();

    assertThat(days).hasSize(2);
    assertThat(fold(List.of(now, edge, old)).activity().keySet()).isEqualTo(days);
    assertThat(fold(List.of(edge, old, now)).activity().keySet()).isEqualTo(days);
  }

  @Test
  @Tag("R82")
  void readsAreCountedPerVersion() {
    var profile = fold(List.of(read("e1", 0, 1, 5), read("e2", 60, 2, 7), read("e3", 120, 2, 9)));

    var reads = profile.countedReads().get("deck");
    assertThat(reads.versions()).isEqualTo(Map.of(1, 1, 2, 2));
    assertThat(reads.count()).isEqualTo(3);
    assertThat(reads.seconds()).isEqualTo(21);
    assertThat(Profile.fromJson(profile.toJson()).reads()).isEqualTo(profile.reads());
  }

  @Test
  void theStoredFormIsShortAndStillReadable() {
    var profile =
        fold(
            List.of(
                Samples.scan("e1", Samples.T0),
                Samples.form("e2", Samples.T0.plusSeconds(10), Map.of("company", "示例 公司")),
                Samples.event(
                    "e3",
                    Samples.T0.plusSeconds(20),
                    new Happening.MailSent("s1", "m1", "content", "deck", "j")),
                Samples.event("e4", Samples.T0.plusSeconds(21), new Happening.MailDelivered("s1")),
                Samples.event(
                    "e5",
                    Samples.T0.plusSeconds(60),
                    new Happening.ContentRead("deck", 2, 9, "s1", Samples.T0.plusSeconds(20))),
                read("e6", 86_400, 2, 40)));

    assertThat(profile.toJson()).isEqualTo(GOLDEN.replace("\n", ""));
    assertThat(Profile.fromJson(profile.toJson())).isEqualTo(profile);
  }

  @Test
  void aVisitFromBeforeItToldItsBrowserIsReadAsItWas() {
    var older = GOLDEN.replace("\n", "").replace("..hdlk", "");

    assertThat(Profile.fromJson(older).toJson()).isEqualTo(older);
    assertThat(Profile.fromJson(older).countedReads())
        .isEqualTo(Profile.fromJson(GOLDEN.replace("\n", "")).countedReads());
  }

  @Test
  void whatIsNoProfileIsRefusedWithoutQuotingIt() {
    for (var text :
        List.of("[]", "{}", "{\"events\":1,\"facts\":{\"name\":{\"form\":\"secret\"}}}")) {
      assertThatThrownBy(() -> Profile.fromJson(text))
          .isInstanceOf(MessageFormatException.class)
          .hasMessageNotContaining("secret");
    }
  }

  private static LeadEvent read(String id, long afterSeconds, int version, long seconds) {
    return Samples.event(
        id,
        Samples.T0.plusSeconds(afterSeconds),
        new Happening.ContentRead("deck", version, seconds, "s1"));
  }

  private static Profile fold(List<LeadEvent> events) {
    var profile = Profile.EMPTY;
    for (var event : events) {
      profile = profile.with(event);
    }
    return profile;
  }
}
