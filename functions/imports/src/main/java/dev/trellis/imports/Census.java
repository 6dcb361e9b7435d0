package dev.trellis.imports;

import module java.base;

import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRegister;
import dev.trellis.core.port.PlacementStore.Snapshot;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;

/**
 * How many leads there are, what is known of them, by what, and where they stand (R79): counts by
 * name, so that a census can be added to and taken from another.
 */
public record Census(SortedMap<String, Long> counts) {

  public static final String LEADS = "leads";
  public static final String INDUSTRY = "industry";
  public static final String NEED = "need";
  public static final String CLASSIFIED = "classified";
  public static final String IMPORTED = "imported";
  public static final String UNCLASSIFIED = "unclassified";
  public static final String CONFLICTS = "conflicts";

  /** Those who may be written to, as far as they and the files say. */
  public static final String MAILABLE = "mailable";

  /** Prefix of the pools, by path. */
  public static final String POOL = "pool.";

  /** Prefix of the best means by which a lead is classified. */
  public static final String BY = "by.";

  public static final Census EMPTY = new Census(new TreeMap<>());

  public Census {
    counts = new TreeMap<>(counts);
    counts.values().removeIf(n -> n == 0);
  }

  /** All leads, counted one after the other. */
  public static Census of(LeadRegister register, Playbook playbook, Instant now) {
    try (var all = register.all()) {
      return all.map(lead -> of(lead, playbook, now)).reduce(EMPTY, Census::plus);
    }
  }

  /** One lead; one that was merged into another, or erased, is none. */
  public static Census of(Snapshot snapshot, Playbook playbook, Instant now) {
    var lead = snapshot.lead();
    if (!lead.isLiving()) {
      return EMPTY;
    }
    var portrait = Portrait.of(lead.lead(), lead.profile(), playbook, now);
    var industry = Means.ofIndustry(portrait);
    var need = Means.ofNeed(portrait);
    var counts = new TreeMap<String, Long>();
    counts.put(LEADS, 1L);
    industry.ifPresent(_ -> counts.put(INDUSTRY, 1L));
    need.ifPresent(_ -> counts.put(NEED, 1L));
    Stream.of(industry, need)
        .flatMap(Optional::stream)
        .min(Means::compareTo)
        .ifPresent(means -> {
          counts.put(CLASSIFIED, 1L);
          counts.put(by(means), 1L);
        });
    if (lead.profile().value(IMPORTED).isPresent()) {
      counts.put(IMPORTED, 1L);
      if (portrait.value(UNCLASSIFIED).isKnown()) {
        counts.put(UNCLASSIFIED, 1L);
      }
    }
    if (Means.isContradicted(lead.profile())) {
      counts.put(CONFLICTS, 1L);
    }
    if (isMailable(lead.profile())) {
      counts.put(MAILABLE, 1L);
    }
    counts.put(POOL + snapshot.position().map(p -> p.placement().pool()).orElse("-"), 1L);
    return new Census(counts);
  }

  private static boolean isMailable(Profile profile) {
    return !profile.identities(IdentityType.EMAIL).isEmpty()
        && profile.value(Field.CONSENT).filter("yes"::equals).isPresent()
        && profile.value(Field.SUBSCRIPTION).filter("no"::equals).isEmpty();
  }

  public static String by(Means means) {
    return BY + means.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Census plus(Census other) {
    var sum = new TreeMap<>(counts);
    other.counts.forEach((name, n) -> sum.merge(name, n, Long::sum));
    return new Census(sum);
  }

  public Census minus(Census other) {
    var difference = new TreeMap<>(counts);
    other.counts.forEach((name, n) -> difference.merge(name, -n, Long::sum));
    return new Census(difference);
  }

  public long count(String name) {
    return counts.getOrDefault(name, 0L);
  }
}
