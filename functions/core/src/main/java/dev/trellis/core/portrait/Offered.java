package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Profile;

/**
 * What is told of a field beside what is offered for it (R24): free words that a dictionary knows
 * mean what they name; an answer that nobody offers counts only as long as nobody tells one that
 * is, whoever says so.
 */
record Offered(Playbook playbook) {

  /** The profile in the words that are offered, as far as dictionaries know them. */
  Profile meant(Profile told) {
    var facts = new TreeMap<String, SortedMap<Authority, Fact>>();
    told.facts()
        .forEach((field, words) -> {
          var meant = new TreeMap<>(words);
          meant.replaceAll((_, word) -> word.as(playbook.meant(field, word.value())));
          if (!meant.equals(words)) {
            facts.put(field, meant);
          }
        });
    return facts.isEmpty() ? told : told.replacing(facts);
  }

  /** The same without the words that yield to weaker ones. */
  Profile in(Profile everything) {
    var facts = new TreeMap<String, SortedMap<Authority, Fact>>();
    var profile = meant(everything);
    profile
        .facts()
        .forEach((field, told) -> {
          if (told.size() > 1) {
            best(field, told)
                .filter(best -> best.getKey() != told.lastKey())
                .ifPresent(best -> facts.put(field, upTo(told, best)));
          }
        });
    return facts.isEmpty() ? profile : profile.replacing(facts);
  }

  // The strongest of those that are offered.
  private Optional<Map.Entry<Authority, Fact>> best(String field, SortedMap<Authority, Fact> told) {
    return told.sequencedEntrySet().reversed().stream()
        .filter(one -> playbook.isOffered(field, one.getValue().value()))
        .findFirst();
  }

  private static SortedMap<Authority, Fact> upTo(
      SortedMap<Authority, Fact> told, Map.Entry<Authority, Fact> last) {
    var weaker = new TreeMap<>(told.headMap(last.getKey()));
    weaker.put(last.getKey(), last.getValue());
    return weaker;
  }
}
