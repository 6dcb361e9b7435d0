package dev.trellis.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.PreferencesChosen;
import dev.trellis.core.profile.Wishes.Word;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept of a source that says yes and no in turns: little, and never too little. */
@Tag("R9")
class WishesTest {

  private static final int HISTORIES = 600;
  private static final int MOST = Wishes.MOST_WORDS + 4;

  private final Random random = new Random(29);

  @Test
  void aSourceThatChangesItsMindWithoutEndMakesNoProfileGrow() {
    var profile = Profile.EMPTY;
    int bytes = 0;
    for (int day = 0; day < 1_000; day++) {
      var says = new TreeMap<>(Map.of(Field.CONSENT, day % 2 == 0 ? "yes" : "no"));
      var crm = new CrmChanged("one", "h", "accepted", null, null, "sam", says);
      profile = profile.with(Samples.event("e" + day, Samples.T0.plusSeconds(86_400L * day), crm));
      bytes = day == 99 ? profile.toJson().length() : bytes;
    }

    assertThat(profile.wishes().get(Field.CONSENT).told().get("record/crm/one"))
        .hasSizeLessThanOrEqualTo(MOST);
    assertThat(profile.toJson().length()).isLessThan(bytes + 10);
    assertThat(profile.value(Field.CONSENT)).contains("no");
    assertThat(Profile.fromJson(profile.toJson())).isEqualTo(profile);
  }

  @Test
  void everyWayToTellMoreThanIsKeptGivesTheSame() {
    for (int history = 0; history < HISTORIES; history++) {
      var words = words(25 + random.nextInt(60), 1 + random.nextInt(9));
      var own = random.nextInt(4) == 0 ? Wishes.NONE : Wishes.ofOwn(at(random.nextInt(60)));
      var expected = joined(words).join(own);
      var parts = new ArrayList<>(words.stream().map(WishesTest::wishes).toList());
      parts.add(own);
      parts.addAll(parts.subList(0, 9));
      Collections.shuffle(parts, random);
      while (parts.size() > 1) {
        var one = parts.remove(random.nextInt(parts.size()));
        parts.add(parts.remove(random.nextInt(parts.size())).join(one));
      }

      assertThat(parts.getFirst()).isEqualTo(expected);
      assertThat(expected.told().get("record/crm")).hasSizeLessThanOrEqualTo(MOST);
    }
  }

  @Test
  void noNewNoIsForgottenThoughOneOfOldMayCountAsNew() {
    int closed = 0;
    int exact = 0;
    for (int history = 0; history < HISTORIES; history++) {
      var words = words(25 + random.nextInt(60), 1 + random.nextInt(9));
      var own = at(random.nextInt(60));
      var expected = newNo(words, own);

      var no = joined(words).join(Wishes.ofOwn(own)).no().map(Wish::at);

      if (expected.isPresent()) {
        assertThat(no).as("%s %s", own, words).isPresent();
        assertThat(no.get()).isAfterOrEqualTo(expected.get());
        closed++;
      }
      exact += no.equals(expected) ? 1 : 0;
    }
    assertThat(closed).isBetween(HISTORIES / 4, HISTORIES * 19 / 20);
    assertThat(exact).isGreaterThan(HISTORIES * 9 / 10);
  }

  @Test
  void aNoThatIsRepeatedForeverIsNoNewOne() {
    for (int before = 1; before < 60; before++) {
      var words = new ArrayList<>(List.of(new Word(at(-1), true)));
      IntStream.range(0, 100).forEach(hour -> words.add(new Word(at(hour), false)));

      var wishes = joined(words).join(Wishes.ofOwn(at(before)));

      assertThat(wishes.no()).isEmpty();
      assertThat(joined(words).no().map(Wish::at)).contains(at(0));
    }
  }

  @Test
  void aNoThatAppendsSayIsRepeatedIsNoNewOneWhateverCameBeforeIt() {
    for (var before : List.of("n", "yn", "nyn", "ynyn", "ynynn")) {
      var profile = Profile.EMPTY;
      int hour = 0;
      for (char word : before.toCharArray()) {
        profile = append(profile, hour++, word == 'y');
      }
      profile = profile.with(Samples.event("own", at(hour++), PreferencesChosen.again("send-1")));
      for (int i = 0; i < 60; i++) {
        profile = append(profile, hour++, false);
        assertThat(profile.value(Field.CONSENT)).as(before).contains("yes");
      }
      assertThat(append(append(profile, hour++, true), hour++, false).value(Field.CONSENT))
          .contains("no");
    }
  }

  @Test
  void aYesThatComesLateTakesNoNoAway() {
    var profile = append(Profile.EMPTY, 1, false);
    profile = profile.with(Samples.event("own", at(2), PreferencesChosen.again("send-1")));
    profile = append(profile, 4, false);
    assertThat(profile.value(Field.CONSENT)).as("it only said so again").contains("yes");
    assertThat(append(profile, 3, true).value(Field.CONSENT)).contains("no");
  }

  // As scoring does.
  private static Profile append(Profile known, int hour, boolean yes) {
    var says = new TreeMap<>(Map.of(Field.CONSENT, yes ? "yes" : "no"));
    var crm = new CrmChanged("one", "h", "accepted", null, null, "sam", says);
    var event = Samples.event("e" + hour, at(hour), crm);
    return known.with(event.repeating(known.repeats(event)));
  }

  // Runs of one word, which seldom come to an end where length is great.
  private List<Word> words(int count, int length) {
    var words = new ArrayList<Word>();
    boolean yes = random.nextBoolean();
    for (int i = 0; i < count; i++) {
      yes = random.nextInt(length) == 0 ? !yes : yes;
      words.add(new Word(at(random.nextInt(8) == 0 ? random.nextInt(count) : i), yes));
    }
    return words;
  }

  // The rule itself, with everything known.
  private static Optional<Instant> newNo(List<Word> told, Instant own) {
    Optional<Instant> latest = Optional.empty();
    boolean saidNo = false;
    for (var word : new TreeSet<>(told)) {
      if (!word.yes() && !saidNo && !word.at().isBefore(own)) {
        latest = Optional.of(word.at());
      }
      saidNo = !word.yes();
    }
    return latest;
  }

  private static Wishes joined(List<Word> words) {
    return words.stream().map(WishesTest::wishes).reduce(Wishes.NONE, Wishes::join);
  }

  private static Wishes wishes(Word word) {
    return new Wishes(
        null, null, new TreeMap<>(Map.of("record/crm", new TreeSet<>(List.of(word)))));
  }

  private static Instant at(int hour) {
    return Samples.T0.plusSeconds(3_600L * hour);
  }
}
