package dev.trellis.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.ConsentConfirmed;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.MailComplained;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.Happening.PreferencesChosen;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import dev.trellis.nurture.Gate.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every order of yes and no from every source: no mail after a no until the person's own yes. */
@Tag("R9")
class ConsentPropertyTest {

  private static final int HISTORIES = 2_000;
  private static final String ADDRESS = Scene.ADDRESS;
  private static final Instant NOW = Scene.START.plus(Duration.ofDays(60));

  private final Random random = new Random(12);

  @Test
  void noMailGoesAfterANoUntilThePersonsOwnYes() {
    int open = 0;
    int takenAway = 0;
    int pending = 0;
    for (int i = 0; i < HISTORIES; i++) {
      var history = history(1 + random.nextInt(9), true);
      var expected = new Person();
      history.forEach(expected::hears);

      var verdict = ask(told(history));

      assertThat(verdict instanceof Verdict.Open)
          .as("%s: %s", verdict, history.stream().map(LeadEvent::happening).toList())
          .isEqualTo(expected.mayBeMailed());
      open += expected.mayBeMailed() ? 1 : 0;
      takenAway += !expected.mayBeMailed() && expected.agreed ? 1 : 0;
      pending += verdict.equals(new Verdict.Closed("consent pending")) ? 1 : 0;
    }
    assertThat(open).isGreaterThan(HISTORIES / 10);
    assertThat(takenAway).isGreaterThan(HISTORIES / 10);
    assertThat(pending).isGreaterThan(HISTORIES / 100);
  }

  @Test
  void whoeverIsAskedToConfirmIsAskedWhateverOthersSay() {
    int asked = 0;
    for (int i = 0; i < HISTORIES; i++) {
      var signUp = event(0, new FormSubmitted("newsletter", address(), true, "en", null, true));
      var history = new ArrayList<>(List.of(signUp));
      for (int n = 1 + random.nextInt(8); n > 0; n--) {
        history.add(event(n, secondHand()));
      }

      var profile = told(history);

      assertThat(ask(profile)).isInstanceOf(Verdict.Closed.class);
      assertThat(Gate.askToConfirm(portrait(profile)))
          .isIn(new Verdict.Open(ADDRESS), new Verdict.Closed("unsubscribed"));
      asked += Gate.askToConfirm(portrait(profile)) instanceof Verdict.Open ? 1 : 0;
    }
    assertThat(asked).isGreaterThan(HISTORIES / 10);
  }

  @Test
  void afterANoEveryFormAsksAndOnlyTheAnswerOpensTheMailbox() {
    for (int i = 0; i < HISTORIES; i++) {
      var history = history(1 + random.nextInt(7), true);
      history.add(event(20, random.nextBoolean() ? new Unsubscribed("send", null) : saysNo()));
      var form = new FormSubmitted("any", address(), true, "en", null, random.nextBoolean());
      history.add(event(21, form));
      var isReported = history.stream().anyMatch(e -> e.happening() instanceof MailComplained);

      assertThat(ask(told(history))).isEqualTo(new Verdict.Closed("consent pending"));
      assertThat(Gate.askToConfirm(portrait(told(history))))
          .as("%s", history.stream().map(LeadEvent::happening).toList())
          .isEqualTo(isReported ? new Verdict.Closed("complaint") : new Verdict.Open(ADDRESS));

      history.add(event(22, new ConsentConfirmed("send", ADDRESS, true)));
      assertThat(ask(told(history)) instanceof Verdict.Open).isEqualTo(!isReported);
    }
  }

  private static Happening saysNo() {
    return new CallRecorded("sdr", "reached", new TreeMap<>(Map.of(Field.CONSENT, "no")));
  }

  @Test
  void everyWayToTellThemGivesTheSameBytes() {
    for (int i = 0; i < HISTORIES; i++) {
      var history = history(1 + random.nextInt(9), false);

      assertThat(told(history).toJson()).isEqualTo(told(history).toJson());
    }
  }

  /** What was said, in the order in which it was: the rule once more, told as a story. */
  private static final class Person {

    private final Set<String> blocked = new HashSet<>();
    private final Map<String, Boolean> records = new HashMap<>();
    private boolean complained;
    private boolean asked;
    private boolean agreed;
    private boolean answered;

    boolean mayBeMailed() {
      return agreed && blocked.isEmpty() && !complained;
    }

    void hears(LeadEvent event) {
      switch (event.happening()) {
        case FormSubmitted form when form.toConfirm() -> asked = true;
        case FormSubmitted form -> answer(form.consent());
        case ConsentConfirmed given -> {
          blocked.remove(Field.CONSENT);
          if (given.again()) {
            blocked.remove(Field.SUBSCRIPTION);
          }
          answer(true);
        }
        case Unsubscribed _ -> blocked.add(Field.SUBSCRIPTION);
        case PreferencesChosen _ -> {
          blocked.clear();
          answer(true);
        }
        case MailComplained _ -> complained = true;
        case CallRecorded call -> call.answers().forEach(this::isTold);
        case Overridden change -> change.values().forEach(this::isTold);
        case CrmChanged crm -> crm.values().forEach((f, v) -> isTold(crm.source(), f, v));
        case RecordImported row -> row.values().forEach((f, v) -> isTold("file", f, v));
        default -> throw new IllegalArgumentException(event.kind());
      }
    }

    private void answer(boolean yes) {
      agreed = yes;
      answered = true;
    }

    private void isTold(String source, String field, String value) {
      var before = records.put(source + field, value.equals("no"));
      if (!value.equals("no") || !Boolean.TRUE.equals(before)) {
        isTold(field, value);
      }
    }

    private void isTold(String field, String value) {
      if (value.equals("no")) {
        blocked.add(field);
      } else if (field.equals(Field.CONSENT) && !answered && !asked) {
        agreed = true;
      }
    }
  }

  private List<LeadEvent> history(int length, boolean apart) {
    var history = new ArrayList<LeadEvent>();
    var row = new RecordImported("b", 1, address());
    history.add(event(0, row));
    for (int i = 1; i <= length; i++) {
      history.add(
          event(apart ? i : random.nextInt(4), random.nextBoolean() ? own() : secondHand()));
    }
    return history;
  }

  private Happening own() {
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> new FormSubmitted("summit-deck", address(), true, "en", null);
      case 3 -> new FormSubmitted("summit-deck", address(), false, "en", null);
      case 4, 5, 6 -> new FormSubmitted("newsletter", address(), true, "en", null, true);
      case 7 -> new ConsentConfirmed("send", ADDRESS);
      case 8 -> new ConsentConfirmed("send", ADDRESS, true);
      case 9 -> new Unsubscribed("send", null);
      case 10 -> random.nextInt(3) == 0 ? new MailComplained("send") : secondHand();
      default -> PreferencesChosen.again("send");
    };
  }

  private Happening secondHand() {
    var field = random.nextInt(3) == 0 ? Field.SUBSCRIPTION : Field.CONSENT;
    var values = new TreeMap<>(Map.of(field, random.nextInt(3) == 0 ? "no" : "yes"));
    return switch (random.nextInt(6)) {
      case 0 -> new CallRecorded("sdr", "reached", values);
      case 1 -> new Overridden("ann", "asked by phone", values);
      case 2 -> new CrmChanged("one", "h", "accepted", null, null, "sam", values);
      case 3 -> new CrmChanged("two", "h", "accepted", null, null, "sam", values);
      default -> new RecordImported("b", 1, values);
    };
  }

  private static TreeMap<String, String> address() {
    return new TreeMap<>(Map.of(Field.EMAIL, ADDRESS));
  }

  private LeadEvent event(int hours, Happening happening) {
    return LeadEvent.of(
        "e" + Long.toString(random.nextLong(1L << 40), 36),
        Scene.START.plus(Duration.ofHours(hours)),
        happening instanceof RecordImported ? Channel.IMPORT : Channel.WEB,
        new TreeSet<>(List.of(Identity.parse("email:" + ADDRESS))),
        Origin.NONE,
        happening);
  }

  // To three leads in any order, stored in between, and then the three turn out to be one.
  private Profile told(List<LeadEvent> history) {
    var order = new ArrayList<>(history);
    Collections.shuffle(order, random);
    var leads = new ArrayList<>(Collections.nCopies(3, Profile.EMPTY));
    for (var event : order) {
      int lead = random.nextInt(leads.size());
      leads.set(lead, Profile.fromJson(leads.get(lead).toJson()).with(event));
    }
    Collections.shuffle(leads, random);
    return leads.get(0).join(Profile.fromJson(leads.get(1).join(leads.get(2)).toJson()));
  }

  private static Verdict ask(Profile profile) {
    return Gate.ask(portrait(profile), Optional.empty());
  }

  private static Portrait portrait(Profile profile) {
    return Portrait.of(Scene.LEAD, profile, SmallPlaybook.PLAYBOOK, NOW);
  }
}
