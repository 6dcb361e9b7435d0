package dev.trellis.core.portrait;

import dev.trellis.core.account.AccountTraits;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.lifecycle.Condition;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * What a profile means, at one instant, to one playbook: tags, scores and the values that
 * conditions ask for. Drawn when needed and never stored, so a changed playbook changes every
 * portrait at once.
 */
public final class Portrait implements Condition.Subject {

  private final String lead;
  private final Profile told;
  private final Profile profile;
  private final Playbook playbook;
  private final Instant now;
  private final AccountTraits account;
  private final Profile known;
  private final SortedMap<String, Tag> tags;
  private final Scores scores;

  private Portrait(String lead, Profile profile, Playbook playbook, Instant now) {
    this.lead = lead;
    this.told = profile;
    this.profile = profile.settled(now);
    this.playbook = playbook;
    this.now = now;
    this.account = AccountTraits.of(this.profile, playbook);
    this.known = account.enriched(this.profile);
    this.tags = Tags.of(this.profile, playbook);
    this.scores = new Scores(this.profile, playbook, this, at -> of(lead, profile, playbook, at));
  }

  public static Portrait of(String lead, Profile profile, Playbook playbook, Instant now) {
    return new Portrait(lead, profile, playbook, now);
  }

  public String lead() {
    return lead;
  }

  /** What people did; visits that are or may yet be machines' are not in it. */
  public Profile profile() {
    return profile;
  }

  /** Everything that was told, with the visits in doubt. */
  public Profile told() {
    return told;
  }

  public Playbook playbook() {
    return playbook;
  }

  @Override
  public Instant now() {
    return now;
  }

  /** Tags by id, with count and evidence. */
  public List<Tag> tags() {
    return List.copyOf(tags.values());
  }

  /** Who the person is, in points. */
  public Score fit() {
    return scores.fitAt(now);
  }

  /** What the person's role in the decision chain is worth (R28). */
  public Score buyingRole() {
    return scores.role();
  }

  /** Series of behaviours that say more than their parts (R74). */
  public Score keys() {
    return scores.keysAt(now);
  }

  /** The headline: a share of every other score (R88). */
  public Score total() {
    return scores.totalAt(now);
  }

  /** Hot, warm or cold, and what was asked for it (R74, R98). */
  public Heat heat() {
    return scores.heatAt(now);
  }

  /** How often, how recently and for how long the person did something, with half-life (R87). */
  public Score activity() {
    return scores.activityAt(now);
  }

  /** Interest per topic, from what was read of it (R86). */
  public SortedMap<String, Score> interest() {
    return scores.interest();
  }

  /** The language the person chose, or the company's. */
  public String language() {
    return profile
        .value(Field.LOCALE)
        .filter(playbook.company().languages()::contains)
        .orElse(playbook.company().defaultLanguage());
  }

  /** The address for mail: what the person typed last, as long as it is a known identity. */
  public Optional<String> email() {
    var known = profile.identities(IdentityType.EMAIL);
    return profile.value(Field.EMAIL).filter(known::contains).or(() -> known.stream().findFirst());
  }

  /**
   * Why sales returned the lead, unless the person has shown a need or a plan since (the release
   * condition of a return).
   */
  public Optional<String> returned() {
    var status = profile.fact(Field.CRM_STATUS);
    if (status.isEmpty() || !status.get().value().equals("returned")) {
      return Optional.empty();
    }
    return playbook.settling().returned().isGiven(profile, status.get().at())
        ? Optional.empty()
        : profile.value(Field.CRM_REASON);
  }

  /** The pool below which a journey demoted the lead, unless that is lifted (R101). */
  public Optional<String> demoted() {
    return profile
        .fact(Field.DEMOTED)
        .filter(mark -> !playbook.settling().demoted().isGiven(profile, mark.at()))
        .map(Fact::value);
  }

  @Override
  public Value value(String field) {
    return switch (field) {
      case "tag" -> words(tags.keySet());
      case "fit" -> new Value.Amount(at -> scores.fitAt(at).points());
      case "total" -> new Value.Amount(at -> scores.totalAt(at).points());
      case "key" -> scores.keyWords(now);
      case "heat" -> scores.heatWord(now);
      case "activity" -> new Value.Amount(at -> scores.activityAt(at).points());
      case "excluded" -> words(exclusions());
      case "returned" -> returned().map(r -> words(Set.of(r))).orElse(Value.UNKNOWN);
      case "lastTouch" ->
          profile.last() == null ? Value.UNKNOWN : new Value.Moment(profile.last().at());
      case Field.PLAN -> plan();
      case Field.EMAIL -> words(profile.identities(IdentityType.EMAIL));
      case Field.MOBILE -> words(profile.identities(IdentityType.PHONE));
      case "wecom" -> words(profile.identities(IdentityType.WECOM));
      case "openid" -> words(profile.identities(IdentityType.OPENID));
      default -> {
        if (field.startsWith("interest.")) {
          var score = interest().get(field.substring("interest.".length()));
          yield score == null ? Value.UNKNOWN : new Value.Amount(_ -> score.points());
        }
        if (field.startsWith(AccountTraits.PREFIX)) {
          yield account.value(field);
        }
        yield known.value(field).map(v -> words(Set.of(v.split(",")))).orElse(Value.UNKNOWN);
      }
    };
  }

  /** What the person's company adds (R21, R31). */
  public AccountTraits account() {
    return account;
  }

  /** Ids of the rules that keep this person out of MQL (R30). */
  public Set<String> exclusions() {
    var ids = new TreeSet<String>();
    playbook.accounts().exclusions().stream()
        .filter(e -> e.when().holds(this))
        .forEach(e -> ids.add(e.id()));
    return ids;
  }

  // A plan is told as a period ("within three months") and meant from the day it was told.
  private Value plan() {
    var told = profile.fact(Field.PLAN);
    if (told.isEmpty()) {
      return Value.UNKNOWN;
    }
    var period = playbook.plans().get(told.get().value());
    return period == null
        ? words(Set.of(told.get().value()))
        : new Value.Moment(
            ZonedDateTime.ofInstant(told.get().at(), ZoneOffset.UTC).plus(period).toInstant());
  }

  private static Value words(Set<String> words) {
    return words.isEmpty() ? Value.UNKNOWN : new Value.Words(words);
  }

  /** Every score with its reasons, fit first and the headline last. */
  public List<Score> scores() {
    var all = new ArrayList<Score>();
    all.add(fit());
    all.add(activity());
    all.addAll(interest().values());
    all.add(keys());
    all.add(buyingRole());
    all.add(total());
    return all;
  }
}
