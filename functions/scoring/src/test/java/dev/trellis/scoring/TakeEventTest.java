package dev.trellis.scoring;

import static dev.trellis.scoring.Events.NOON;
import static dev.trellis.scoring.Events.event;
import static dev.trellis.scoring.Events.form;
import static dev.trellis.scoring.Events.scan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.ErasureRequested;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.Separated;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.json.MessageFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakeEventTest {

  private final Room room = new Room();

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'version':1,'id':'a','occurredAt':'2026-03-02T12:00:00Z','channel':'web',"
            + "'identities':['cookie:c'],'happening':{'kind':'MindRead'}} | unknown kind",
        "{'version':2,'id':'a','occurredAt':'2026-03-02T12:00:00Z','channel':'web',"
            + "'identities':['cookie:c'],'happening':{'kind':'CodeScanned'}} | version must be 1",
        "{'version':1,'id':'a','occurredAt':'2026-03-02T12:05:01Z','channel':'web',"
            + "'identities':['cookie:c'],'happening':{'kind':'CodeScanned'}} | ahead of our time",
        "{'version':1,'id':'a','occurredAt':'2016-03-02T11:59:59Z','channel':'web',"
            + "'identities':['cookie:c'],'happening':{'kind':'CodeScanned'}} | 10 years ago",
        "{'version':1,'id':'a','occurredAt':'yesterday','channel':'web',"
            + "'identities':['cookie:c'],'happening':{'kind':'CodeScanned'}} | not a Instant",
        "{'version':1,'id':'a','occurredAt':'2026-03-02T12:00:00Z','channel':'web',"
            + "'identities':['fax:1'],'happening':{'kind':'CodeScanned'}} | unknown identity type",
        "{'version':1,'id':'a','occurredAt':'2026-03-02T12:00:00Z','channel':'web',"
            + "'identities':['cookie:c'],'happening':{'kind':'CrmChanged'}} | status is missing",
        "{'hello':'🌱'} | version must be 1",
      })
  void whatIsRefusedWaitsWithItsReasonAndAsItCame(String message, String reason) {
    var body = message.strip().replace('\'', '"');
    var taken = room.take.take(body);

    assertThat(taken.result()).isEqualTo(Result.REFUSED);
    assertThat(room.quarantine.list())
        .singleElement()
        .satisfies(refused -> {
          assertThat(refused.body()).isEqualTo(body);
          assertThat(refused.reason()).contains(reason.strip()).doesNotContain("🌱");
          assertThat(refused.at()).isEqualTo(NOON);
        });
    assertThat(room.tables.leads()).isEmpty();
  }

  @Test
  void whatADoorDoubtsWaitsUntilAPersonTakesIt() {
    var form = form("e1", Map.of("name", "Lin"), "email:lin@example.com");
    var said = (FormSubmitted) form.happening();
    var doubted =
        form.telling(
            new FormSubmitted(
                said.form(), said.answers(), true, "en", said.receipt(), false, "a trap"));

    assertThat(room.take(doubted).reason()).isEqualTo("a trap");
    assertThat(room.tables.leads()).isEmpty();
    var waiting = room.quarantine.list().getFirst();
    assertThat(waiting.reason()).isEqualTo("a trap");
    assertThat(LeadEvent.fromJson(waiting.body())).isEqualTo(form);

    assertThat(room.take.take(waiting.body()).result()).isEqualTo(Result.APPENDED);
    assertThat(room.tables.leads()).hasSize(1);
  }

  @Test
  void tooMuchIsRefusedAsAWhole() {
    var tags = IntStream.range(0, 10_000).boxed().collect(Collectors.toMap(i -> "t" + i, i -> "x"));
    room.take(form("e1", tags, "email:lin@example.com"));
    room.take(form("e2", Map.of("remark", "长".repeat(1_000_000)), "email:lin@example.com"));

    assertThat(room.tables.leads()).isEmpty();
    assertThat(room.quarantine.list()).hasSize(2);
  }

  @Test
  void whatIsAboutALeadThatWeDoNotHaveWaitsAsWell() {
    for (var happening :
        List.of(new CodeScanned(), new Separated("a", "b", "L1"), new ErasureRequested("a", "b"))) {
      var body = LeadEvent.about("Lnope", "e1", NOON, Channel.WEB, happening).toJson();
      assertThat(room.take.take(body).reason()).isEqualTo(TakeEvent.UNKNOWN);
      assertThat(room.quarantine.list()).anyMatch(refused -> refused.body().equals(body));
    }
    assertThat(room.tables.leads()).isEmpty();
  }

  @Test
  void theSameMessageRefusedTwiceWaitsOnce() {
    room.take.take("{\"a\":1}");
    room.take.take("{\"a\":1}");
    room.take.take("{\"a\":2}");

    assertThat(room.quarantine.list()).hasSize(2);
  }

  @Test
  void whatIsNoJsonAtAllIsPoison() {
    for (var body : new String[] {"", "nonsense", "[1]", "{\"a\":"}) {
      assertThatThrownBy(() -> room.take.take(body)).isInstanceOf(MessageFormatException.class);
    }
    assertThat(room.quarantine.list()).isEmpty();
  }

  @Test
  void aReplayTakesWhatIsInOrderByNow() {
    var early = event("e1", NOON.plusSeconds(600), new CodeScanned(), "cookie:c");
    room.take(early);
    var sent = new ArrayList<String>();
    var id = room.quarantine.list().getFirst().id();
    room.moveTo(NOON.plusSeconds(600));

    assertThat(room.quarantine.replay(id, sent::add)).isTrue();
    sent.forEach(room.take::take);
    assertThat(room.quarantine.list()).isEmpty();
    assertThat(room.living()).hasSize(1);
    assertThat(room.quarantine.replay(id, sent::add)).isFalse();
  }

  @Test
  void aReplayThatIsRefusedAgainStays() {
    room.take.take("{\"a\":1}");

    room.quarantine.replay(room.quarantine.list().getFirst().id(), room.take::take);
    assertThat(room.quarantine.list()).hasSize(1);
  }

  @Test
  void aReplayWhoseMessageIsNotDurableLosesNothing() {
    room.take.take("{\"a\":1}");
    Consumer<String> noQueue =
        _ -> {
          throw new IllegalStateException("no queue");
        };

    var id = room.quarantine.list().getFirst().id();
    assertThatThrownBy(() -> room.quarantine.replay(id, noQueue)).hasMessage("no queue");
    assertThat(room.quarantine.list()).hasSize(1);
  }

  @Test
  void anOrdinaryEventIsTaken() {
    assertThat(room.take(scan("e1", "cookie:c")).result()).isEqualTo(Result.APPENDED);
  }
}
