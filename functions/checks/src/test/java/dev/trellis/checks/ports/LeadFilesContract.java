package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.GroupStay;
import dev.trellis.core.lifecycle.Membership;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.LeadFile;
import dev.trellis.core.port.LeadFiles;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.PlacementStore.Shown;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What whoever looks at a lead may expect of any {@link LeadFiles}. */
abstract class LeadFilesContract {

  private final Ports ports = ports();
  private final LeadFiles files = ports.files();

  abstract Ports ports();

  private LeadRecord known() {
    var lead = Sample.lead();
    Sample.everything(ports, lead, Sample.identity(IdentityType.EMAIL));
    return ports.leads().find(lead).orElseThrow();
  }

  @Test
  void holdsWhatEveryStoreKeeps() {
    var lead = known().lead();
    var file = files.find(lead).orElseThrow();

    assertThat(file.lead()).isEqualTo(ports.leads().find(lead).orElseThrow());
    assertThat(file.position()).isEqualTo(ports.placements().load(lead).orElseThrow().position());
    assertThat(file.events()).extracting(LeadEvent::kind).containsExactly("FormSubmitted");
    assertThat(file.moves()).extracting(Move::id).containsExactly("m");
    assertThat(file.enrollments())
        .isEqualTo(ports.enrollments().load(lead).orElseThrow().enrollments())
        .extracting(Enrollment::journey)
        .containsExactly("j");
    assertThat(file.mails()).extracting(MailLedger.Entry::sendId).containsExactly("s");
    assertThat(file.handoffs()).extracting(HandoffLedger.Entry::handoffId).containsExactly("h");
  }

  @Test
  @Tag("R50")
  @Tag("R65")
  void everyStayInAGroupIsToldWithWhyUntilTheLeadIsErased() {
    var lead = known().lead();
    var first = stay(Sample.NOON);
    var end = new GroupStay.End(Sample.NOON.plusSeconds(5), Sample.PLAN_SOON);
    var second = stay(Sample.NOON.plusSeconds(9));

    place(lead, Map.of("g", first), Map.of());
    assertThat(files.find(lead).orElseThrow().stays()).containsExactly(GroupStay.in(first));
    place(lead, Map.of(), Map.of("g", end));
    assertThat(files.find(lead).orElseThrow().stays()).containsExactly(new GroupStay(first, end));
    place(lead, Map.of("g", second), Map.of());
    assertThat(files.find(lead).orElseThrow().stays())
        .containsExactly(new GroupStay(first, end), GroupStay.in(second));

    assertThat(ports.items().all(lead)).anyMatch(item -> item.item().startsWith("left#"));
    ports.items().clear(lead);
    assertThat(ports.items().all(lead)).noneMatch(item -> item.item().startsWith("left#"));
  }

  private static Membership stay(Instant since) {
    return new Membership("g", since, Sample.PLAN_SOON, new TreeMap<>(Map.of("plan", "soon")));
  }

  private void place(String lead, Map<String, Membership> in, Map<String, GroupStay.End> left) {
    var before = ports.placements().load(lead).orElseThrow();
    var since = new TreeMap<String, Instant>();
    in.forEach((group, membership) -> since.put(group, membership.since()));
    var card =
        new Card(
            lead,
            null,
            null,
            null,
            null,
            "mil",
            "mil/high",
            Sample.NOON,
            "warm",
            1,
            LocalDate.EPOCH,
            null,
            null,
            null);
    var shown = new Shown(card, new TreeMap<>(in), new TreeMap<>(left));
    var position = before.position().orElseThrow().in(since);
    assertThat(ports.placements().save(before, position, Optional.of(shown), Optional.empty()))
        .isTrue();
  }

  @Test
  void aPersonIsTheLeadAndThoseItAbsorbedByAnyOfThem() {
    var survivor = known();
    var loser = known();
    Sample.merge(ports.leads(), survivor, Sample.scan(Sample.identity(IdentityType.COOKIE)), loser);

    var file = files.find(loser.lead()).orElseThrow();

    assertThat(file.lead().lead()).isEqualTo(survivor.lead());
    assertThat(file.absorbed())
        .extracting(LeadFile.Part::lead)
        .extracting(LeadRecord::lead)
        .containsExactly(loser.lead());
    assertThat(file.events())
        .extracting(LeadEvent::kind)
        .containsExactly("CodeScanned", "FormSubmitted", "FormSubmitted");
    assertThat(file.mails()).hasSize(2);
    assertThat(files.part(loser.lead()).orElseThrow().moves()).hasSize(1);
  }

  @Test
  @Tag("R97")
  void aLongLogIsReadFromItsNewEndAndPageByPageToItsFirst() {
    var start = known();
    for (int i = 0; i < LONG_LOG; i++) {
      happen(start.lead(), i);
    }
    var all = files.find(start.lead()).orElseThrow();
    var look = files.look(start.lead()).orElseThrow();

    assertThat(all.isWhole()).isTrue();
    assertThat(all.events()).hasSizeGreaterThan(LONG_LOG);
    assertThat(look.isWhole()).isFalse();
    assertThat(look.events())
        .isEqualTo(all.events().reversed().subList(0, LeadFiles.NEWEST).reversed());
    assertThat(look.position()).isEqualTo(all.position());
    assertThat(look.mails()).isEqualTo(all.mails());
    assertThat(read(look.lead(), _ -> true)).isEqualTo(all.events().reversed());
    assertThat(read(look.lead(), event -> event.kind().equals("FormSubmitted"))).hasSize(1);
    assertThat(files.person(start.lead())).contains(look.lead());
  }

  @Test
  void aPageBeginsWithTheEventThatWasAskedFor() {
    var lead = known().lead();
    for (int i = 0; i < 5; i++) {
      happen(lead, i);
    }
    var file = files.look(lead).orElseThrow();
    var third = file.events().get(2);

    var page = files.log(file.lead(), _ -> true, Listing.at(LeadFile.place(third)), 2);
    assertThat(file.isWhole()).isTrue();
    assertThat(page.entries()).containsExactly(third, file.events().get(1));
    assertThat(files.log(file.lead(), _ -> true, page.next(), 2).entries())
        .containsExactly(file.events().getFirst());
  }

  @Test
  void logsOfOnePersonAreReadAsOneHoweverLongEachIs() {
    var survivor = known();
    for (int i = 0; i < LONG_LOG; i++) {
      happen(survivor.lead(), i);
    }
    var loser = known();
    happen(loser.lead(), LONG_LOG + 5);
    Sample.merge(
        ports.leads(),
        ports.leads().find(survivor.lead()).orElseThrow(),
        Sample.scan(Sample.identity(IdentityType.COOKIE)),
        ports.leads().find(loser.lead()).orElseThrow());

    var person = files.person(loser.lead()).orElseThrow();
    assertThat(person.lead()).isEqualTo(survivor.lead());
    assertThat(read(person, _ -> true))
        .containsExactlyInAnyOrderElementsOf(files.find(loser.lead()).orElseThrow().events())
        .isSortedAccordingTo(Comparator.comparing(LeadFile::place).reversed());
    assertThat(files.look(loser.lead()).orElseThrow().isWhole()).isFalse();
  }

  private static final int LONG_LOG = LeadFiles.LONG + 60;

  private void happen(String lead, int second) {
    var event =
        LeadEvent.about(
            lead, Ids.random(), Sample.NOON.plusSeconds(second), Channel.EXPO, new CodeScanned());
    Sample.append(ports.leads(), ports.leads().find(lead).orElseThrow(), event);
  }

  private List<LeadEvent> read(LeadRecord person, Predicate<LeadEvent> wanted) {
    var read = new ArrayList<LeadEvent>();
    String after = null;
    do {
      var page = files.log(person, wanted, after, 50);
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(50);
      read.addAll(page.entries());
      after = page.next();
    } while (after != null);
    return read;
  }

  @Test
  void whoWasErasedOrNeverWasThereIsNobody() {
    var lead = known();
    ports.items().bury(lead.erased(Sample.NOON));

    assertThat(files.find(lead.lead())).isEmpty();
    assertThat(files.part(lead.lead()).orElseThrow().lead().isLiving()).isFalse();
    assertThat(files.part("Lnone")).isEmpty();
  }
}
