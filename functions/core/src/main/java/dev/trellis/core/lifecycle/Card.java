package dev.trellis.core.lifecycle;

import module java.base;

import dev.trellis.core.identity.PersonName;
import dev.trellis.core.playbook.TagDefinition;
import dev.trellis.core.playbook.TagScheme;
import dev.trellis.core.portrait.Heat;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Tag;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Touch;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of a lead, so that no list opens one. Whatever is not known is null.
 *
 * @param since when the lead came into its pool
 * @param heat its word, such as {@code warm}
 * @param score the headline in whole points, as of a day
 * @param owner the salesperson of the lead
 * @param lastTouch the day of it
 * @param source what the first touch came by: a code, an event or a channel
 * @param grade of fit and engagement, such as {@code A1}
 * @param marks of tags, four characters each: a list is filtered by them, and has no room for their
 *     names
 * @param callback the day on which the last call agreed to call again (R102)
 */
public record Card(
    String lead,
    @Nullable String name,
    @Nullable String email,
    @Nullable String company,
    @Nullable String title,
    String stage,
    String pool,
    Instant since,
    String heat,
    long score,
    LocalDate asOf,
    @Nullable String owner,
    @Nullable LocalDate lastTouch,
    @Nullable String source,
    @Nullable String grade,
    @Nullable String marks,
    @Nullable LocalDate callback) {

  /** Longer ones are cut: with its position a card is to be one kilobyte. */
  private static final int LONGEST = 48;

  private static final int MARK = 4;

  /** A card that says neither grade, tags nor callback, as those that were written before them. */
  public Card(
      String lead,
      @Nullable String name,
      @Nullable String email,
      @Nullable String company,
      @Nullable String title,
      String stage,
      String pool,
      Instant since,
      String heat,
      long score,
      LocalDate asOf,
      @Nullable String owner,
      @Nullable LocalDate lastTouch,
      @Nullable String source) {
    this(
        lead, name, email, company, title, stage, pool, since, heat, score, asOf, owner, lastTouch,
        source, null, null, null);
  }

  /** The card of a lead that stands there. */
  public static Card of(Portrait portrait, Position position) {
    var profile = portrait.profile();
    var playbook = portrait.playbook();
    var days = playbook.company().days();
    return new Card(
        portrait.lead(),
        cut(profile.value(Field.NAME)),
        cut(portrait.email()),
        cut(profile.value(Field.COMPANY)),
        cut(profile.value(Field.TITLE)),
        position.placement().stage(),
        position.placement().pool(),
        position.since().orElse(portrait.now()),
        portrait.heat().level().word(),
        portrait.total().whole(),
        days.of(portrait.now()),
        cut(playbook.audiences().owner(profile)),
        profile.last().map(touch -> days.of(touch.at())).orElse(null),
        cut(profile.first().map(Card::source)),
        portrait.grade().orElse(null),
        marks(portrait),
        profile.callback().map(call -> days.of(call.at())).orElse(null));
  }

  private static @Nullable String marks(Portrait portrait) {
    var scheme = portrait.playbook().tagScheme();
    var marks =
        portrait.tags().stream()
            .map(Tag::id)
            .filter(tag -> isMarked(scheme, tag))
            .map(Card::mark)
            .collect(Collectors.joining());
    return marks.isEmpty() ? null : marks;
  }

  /** True of a tag that lists are filtered by: no grade of activity, which fades by itself. */
  public static boolean isMarked(TagScheme scheme, String tag) {
    return scheme.tag(tag).stream()
        .flatMap(known -> known.from().stream())
        .noneMatch(from ->
            from instanceof TagDefinition.Computation.When(var condition)
                && condition.leaves().anyMatch(leaf -> leaf.field().equals("activityGrade")));
  }

  private static String mark(String tag) {
    var sum = new CRC32();
    sum.update(tag.getBytes(StandardCharsets.UTF_8));
    long value = sum.getValue();
    return Base64.getUrlEncoder()
        .encodeToString(new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value});
  }

  /** True if the lead has the tag. */
  public boolean has(String tag) {
    return marks != null
        && IntStream.iterate(0, at -> at < marks.length(), at -> at + MARK)
            .anyMatch(at -> marks.startsWith(mark(tag), at));
  }

  /**
   * This card, or the one that is shown if nobody needs another: heat, score, last touch, grade and
   * tags are rewritten once a day, and an instant alone is no reason; but whoever becomes hot is so
   * at once.
   */
  public Card orElse(Optional<Card> shown) {
    return shown.filter(old -> saysAsMuch(old)).orElse(this);
  }

  private boolean saysAsMuch(Card old) {
    var hasBecomeHot = !heat.equals(old.heat) && heat.equals(Heat.Level.HOT.word());
    var isThatDay = asOf.equals(old.asOf) && !hasBecomeHot;
    return equals(isThatDay ? old.worth(this, asOf) : old.worth(old, asOf));
  }

  // With what is told by the day taken from another.
  private Card worth(Card other, LocalDate day) {
    return new Card(
        lead,
        name,
        email,
        company,
        title,
        stage,
        pool,
        since,
        other.heat,
        other.score,
        day,
        owner,
        other.lastTouch,
        source,
        other.grade,
        other.marks,
        callback);
  }

  /** The name as lists sort and find it; empty if none is known. */
  public Optional<String> plainName() {
    return Optional.of(PersonName.plain(name)).filter(plain -> !plain.isEmpty());
  }

  /** The same of the company. */
  public Optional<String> plainCompany() {
    return Optional.of(PersonName.plain(company)).filter(plain -> !plain.isEmpty());
  }

  private static String source(Touch touch) {
    var origin = touch.origin();
    return Stream.of(origin.code(), origin.event())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(touch.channel().name());
  }

  private static @Nullable String cut(Optional<String> text) {
    return text.map(String::strip)
        .filter(t -> !t.isEmpty())
        .map(t ->
            t.codePointCount(0, t.length()) <= LONGEST
                ? t
                : t.substring(0, t.offsetByCodePoints(0, LONGEST)))
        .orElse(null);
  }
}
