package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Value;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Rhythm;
import dev.trellis.core.playbook.TagScheme.Layer;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What a profile means, at one instant, to one playbook: attributes, tags, scores and the values
 * that conditions ask for. Drawn when needed and never stored, so a changed playbook changes every
 * portrait at once (R19, R20).
 */
public final class Portrait implements Condition.Subject {

  private final String lead;
  private final Profile told;
  private final Profile certain;
  private final Profile profile;
  private final Playbook playbook;
  private final Instant now;
  private final Inference inference;
  private final Scores scores;
  private final Answers answers;
  private final Map<String, Value> answered = new HashMap<>();
  private @Nullable AccountTraits account;
  private @Nullable Attributes attributes;
  private @Nullable Tags tags;

  private Portrait(
      String lead, Profile profile, Playbook playbook, Inference inference, Instant now) {
    this.lead = lead;
    this.told = profile;
    this.certain = profile.certain(now);
    this.profile = new Offered(playbook).in(certain);
    this.playbook = playbook;
    this.now = now;
    this.inference = inference;
    this.scores =
        new Scores(this.profile, playbook, this, at -> of(lead, profile, playbook, inference, at));
    this.answers = new Answers(this, scores);
  }

  public static Portrait of(String lead, Profile profile, Playbook playbook, Instant now) {
    return of(lead, profile, playbook, Inference.by(playbook.dictionaries()), now);
  }

  static Portrait of(
      String lead, Profile profile, Playbook playbook, Inference inference, Instant now) {
    return new Portrait(lead, profile, playbook, inference, now);
  }

  public String lead() {
    return lead;
  }

  /**
   * What counts: visits that are or may yet be machines' are not in it, nor who only opened a page
   * (R82), nor answers that nobody offers where somebody told one that is offered.
   */
  public Profile profile() {
    return profile;
  }

  /** Everything that was told, with the visits in doubt and the answers that do not count. */
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

  /** Field by field, what we believe and why (R22–R24). */
  public Attributes attributes() {
    if (attributes == null) {
      attributes = Attributes.of(account().enriched(certain), playbook, inference);
    }
    return attributes;
  }

  /** The four blocks of a 360° profile with their completeness (R25). */
  public List<BlockView> blocks() {
    return BlockView.all(playbook.fields(), attributes());
  }

  /** Tags by id, with count and evidence. */
  public List<Tag> tags() {
    return drawn().all();
  }

  /** The tags of one layer (R20); a tag that the scheme does not know came from a content. */
  public List<Tag> tags(Layer layer) {
    return tags().stream()
        .filter(t -> playbook.tagScheme().layer(t.id()).orElse(Layer.INTEREST) == layer)
        .toList();
  }

  /** How active the person is now; empty if the playbook grades nobody (R20). */
  public Optional<ActivityGrade> activityGrade() {
    return ActivityGrade.of(playbook.tagScheme().grades(), activity());
  }

  /** Budget, authority, need and timeline (R36). */
  public Bant bant() {
    return Bant.of(playbook.tagScheme().bant(), attributes(), this);
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

  /** How much the person is looking for something, with half-life (R34). */
  public Score intent() {
    return scores.intentAt(now);
  }

  /** Interest per topic, from what was read of it (R86). */
  public SortedMap<String, Score> interest() {
    return scores.interest();
  }

  /** Fit and engagement in one word, such as {@code A1}; empty if the playbook grades nobody. */
  public Optional<String> grade() {
    return playbook.scoring().grades().map(g -> g.of(fit().whole(), activity().whole()));
  }

  /** The language the person chose, or the company's. */
  public String language() {
    return profile
        .value(Field.LOCALE)
        .filter(playbook.company().languages()::contains)
        .orElse(playbook.company().defaultLanguage());
  }

  /** The address for mail: the one told by the strongest authority of those that the person has. */
  public Optional<String> email() {
    return toldEmail()
        .map(Fact::value)
        .or(() -> profile.identities(IdentityType.EMAIL).stream().findFirst());
  }

  /** The same, with who told it when; empty if a channel knows an address that nobody told. */
  public Optional<Fact> toldEmail() {
    var known = profile.identities(IdentityType.EMAIL);
    var told = profile.facts().getOrDefault(Field.EMAIL, Collections.emptySortedMap());
    return told.sequencedValues().reversed().stream()
        .filter(fact -> known.contains(fact.value()))
        .findFirst();
  }

  /**
   * Where the person lives, as far as days and hours go; the company's zone if they did not say.
   */
  public ZoneId zone() {
    try {
      return profile.value(Field.ZONE).map(ZoneId::of).orElse(playbook.company().zone());
    } catch (DateTimeException e) {
      return playbook.company().zone();
    }
  }

  /** Where the person lives, as far as mails go; the company's country if nobody said. */
  public Rhythm.Place place() {
    return new Rhythm.Place(
        zone(),
        profile
            .value(Field.COUNTRY)
            .map(country -> country.strip().toUpperCase(Locale.ROOT))
            .orElse(playbook.company().country()));
  }

  /**
   * When the person may get mail that nobody asked for: by the company's rule and the person's own.
   */
  public Rhythm rhythm() {
    return playbook.rhythm().slower(profile.value(Field.PACE).orElse("any"));
  }

  /** True if the person wants nothing about this topic. */
  public boolean declines(String topic) {
    return profile.value(Field.SUBSCRIPTION + "." + topic).filter("no"::equals).isPresent();
  }

  /** The form of content the person asked for, or else reads most, twice at least (R84). */
  public Optional<String> preferredForm() {
    return FormPreference.of(profile, playbook);
  }

  /** Why sales returned the lead, while the return is in force. */
  public Optional<String> returned() {
    return new SalesWord(profile, playbook).returned();
  }

  /** The pool below which a journey demoted the lead, unless that is lifted (R101). */
  public Optional<String> demoted() {
    return profile
        .fact(Field.DEMOTED)
        .filter(mark -> !playbook.settling().demoted().isGiven(profile, mark.at()))
        .map(Fact::value);
  }

  /** The same, if it was after the return by sales that is in force: that one judged anew. */
  public Optional<String> demotedSinceReturn() {
    return demoted()
        .filter(_ ->
            profile
                .fact(Field.CRM_STATUS)
                .flatMap(status ->
                    profile.fact(Field.DEMOTED).filter(mark -> !mark.at().isBefore(status.at())))
                .isPresent());
  }

  /** What the person's company adds (R21, R31). */
  public AccountTraits account() {
    if (account == null) {
      account = AccountTraits.of(profile, playbook);
    }
    return account;
  }

  /**
   * Ids of the rules that keep this person out of MQL (R30), as they hold by what is more than a
   * claim: nobody is silenced by what others type.
   */
  public Set<String> exclusions() {
    if (profile.isClaimed()) {
      return of(lead, profile.withoutClaims(), playbook, now).exclusions();
    }
    var ids = new TreeSet<String>();
    playbook.accounts().exclusions().stream()
        .filter(e -> e.when().holds(this))
        .forEach(e -> ids.add(e.id()));
    return ids;
  }

  @Override
  public Value value(String field) {
    var known = answered.get(field);
    if (known == null) {
      known = answers.to(field);
      answered.put(field, known);
    }
    return known;
  }

  Value drawnTags() {
    return new Value.Words(drawn().ids(), drawn()::mayChangeAt);
  }

  private Tags drawn() {
    if (tags == null) {
      tags = Tags.of(profile, playbook, attributes(), new BeforeTags(this));
    }
    return tags;
  }

  /** Every score with its reasons, fit first and the headline last. */
  public List<Score> scores() {
    var all = new ArrayList<Score>();
    all.add(fit());
    all.add(activity());
    all.add(intent());
    all.addAll(interest().values());
    all.add(keys());
    all.add(buyingRole());
    all.add(total());
    return all;
  }
}
