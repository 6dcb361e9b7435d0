package dev.trellis.console.account;

import module java.base;

import dev.trellis.core.account.AccountFile.Member;
import dev.trellis.core.account.Stay;
import dev.trellis.core.condition.Value;
import dev.trellis.core.dictionary.Titles;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Field;

/**
 * A person as part of a company (R21).
 *
 * @param name as told, or null
 * @param roles in the decision chain; of a former member those held then
 * @param title held here last, or null
 * @param until null if the person works here
 * @param won when a deal with the person was won here (R39), or null
 */
public record Person(
    String lead,
    String name,
    SortedSet<String> roles,
    String title,
    Instant since,
    Instant until,
    Instant won) {

  static Person of(Member member, Portrait portrait, Titles titles) {
    var last =
        member.stays().stream()
            .max(Comparator.comparing(s -> Optional.ofNullable(s.until()).orElse(Instant.MAX)))
            .orElseThrow();
    var until = member.until().orElse(null);
    var roles = new TreeSet<String>();
    if (until == null && portrait.value(Field.ROLE) instanceof Value.Words words) {
      roles.addAll(words.words());
    }
    if (roles.isEmpty()) {
      roles.addAll(roles(last, titles));
    }
    return new Person(
        member.lead(),
        portrait.profile().value(Field.NAME).orElse(null),
        roles,
        last.title(),
        member.since(),
        until,
        won(portrait, until));
  }

  private static Instant won(Portrait portrait, Instant until) {
    return portrait
        .profile()
        .fact(Field.CRM_STATUS)
        .filter(status -> status.value().equals("won"))
        .map(Fact::at)
        .filter(at -> until == null || at.isBefore(until))
        .orElse(null);
  }

  public boolean isHere() {
    return until == null;
  }

  // By today's dictionary, of the title held then.
  private static Set<String> roles(Stay stay, Titles titles) {
    return stay.role() != null
        ? Set.of(stay.role())
        : Optional.ofNullable(stay.title())
            .flatMap(titles::find)
            .map(m -> Set.of(m.role()))
            .orElse(Set.of());
  }
}
