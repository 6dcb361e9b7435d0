package dev.trellis.core.event;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Proof;
import org.jspecify.annotations.Nullable;

/**
 * How the names and words of an event stand (R17, R24): what whoever told them can prove and, once
 * the event is in a log, which of them are claims. That is decided once and kept with the event, so
 * that whoever folds the log again comes to the same profile.
 *
 * @param proof per type of identity ({@code email}) or field ({@code company}), {@link #ALL} for
 *     whatever is told; what is not listed was typed
 * @param claims names that were told and are not the lead's, each with the lead that has it, or
 *     empty if nobody does
 * @param fields whose values are claims
 * @param unoffered fields whose values are none that the playbook offered, nor its dictionaries
 *     knew
 * @param denied names that the lead goes no longer by
 * @param repeated wishes in which the source only says again what it said last
 * @param teller the key by which somebody outside told it; null if it came otherwise, or was told
 *     before that was kept
 */
public record Standing(
    SortedMap<String, Proof> proof,
    SortedMap<Identity, String> claims,
    SortedSet<String> fields,
    SortedSet<String> unoffered,
    SortedSet<Identity> denied,
    SortedSet<String> repeated,
    @Nullable String teller) {

  public static final Standing NONE =
      new Standing(
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          null);

  /** Stands for every type and field. */
  public static final String ALL = "*";

  public Standing {
    proof = frozen(proof);
    claims = frozen(claims);
    fields = frozen(fields);
    unoffered = frozen(unoffered);
    denied = frozen(denied);
    repeated = frozen(repeated);
  }

  /** What is proven of an identity of this type, or of this field. */
  public Proof of(String word) {
    return Proof.stronger(
        proof.getOrDefault(word, Proof.TYPED), proof.getOrDefault(ALL, Proof.TYPED));
  }

  Standing claiming(SortedMap<Identity, String> names, SortedSet<String> words) {
    return new Standing(proof, names, words, unoffered, denied, repeated, teller);
  }

  Standing unoffered(SortedSet<String> words) {
    return new Standing(proof, claims, fields, words, denied, repeated, teller);
  }

  Standing denying(SortedSet<Identity> names) {
    return new Standing(proof, claims, fields, unoffered, names, repeated, teller);
  }

  Standing repeating(SortedSet<String> words) {
    return new Standing(proof, claims, fields, unoffered, denied, words, teller);
  }

  Standing toldBy(String key) {
    return new Standing(proof, claims, fields, unoffered, denied, repeated, key);
  }

  /** True if a browser did it that is not the person's: the mail may have been forwarded. */
  public boolean isOfOtherBrowser() {
    return claims.keySet().stream().anyMatch(name -> name.type() == IdentityType.COOKIE);
  }

  Standing with(String word, Proof shown) {
    var more = new TreeMap<>(proof);
    more.merge(word, shown, Proof::stronger);
    return new Standing(more, claims, fields, unoffered, denied, repeated, teller);
  }

  // Most events say nothing of most of this.
  private static <K, V> SortedMap<K, V> frozen(SortedMap<K, V> map) {
    return map.isEmpty()
        ? Collections.emptySortedMap()
        : Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  private static <T> SortedSet<T> frozen(SortedSet<T> set) {
    return set.isEmpty()
        ? Collections.emptySortedSet()
        : Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }
}
