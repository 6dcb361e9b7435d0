package dev.trellis.scoring;

import static dev.trellis.scoring.Events.NOON;
import static dev.trellis.scoring.Events.event;
import static dev.trellis.scoring.Events.form;
import static dev.trellis.scoring.Events.scan;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.ErasureRequested;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.Happening.RetentionEnded;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.journey.Why;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.lifecycle.Reason.InPool;
import dev.trellis.core.message.ErasureDue;
import dev.trellis.core.message.HandoffDue;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.LeadStore.Name;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.Quarantine.Refused;
import dev.trellis.memory.InMemoryHandoffLedger;
import dev.trellis.memory.InMemoryMailLedger;
import dev.trellis.memory.InMemoryPlacementStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person whose every field holds a canary, in two browsers that turned out to be one person. */
@Tag("R17")
class EraseLeadTest {

  private static final String EMAIL = "email:canary@example.com";
  private static final String MOBILE = "phone:+8613800138042";
  private static final String[] CANARIES = {"canary", "Canary", "13800138042"};

  private static final String[][] NAMED = {
    {EMAIL},
    {MOBILE},
    {"openid:canary"},
    {"wecom:canary"},
    {"crm:x/canary"},
    {EMAIL, MOBILE, "cookie:canary-desk"},
    {"crm:x/another", EMAIL}
  };

  private final Room room = new Room();
  private final List<LeadEvent> told = new ArrayList<>();
  private String lead;

  private void tell(LeadEvent event) {
    told.add(event);
    room.takeAndFile(event);
  }

  private static TreeMap<String, String> canaries(String... fields) {
    var values = new TreeMap<String, String>();
    for (var field : fields) {
      values.put(field, "canary " + field);
    }
    return values;
  }

  private void aPersonIsKnown() {
    var answers = canaries("name", "company", "title", "mobile", "email", "remark");
    tell(scan("e1", "cookie:canary-desk"));
    tell(event("e2", NOON, new PageVisited("/canary", 5, "canary keyword"), "cookie:canary-phone"));
    tell(event("e3", NOON, new FormSubmitted("f", answers, true, "zh", "r"), EMAIL, MOBILE));
    tell(event("e4", NOON, new PageVisited("/canary", 9, null), EMAIL, "cookie:canary-phone"));
    tell(scan("e5", "cookie:canary-desk", MOBILE, "wecom:canary", "openid:canary", "crm:x/canary"));
    tell(event("e6", NOON, new RecordImported("b", 1, canaries("company", "note")), EMAIL));
    lead = room.living().getFirst().lead();
    assertThat(room.living()).hasSize(1);
    assertThat(room.find(lead).absorbed()).hasSize(2);
    tell(about("e7", new CallRecorded("sdr", "canary said", canaries("need"))));
    tell(about("e8", new Overridden("boss", "canary", canaries("industry"))));
    tell(about("e9", new CrmChanged("x", "h", "stage", "canary", "canary", "a", canaries("plan"))));
    others();
  }

  private LeadEvent about(String id, dev.trellis.core.event.Happening happening) {
    return LeadEvent.about(lead, id, NOON, Channel.CRM, happening);
  }

  private void others() {
    var canary = Condition.parse("company is canary");
    var placement =
        new Placement(
            "mil", "mil/low", List.of(canary), List.of(new InPool("mil/low", canary)), null);
    var move = new Move("m", NOON, null, null, "mil", "mil/low", placement.because());
    new InMemoryPlacementStore(room.tables)
        .save(
            lead,
            new Position(
                placement,
                new TreeMap<>(Map.of("mil", NOON)),
                new TreeMap<>(),
                new TreeMap<>(),
                null,
                null,
                null,
                null,
                new TreeMap<>(),
                false,
                0),
            Optional.of(move));
    new InMemoryMailLedger(room.tables)
        .claim(
            new MailLedger.Entry(
                "s",
                lead,
                MailLedger.State.CLAIMED,
                "o",
                NOON,
                "j",
                "1",
                "m",
                "c",
                Why.parse("w"),
                "Dear Canary",
                null,
                null,
                false),
            "key");
    new InMemoryHandoffLedger(room.tables)
        .claim(
            new HandoffLedger.Entry(
                "h",
                lead,
                HandoffLedger.State.CLAIMED,
                "o",
                NOON,
                null,
                null,
                "{\"name\":\"canary\"}"));
    room.quarantine.put(
        Refused.now(
            "{\"identities\":[\"" + EMAIL + "\"],\"happening\":{\"name\":\"canary\"}}",
            "unknown kind",
            NOON));
    for (var typed :
        List.of("email:Canary@Example.com ", "phone:138 0013-8042", "+86 138 0013 8042")) {
      room.quarantine.put(
          Refused.now("{\"as\":[\"" + typed + "\"],\"name\":\"canary\"}", "version", NOON));
    }
    room.quarantine.put(Refused.now("{\"identities\":[\"email:can-ary@example.com\"]}", "x", NOON));
  }

  private LeadEvent erasure() {
    return LeadEvent.about(
        lead, "erase", NOON.plusSeconds(60), Channel.SYSTEM, new ErasureRequested("dpo", "asked"));
  }

  private void erase() {
    room.moveTo(NOON.plusSeconds(61));
    var erased = room.take(erasure());
    assertThat(erased.result()).isEqualTo(Result.ERASED);
    assertThat(erased.reason()).as("in the log").contains(lead);
  }

  @Test
  void nothingOfThePersonIsLeftAnywhere() {
    aPersonIsKnown();
    assertThat(room.tables.dump()).contains(CANARIES);
    erase();

    assertThat(room.tables.dump()).doesNotContain(CANARIES);
    assertThat(room.tables.leads())
        .hasSize(3)
        .allSatisfy(l -> assertThat(l.erasedAt()).isEqualTo(NOON.plusSeconds(61)));
    assertThat(room.quarantine.list()).as("what is about others stays").hasSize(1);
  }

  @Test
  void whateverIsDeliveredLateRaisesNobodyFromTheDead() {
    aPersonIsKnown();
    erase();
    var before = room.tables.dump();
    for (var late : told) {
      assertThat(room.take(late).updates()).as(late.id()).isEmpty();
    }
    room.take(event("new-to-us", NOON.minusSeconds(9), new PageVisited("/x", 1, null), EMAIL));
    room.take(
        LeadEvent.about(
            lead, "late", NOON.plusSeconds(99), Channel.MAIL, scan("x", EMAIL).happening()));
    room.take(erasure());

    room.quarantine.list().stream()
        .filter(r -> r.reason().equals("erased"))
        .forEach(room.quarantine::remove);
    assertThat(room.tables.dump()).isEqualTo(before);
  }

  /** What failed five times before the erasure, and is redriven after it, was never stored. */
  @Test
  void deadLettersOfThePersonAreForgottenWhenTheyAreRedriven() {
    aPersonIsKnown();
    erase();
    for (var dead : told) {
      var body = dead.toJson().replace("\"id\":\"" + dead.id(), "\"id\":\"dead-" + dead.id());
      assertThat(body).contains("dead-");
      assertThat(room.take.take(body).updates()).as(dead.id()).isEmpty();
    }
    room.take.take("{\"version\":1,\"who\":[\"Canary@example.com\"],\"name\":\"canary\"}");

    assertThat(room.tables.dump()).doesNotContain(CANARIES);
    assertThat(room.living()).isEmpty();
  }

  @Test
  @Tag("R105")
  void theCrmIsToldByItsOwnIdsAsOftenAsTheErasureIsDelivered() {
    aPersonIsKnown();
    erase();
    assertThat(room.crm.sent())
        .containsExactly(
            new ErasureDue(
                Ids.derived("erasure", lead),
                lead,
                List.of("h"),
                List.of("canary"),
                NOON.plusSeconds(61)));
    new InMemoryHandoffLedger(room.tables)
        .claim(
            new HandoffLedger.Entry(
                Ids.derived("erasure", lead),
                lead,
                HandoffLedger.State.DELIVERED,
                "o",
                NOON,
                null,
                null,
                null));
    room.take(erasure());
    assertThat(room.crm.sent()).hasSize(1);
  }

  // That it was handed over is told above.
  @Test
  @Tag("R105")
  void theCrmIsToldOfWhomItKnowsByAnyWay() {
    var row = new RecordImported("export", 1, new TreeMap<>());
    var answer = new CrmChanged("x", null, "accepted", null, null, "a", new TreeMap<>());
    var refused = new CrmChanged("x", "h3", "accepted", null, null, "a", new TreeMap<>());

    lead = room.lead(event("e1", NOON, row, "email:a@example.cn", "crm:x/17"));
    assertThat(toldOf(lead)).isEqualTo("[] [17]");
    lead = room.lead(event("e2", NOON, row, "email:b@example.cn", "crm:18").vouched());
    assertThat(toldOf(lead)).isEqualTo("[] [18]");
    lead = room.lead(event("e3", NOON, answer, "crm:x/19"));
    assertThat(toldOf(lead)).isEqualTo("[] [19]");
    lead = room.lead(scan("e4", "email:c@example.cn"));
    room.take(about("e5", answer));
    assertThat(toldOf(lead)).as("by our id alone").isEqualTo("[] []");
    lead = room.lead(scan("e6", "email:d@example.cn"));
    room.take(about("e7", refused).naming(identities("crm:x/20")).vouched());
    assertThat(toldOf(lead)).as("by a hand-off that it refused at first").isEqualTo("[h3] [20]");
  }

  private String toldOf(String lead) {
    int before = room.crm.sent().size();
    room.take(
        LeadEvent.about(
            lead,
            "erase-" + lead,
            NOON.plusSeconds(60),
            Channel.SYSTEM,
            new ErasureRequested("dpo", "asked")));
    assertThat(room.crm.sent()).hasSize(before + 1);
    var due = room.crm.sent().getLast();
    assertThat(due.lead()).isEqualTo(lead);
    return due.handoffs() + " " + due.crmIds();
  }

  @Test
  void aLeadThatTheCrmNeverSawIsNoneOfItsBusiness() {
    lead = room.lead(scan("e1", EMAIL, "crm:another/1"));
    erase();
    assertThat(room.crm.sent()).isEmpty();
  }

  @Test
  @Tag("R105")
  void whatOthersWroteWhileThePersonWasBeingForgottenGoesOnceTheyTell() {
    aPersonIsKnown();
    erase();
    others();
    var received = new CrmChanged("x", "h9", "received", null, null, null, new TreeMap<>());
    room.take(
        LeadEvent.about(
                lead, HandoffDue.receivedEvent("h9"), NOON.plusSeconds(62), Channel.CRM, received)
            .naming(identities("crm:x/canary-9")));

    assertThat(room.items.all(lead)).hasSize(1);
    var theirs = new CrmChanged("x", null, "received", null, null, null, new TreeMap<>());
    room.take(LeadEvent.about(lead, "theirs", NOON.plusSeconds(63), Channel.CRM, theirs));
    assertThat(room.crm.sent()).as("what the CRM tells by itself is not answered").hasSize(2);
    assertThat(room.crm.sent().getLast().handoffs()).containsExactly("h9");
    assertThat(room.crm.sent().getLast().crmIds()).containsExactly("canary-9");
  }

  @Test
  void whoIsSilentTooLongIsForgottenUnlessSomebodyHeardOfThem() {
    aPersonIsKnown();
    room.moveTo(NOON.plusSeconds(61));
    var early =
        LeadEvent.about(
            lead, "r1", room.instant(), Channel.SYSTEM, new RetentionEnded(NOON.minusSeconds(1)));
    assertThat(room.take(early).result()).isEqualTo(Result.KEPT);
    assertThat(room.find(lead).erasedAt()).isNull();

    var due = LeadEvent.about(lead, "r2", room.instant(), Channel.SYSTEM, new RetentionEnded(NOON));
    assertThat(room.take(due).result()).isEqualTo(Result.ERASED);
    assertThat(room.take(due).result()).isEqualTo(Result.ERASED);
    assertThat(room.tables.dump()).doesNotContain(CANARIES);
  }

  @Test
  void aNumberThatThePersonOnlyTypedIsNotForgottenForWhoseItIs() {
    var foreign = Identity.parse("phone:+8613900139001");
    lead = room.lead(form("e1", Map.of(), EMAIL));
    room.take(form("e2", Map.of(), EMAIL, foreign.toString()));
    var typed = room.store.names(Set.of(foreign)).get(foreign);
    assertThat(typed.claimants()).containsExactly(lead);
    erase();

    assertThat(room.store.names(Set.of(foreign)).getOrDefault(foreign, new Name(null, null)))
        .isEqualTo(new Name(null, null));
    var row = new RecordImported("b", 1, new TreeMap<>(Map.of("name", "Li Na")));
    var told = event("row", NOON.plusSeconds(60), row, foreign.toString()).vouched();
    assertThat(room.take(told).result()).isEqualTo(Result.APPENDED);
    assertThat(room.owner(foreign.toString())).isNotNull();
  }

  @Test
  void aFileThatNamesThePersonIsRefusedAndNotKept() {
    aPersonIsKnown();
    erase();
    var row = new RecordImported("batch-7", 12, canaries("name", "company"));
    var refused = room.take(event("row", NOON.plusSeconds(90), row, EMAIL));

    assertThat(refused.reason()).isEqualTo("erased");
    assertThat(room.quarantine.list())
        .filteredOn(r -> r.reason().equals("erased"))
        .singleElement()
        .satisfies(
            r -> assertThat(r.body()).contains("batch-7", "12", "row").doesNotContain("canary"));
    assertThat(room.tables.dump()).doesNotContain(CANARIES);
  }

  @Test
  void aRowThatNamesThePersonUnderANewIdIsRefusedWhomeverItIsToldOf() {
    aPersonIsKnown();
    erase();
    var leads = room.tables.leads().size();
    var known = room.lead(scan("other", "wecom:other"));
    var row = new RecordImported("batch-8", 1, canaries("name", "company", "email"));
    var told =
        LeadEvent.about(known, "row-2", NOON.plusSeconds(91), Channel.IMPORT, row)
            .naming(Set.of(Identity.parse(EMAIL)));

    assertThat(room.take(event("row", NOON.plusSeconds(90), row, "crm:x/77", MOBILE)).reason())
        .isEqualTo("erased");
    assertThat(room.take(told).reason()).isEqualTo("erased");
    assertThat(room.tables.leads()).hasSize(leads + 1);
    assertThat(room.events(known)).containsExactly("other");
    assertThat(room.tables.dump()).doesNotContain(CANARIES);
  }

  @Test
  void whoComesBackIsANewLead() {
    aPersonIsKnown();
    erase();
    room.moveTo(NOON.plusSeconds(120));
    var born = room.lead(back(EMAIL));

    assertThat(born).isNotEqualTo(lead);
    assertThat(room.find(born).profile().events()).isEqualTo(1);
    assertThat(room.take(told.get(3)).result())
        .as("what was before is over")
        .isEqualTo(Result.DROPPED);
    var row = new RecordImported("b", 2, canaries("company"));
    assertThat(room.lead(event("row", NOON.plusSeconds(121), row, EMAIL))).isEqualTo(born);
    room.take(erasure());
    assertThat(room.find(born).erasedAt()).as("the same wish again").isNull();
  }

  private static LeadEvent back(String... names) {
    var form = new FormSubmitted("f", canaries("name"), true, "zh", "r2");
    return event("back", NOON.plusSeconds(120), form, names);
  }

  @Test
  void whateverOthersTellInWhateverChannelLeavesNothing() {
    aPersonIsKnown();
    erase();
    room.moveTo(NOON.plusSeconds(120));
    var before = room.tables.dump();
    var others = 0;
    for (var names : NAMED) {
      for (var channel : Channel.values()) {
        for (var kind : Kinds.all("canary@example.com").values()) {
          var at = NOON.plusSeconds(100);
          var told = LeadEvent.of("o" + others, at, channel, identities(names), Origin.NONE, kind);
          if (!OwnAct.is(told)
              && !(kind instanceof ErasureRequested || kind instanceof RetentionEnded)) {
            others++;
            room.takeAndFile(told);
            room.takeAndFile(told.telling(new RecordImported("b", others, canaries("email"))));
          }
        }
      }
    }
    assertThat(others).isGreaterThan(1_000);
    assertThat(room.tables.dump()).doesNotContain(CANARIES);
    room.quarantine.list().stream()
        .filter(refused -> refused.at().equals(room.instant()))
        .forEach(room.quarantine::remove);
    assertThat(room.tables.dump()).isEqualTo(before);
  }

  @Test
  void anAddressInAFieldOfTheCrmBringsNobodyBack() {
    aPersonIsKnown();
    erase();
    var known = room.lead(scan("other", "wecom:other"));
    var leads = room.tables.leads().size();
    for (var typed : List.of(" Canary@Example.com", "x@y.cn; canary@example.com")) {
      var values = new TreeMap<>(Map.of("backup", typed));
      var change = new CrmChanged("x", "h", "stage", null, "s", null, values);
      room.take(event("c1", NOON.plusSeconds(90), change, "crm:x/new"));
      room.take(LeadEvent.about(known, "c2", NOON.plusSeconds(90), Channel.CRM, change));
    }
    var call = new CallRecorded("sdr", "reached", new TreeMap<>(Map.of("tel", "138 0013 8042")));
    room.take(event("c3", NOON.plusSeconds(90), call, "wecom:other"));

    assertThat(room.tables.dump()).doesNotContain(CANARIES);
    assertThat(room.tables.leads()).hasSize(leads);
    assertThat(room.events(known)).containsExactly("other", "c2", "c3");
  }

  @Test
  void whatCannotBeTakenIsKeptWithoutThePerson() {
    aPersonIsKnown();
    erase();
    var ahead = event("ahead", NOON.plusSeconds(9_999), new EventAttended("e", 1), EMAIL);
    var unknown =
        LeadEvent.about("Lnone", "who", NOON.plusSeconds(90), Channel.CRM, ahead.happening());
    room.take(ahead);
    room.take.take("{\"version\":1,\"who\":[\"Canary@example.com\"],\"name\":\"canary\"}");

    assertThat(room.take(unknown.naming(identities(EMAIL))).result()).isEqualTo(Result.DROPPED);
    assertThat(room.quarantine.list()).hasSize(3);
    assertThat(room.tables.dump()).doesNotContain(CANARIES);
  }

  @Test
  void onceThePersonIsBackOthersMayTellOfThemAgain() {
    aPersonIsKnown();
    erase();
    room.moveTo(NOON.plusSeconds(200));
    var born = room.lead(back(EMAIL, "cookie:canary-desk"));
    var call = new CallRecorded("sdr", "reached", canaries("need"));

    assertThat(room.lead(event("call", NOON.plusSeconds(130), call, EMAIL))).isEqualTo(born);
    assertThat(room.take(event("old", NOON.plusSeconds(30), call, EMAIL)).result())
        .as("what was before is over")
        .isEqualTo(Result.DROPPED);
    assertThat(room.take(event("more", NOON.plusSeconds(131), call, EMAIL, MOBILE)).result())
        .as("what they did not tell again stays forgotten")
        .isEqualTo(Result.DROPPED);
    var filed = new CrmChanged("x", "h", "received", null, null, null, new TreeMap<>());
    assertThat(
            room.lead(
                LeadEvent.about(born, "filed", NOON.plusSeconds(132), Channel.CRM, filed)
                    .naming(identities("crm:x/canary"))))
        .as("the CRM may take its old record")
        .isEqualTo(born);
    assertThat(room.events(born)).containsExactly("back", "call", "filed");
  }

  private static TreeSet<Identity> identities(String... names) {
    var identities = new TreeSet<Identity>();
    for (var name : names) {
      identities.add(Identity.parse(name));
    }
    return identities;
  }

  @Test
  void anErasureMayNameThePersonInsteadOfTheLead() {
    aPersonIsKnown();
    room.moveTo(NOON.plusSeconds(61));
    var wish = event("erase", NOON.plusSeconds(60), new ErasureRequested("dpo", "asked"), EMAIL);
    room.take(wish);
    assertThat(room.tables.dump()).doesNotContain(CANARIES);

    var born = room.lead(back(EMAIL));
    room.take(wish);
    assertThat(room.find(born).erasedAt()).isNull();
  }

  @Test
  void toForgetWhoeverHasANumberForgetsNobodyWhoHadItTyped() {
    var lead =
        room.lead(form("squatted", Map.of(), "email:owner@example.cn", "phone:+8613800138061"));
    var right = new TreeMap<>(Map.of("mobile", "+8613800138062"));
    room.take(
        LeadEvent.about(
                lead,
                "right",
                NOON.plusSeconds(5),
                Channel.SYSTEM,
                new Overridden("sdr", "typo", right))
            .vouched());

    var asked = new ErasureRequested("dpo", "asked");
    room.take(event("erase", NOON.plusSeconds(60), asked, "phone:+8613800138061"));

    assertThat(room.find(lead).erasedAt()).isNull();
  }

  @Test
  void anErasureThatStoppedAnywhereIsFinishedByItsRedelivery() {
    for (int writes = 0; writes < 12; writes++) {
      var one = new EraseLeadTest();
      one.aPersonIsKnown();
      one.room.moveTo(NOON.plusSeconds(61));
      var stopping = new Stopping(one.room, writes);
      try {
        new EraseLead(
                one.room.store,
                stopping.items(),
                one.room.accounts,
                one.room.quarantine,
                Room.MENTIONS,
                one.room.tellCrm,
                one.room)
            .erase(one.erasure());
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("stopped");
      }
      one.room.take(one.told.get(2));
      one.erase();
      assertThat(one.room.tables.dump()).as("after %s writes", writes).doesNotContain(CANARIES);
    }
  }
}
