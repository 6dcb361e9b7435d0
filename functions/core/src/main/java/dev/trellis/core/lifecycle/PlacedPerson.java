package dev.trellis.core.lifecycle;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Value;
import dev.trellis.core.playbook.Audiences.Of;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Tag;

/**
 * A person as groups see one: the portrait, and beside it stage, pool and products. Tells the layer
 * the person belongs to (R51).
 */
record PlacedPerson(Portrait portrait, Placement placement) implements Condition.Subject {

  private static final String IDENTITY = "identity";

  /** A partner is a partner first of all; whom a rule excludes is no prospect either. */
  boolean isOf(Of layer) {
    var layers = portrait.playbook().audiences().layers();
    var identities = identities();
    if (identities.stream().anyMatch(layers.nobody()::contains)) {
      return false;
    }
    if (identities.stream().anyMatch(layers.partners()::contains)) {
      return layer == Of.PARTNERS;
    }
    return switch (layer) {
      case PARTNERS -> false;
      case CUSTOMERS -> layers.customers().contains(placement.stage());
      case PROSPECTS ->
          !layers.customers().contains(placement.stage()) && !portrait.value("excluded").isKnown();
    };
  }

  // Told as a field or drawn as a tag, identity:agent or one of its second level.
  private Set<String> identities() {
    var told = new TreeSet<String>();
    if (portrait.value(IDENTITY) instanceof Value.Words words) {
      words.words().forEach(w -> told.add(folded(w)));
    }
    portrait.tags().stream()
        .map(Tag::id)
        .filter(PlacedPerson::isIdentity)
        .flatMap(id -> Stream.of(id.substring(IDENTITY.length() + 1).split("[/:]")))
        .forEach(word -> told.add(folded(word)));
    return told;
  }

  /** Future instants at which time alone may change the layer; rules that exclude not counted. */
  void flips(Consumer<Instant> told) {
    new Condition.Leaf(IDENTITY, new Condition.Known(true)).flips(this, told);
    var tags =
        portrait.playbook().tagScheme().ids().stream().filter(PlacedPerson::isIdentity).toList();
    if (!tags.isEmpty()) {
      new Condition.Leaf("tag", new Condition.In(tags)).flips(this, told);
    }
  }

  private static boolean isIdentity(String tag) {
    return tag.startsWith(IDENTITY + ":");
  }

  private static String folded(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public Value value(String field) {
    return switch (field) {
      case "stage" -> new Value.Words(Set.of(placement.stage()));
      case "pool" -> new Value.Words(path(placement.pool()));
      case "products" ->
          portrait.profile().products().isEmpty()
              ? new Value.Unknown()
              : new Value.Words(portrait.profile().products());
      default -> portrait.value(field);
    };
  }

  // Who is in mil/high is in mil.
  private static Set<String> path(String pool) {
    var path = new TreeSet<String>();
    for (int end = pool.length(); end > 0; end = pool.lastIndexOf('/', end - 1)) {
      path.add(pool.substring(0, end));
    }
    return path;
  }

  @Override
  public Instant now() {
    return portrait.now();
  }
}
