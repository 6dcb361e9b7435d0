package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.json.Json.Inline;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Tag;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Claim;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Reads;
import dev.trellis.core.profile.Touch;

/**
 * The profile as shown: for each fact the value that counts, and who says otherwise (R24).
 *
 * @param former identities that gave way to what the person or sales told
 */
record ProfileView(
    Collection<Identity> identities,
    SortedMap<Identity, Proof> proofs,
    Collection<Claim> claims,
    Collection<Identity> former,
    String mailbox,
    SortedMap<String, Known> facts,
    List<Tagged> tags,
    SortedMap<String, Read> reads,
    SortedMap<String, BigDecimal> interest,
    Touch first,
    Touch last,
    long events) {

  static ProfileView of(Portrait portrait) {
    var profile = portrait.profile();
    var facts = new TreeMap<String, Known>();
    portrait
        .told()
        .facts()
        .forEach((field, told) -> facts.put(field, Known.of(told, profile.shown(field))));
    var reads = new TreeMap<String, Read>();
    profile.countedReads().forEach((id, read) -> reads.put(id, new Read(read.count(), read)));
    var interest = new TreeMap<String, BigDecimal>();
    portrait.interest().forEach((topic, score) -> interest.put(topic, Thousandths.exact(score)));
    return new ProfileView(
        profile.identities(),
        profile.proofs(),
        profile.claims(),
        portrait.profile().names().former(),
        portrait.email().orElse(null),
        facts,
        portrait.tags().stream().map(Tagged::of).toList(),
        reads,
        interest,
        profile.first().orElse(null),
        profile.last().orElse(null),
        profile.events());
  }

  record Told(String value, Authority authority, Instant at) {}

  // What was told of a consent may be no answer at all.
  private static final Told NOTHING = new Told(null, null, null);

  /** A fact, and those who say otherwise. */
  record Known(@Inline Told shown, List<Told> conflicts) {
    static Known of(
        SortedMap<Authority, Fact> told, Optional<Map.Entry<Authority, Fact>> counting) {
      var all =
          told.reversed().entrySet().stream()
              .map(e -> new Told(e.getValue().value(), e.getKey(), e.getValue().at()))
              .toList();
      var shown =
          counting
              .map(c -> new Told(c.getValue().value(), c.getKey(), c.getValue().at()))
              .orElse(NOTHING);
      return new Known(
          shown, all.stream().filter(other -> !other.value().equals(shown.value())).toList());
    }
  }

  record Read(int count, @Inline Reads reads) {}

  /** A tag as it was given. */
  record Tagged(
      String tag,
      int count,
      Instant first,
      Instant last,
      List<String> evidence,
      Tag.Status status,
      String parent) {

    static Tagged of(Tag tag) {
      return new Tagged(
          tag.id(),
          tag.count(),
          tag.first(),
          tag.last(),
          tag.evidence(),
          tag.status(),
          tag.parent());
    }
  }
}
