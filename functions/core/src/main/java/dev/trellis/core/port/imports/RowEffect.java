package dev.trellis.core.port.imports;

import module java.base;

import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.profile.Profile;

/**
 * What a row of an imported file did to its lead, kept with the row's event (R31): so a report can
 * say what happened, and not what was sent.
 *
 * @param changed facts and names of the lead that are others since, for {@link Kind#CHANGED}
 */
public record RowEffect(Kind kind, SortedSet<String> changed) {

  /** What became of a row that was taken. */
  public enum Kind {
    /** It is the first word on a person. */
    NEW,
    /** A fact or a name of a known person is another one since. */
    CHANGED,
    /** It tells nothing that was not known, or not better. */
    KNOWN,
    /** It is the first word on somebody who may be a person that is known already. */
    POSSIBLE
  }

  /** Nothing came of it. */
  public static final RowEffect KNOWN = new RowEffect(Kind.KNOWN, new TreeSet<>());

  /** Says of which import a lead is: no news to anybody. */
  private static final String BATCH = "imported";

  private static final int MOST = 20;
  private static final String MARK = "\t";

  public RowEffect {
    changed = Collections.unmodifiableSortedSet(new TreeSet<>(changed));
  }

  /**
   * What a row's event did; empty for any other event.
   *
   * @param before empty if there was no such lead
   * @param isDoubtful true if the lead may be the same as another
   */
  public static Optional<RowEffect> of(
      LeadEvent event, Optional<Profile> before, Profile after, boolean isDoubtful) {
    if (!(event.happening() instanceof RecordImported row)) {
      return Optional.empty();
    } else if (before.isEmpty()) {
      return Optional.of(
          new RowEffect(isDoubtful ? Kind.POSSIBLE : Kind.NEW, Collections.emptySortedSet()));
    }
    var changed = new TreeSet<String>();
    row.values().keySet().stream()
        .filter(field -> !field.equals(BATCH))
        .filter(field -> !before.get().value(field).equals(after.value(field)))
        .limit(MOST)
        .forEach(changed::add);
    event.identities().stream()
        .filter(name -> !before.get().identities().contains(name))
        .filter(name -> after.identities().contains(name))
        .map(Identity::type)
        .forEach(type -> changed.add(type.toString()));
    return Optional.of(changed.isEmpty() ? KNOWN : new RowEffect(Kind.CHANGED, changed));
  }

  /** As it is stored. */
  public String text() {
    return Stream.concat(Stream.of(kind.name()), changed.stream())
        .collect(Collectors.joining(MARK));
  }

  /** From what is stored. */
  public static RowEffect read(String text) {
    var parts = List.of(text.split(MARK));
    return new RowEffect(
        Kind.valueOf(parts.getFirst()), new TreeSet<>(parts.subList(1, parts.size())));
  }
}
