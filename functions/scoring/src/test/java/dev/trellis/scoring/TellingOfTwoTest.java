package dev.trellis.scoring;

import static dev.trellis.scoring.Events.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.ErasureRequested;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.LeadEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What others tell of a living lead and, in the same breath, of a person who was erased. */
@Tag("R17")
class TellingOfTwoTest {

  private static final String LIVING = "email:living@example.cn";
  private static final Instant LATER = NOON.plusSeconds(120);

  private final Room room = new Room();
  private String lead;

  @BeforeEach
  void oneIsErasedAndOneLives() {
    lead = room.lead(Events.vouched("a", Map.of(), LIVING));
    var erased =
        room.lead(Events.vouched("b", Map.of(), "email:canary@example.cn", "phone:+8613800138042"));
    room.moveTo(NOON.plusSeconds(60));
    var wish = new ErasureRequested("dpo", "asked");
    room.take(LeadEvent.about(erased, "erase", NOON.plusSeconds(60), Channel.SYSTEM, wish));
    room.moveTo(LATER);
  }

  @Test
  void theCrmsWordOnTheLivingIsKeptWithoutTheOther() {
    var values = values("plan", "asap", "email", "Canary@Example.cn", "note", "138 0013 8042");
    tell(about(new CrmChanged("x", "h", "stage", null, "s", "a", values)));
    assertThat(room.find(lead).profile().value("plan")).contains("asap");
    nothingIsLeft();
  }

  @Test
  void soIsACallOfWhoeverIsNamedByAnAddress() {
    var call = new CallRecorded("sdr", "reached", values("plan", "asap", "mobile", "13800138042"));
    tell(Events.event("c", LATER, call, LIVING));
    assertThat(room.find(lead).profile().value("plan")).contains("asap");
    nothingIsLeft();
  }

  @Test
  void soIsARowOfAFile() {
    var row = new RecordImported("b", 7, values("plan", "asap", "remark", "canary@example.cn"));
    tell(Events.event("c", LATER, row, LIVING));
    assertThat(room.events(lead)).containsExactly("a", "c");
    nothingIsLeft();
  }

  @Test
  void whatIsRefusedWaitsInQuarantineWithoutTheOther() {
    var tomorrow = LATER.plus(Duration.ofDays(400));
    var values = values("plan", "asap", "email", "canary@example.cn");
    var change = new CrmChanged("x", "h", "stage", null, "s", "a", values);
    var refused = LeadEvent.about(lead, "c", tomorrow, Channel.CRM, change);
    assertThat(room.take(refused).result()).isEqualTo(Result.REFUSED);
    assertThat(room.quarantine.list())
        .singleElement()
        .satisfies(kept -> assertThat(kept.body()).contains("asap"));
    nothingIsLeft();
  }

  @Test
  void whatGoesByTheirNameIsTheirs() {
    var row = new RecordImported("b", 7, values("name", "canary"));
    var told = Events.event("c", LATER, row, LIVING, "email:canary@example.cn");
    assertThat(room.take(told).result()).isEqualTo(Result.REFUSED);
    assertThat(room.events(lead)).containsExactly("a");
    nothingIsLeft();
  }

  @Test
  void aBrowserIsNobodyElse() {
    room.take(Events.event("s", LATER, new Happening.CodeScanned(), "cookie:anybody"));
    var call = new CallRecorded("sdr", "reached", values("note", "canary@example.cn"));
    var told = Events.event("c", LATER, call, "cookie:anybody");
    assertThat(room.take(told).result()).isEqualTo(Result.DROPPED);
    nothingIsLeft();
  }

  private void tell(LeadEvent event) {
    assertThat(room.take(event).result()).isEqualTo(Result.APPENDED);
  }

  private LeadEvent about(Happening happening) {
    return LeadEvent.about(lead, "c", LATER, Channel.CRM, happening);
  }

  private static TreeMap<String, String> values(String... pairs) {
    var values = new TreeMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    return values;
  }

  private void nothingIsLeft() {
    assertThat(room.tables.dump().toLowerCase(Locale.ROOT))
        .doesNotContain("canary", "13800138042", "138 0013 8042");
  }
}
