package dev.trellis.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.identity.Identity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R17")
class LimitsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void anEventIsFiveMinutesAheadAtMost() {
    assertThat(Limits.refusal(scan(NOW.plus(Duration.ofMinutes(5)), 1), NOW)).isEmpty();
    assertThat(Limits.refusal(scan(NOW.plus(Duration.ofMinutes(5)).plusMillis(1), 1), NOW))
        .contains("occurredAt is ahead of our time");
  }

  @Test
  void anEventIsTenYearsOldAtMost() {
    var oldest = Instant.parse("2016-03-02T12:00:00Z");
    assertThat(Limits.refusal(scan(oldest, 1), NOW)).isEmpty();
    assertThat(Limits.refusal(scan(oldest.minusMillis(1), 1), NOW))
        .contains("occurredAt is more than 10 years ago");
  }

  @Test
  void anEventNamesFiftyIdentitiesAtMost() {
    assertThat(Limits.refusal(scan(NOW, 50), NOW)).isEmpty();
    assertThat(Limits.refusal(scan(NOW, 51), NOW)).contains("more than 50 identities");
  }

  @Test
  void aFormHasTwoHundredAnswersAtMost() {
    assertThat(Limits.refusal(form(200, 1), NOW)).isEmpty();
    assertThat(Limits.refusal(form(201, 1), NOW)).contains("more than 200 values");
    assertThat(Limits.refusal(form(10_000, 1), NOW)).contains("more than 200 values");
  }

  @Test
  void anAnswerHasTwoThousandCharactersAtMost() {
    assertThat(Limits.refusal(form(1, 2_000), NOW)).isEmpty();
    assertThat(Limits.refusal(form(1, 2_001), NOW))
        .contains("a value of more than 2000 characters");
    assertThat(Limits.refusal(form(1, 1_000_000), NOW)).isPresent();
  }

  @Test
  void whatAnEventCannotDoWithoutIsThere() {
    var read = LeadEvent.about("L1", "e1", NOW, Channel.WEB, new ContentRead(" ", 1, 2, null));
    assertThat(Limits.refusal(read, NOW)).contains("content is missing");
    assertThat(Limits.refusal(event(new EventAttended(null, 1)), NOW)).contains("event is missing");
    var longest = "e".repeat(Limits.LONGEST_EVENT);
    assertThat(Limits.refusal(event(new EventAttended(longest, 1)), NOW)).isEmpty();
    assertThat(Limits.refusal(event(new EventAttended(longest + "e", 1)), NOW)).isPresent();
  }

  @Test
  void nothingTakesLongerThanAMonth() {
    long month = Limits.LONGEST.toSeconds();
    for (var told :
        List.<LongFunction<Happening>>of(
            seconds -> new ContentRead("deck", 1, seconds, null),
            seconds -> new PageVisited("/", seconds, null),
            seconds -> new EventAttended("summit", seconds))) {
      assertThat(Limits.refusal(event(told.apply(month)), NOW)).isEmpty();
      assertThat(Limits.refusal(event(told.apply(month + 1)), NOW)).isPresent();
      assertThat(Limits.refusal(event(told.apply(Long.MAX_VALUE)), NOW)).isPresent();
    }
  }

  private static LeadEvent event(Happening happening) {
    return LeadEvent.about("L1", "e1", NOW, Channel.WEB, happening);
  }

  private static LeadEvent scan(Instant at, int identities) {
    var names = new TreeSet<Identity>();
    for (int i = 0; i < identities; i++) {
      names.add(Identity.parse("openid:" + i));
    }
    return LeadEvent.of("e1", at, Channel.EXPO, names, Origin.NONE, new CodeScanned());
  }

  private static LeadEvent form(int count, int length) {
    var answers = new TreeMap<String, String>();
    for (int i = 0; i < count; i++) {
      answers.put("field-" + i, "𠮷é🌱".repeat(length).substring(0, length));
    }
    return LeadEvent.about(
        "L1", "e1", NOW, Channel.WEB, new FormSubmitted("f", answers, true, "zh", null));
  }
}
