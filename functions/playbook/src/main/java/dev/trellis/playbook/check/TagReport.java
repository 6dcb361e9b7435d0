package dev.trellis.playbook.check;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.TagDefinition;
import dev.trellis.core.playbook.TagScheme;

/**
 * Are all tags usable and computable (R48)? Found by reading the playbook, not by believing what
 * its authors wrote.
 *
 * @param undefined tags that contents carry and the scheme does not know
 * @param neverGiven tags that conditions ask for and that neither scheme nor contents give
 */
public record TagReport(List<Line> lines, List<String> undefined, List<String> neverGiven) {

  /** Where sales reads every tag of a lead that is handed over. */
  static final String DOSSIER = "dossier";

  /**
   * One tag.
   *
   * @param usedBy what asks for it, and the dossier if it is meant for that
   * @param computedBy ways of computing it that can succeed
   */
  public record Line(TagDefinition tag, List<String> usedBy, List<String> computedBy) {

    public boolean isUnused() {
      return usedBy.isEmpty();
    }

    /** True if only people read it: no rule would miss it. */
    public boolean isOnlyRead() {
      return usedBy.equals(List.of(DOSSIER));
    }

    public boolean isNeverComputable() {
      return computedBy.isEmpty();
    }

    /** True if nothing is wrong with the tag, or its note says why it is kept. */
    public boolean isClean() {
      return tag.note() != null || !isUnused() && !isNeverComputable();
    }
  }

  public static TagReport of(Playbook playbook) {
    var askers = Askers.of(playbook);
    var possible = new Possible(playbook);
    var scheme = playbook.tagScheme();
    return new TagReport(
        scheme.tags().map(tag -> line(tag, askers, possible, scheme)).toList(),
        undefined(playbook),
        neverGiven(playbook, askers));
  }

  /** True if every tag is clean and no condition asks in vain. */
  public boolean isClean() {
    return neverGiven.isEmpty() && lines.stream().allMatch(Line::isClean);
  }

  private static Line line(
      TagDefinition tag, List<Asker> askers, Possible possible, TagScheme scheme) {
    var usedBy = usedBy(tag, askers, scheme);
    if (tag.uses().contains(DOSSIER)) {
      usedBy.add(DOSSIER);
    }
    return new Line(tag, List.copyOf(usedBy), computedBy(tag, possible, scheme));
  }

  /**
   * What asks for a tag. Who asks for a parent gets its children as well, and a child cannot be
   * without its parent.
   */
  static SortedSet<String> usedBy(TagDefinition tag, List<Asker> askers, TagScheme scheme) {
    var family = new ArrayList<>(tag.children());
    family.add(tag);
    Optional.ofNullable(tag.parent()).flatMap(scheme::tag).ifPresent(family::add);
    return askers.stream()
        .filter(asker -> family.stream().anyMatch(asker::asksFor))
        .map(Asker::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> computedBy(TagDefinition tag, Possible possible, TagScheme scheme) {
    if (tag.parent() != null
        && scheme
            .tag(tag.parent())
            .filter(p -> !p.from().isEmpty() && ways(p, possible).isEmpty())
            .isPresent()) {
      return List.of();
    }
    return tag.from().isEmpty()
        ? tag.children().stream().flatMap(c -> ways(c, possible).stream()).distinct().toList()
        : ways(tag, possible);
  }

  private static List<String> ways(TagDefinition tag, Possible possible) {
    return tag.from().stream()
        .filter(way -> possible.is(tag, way))
        .map(way -> way.getClass().getSimpleName().toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  private static List<String> undefined(Playbook playbook) {
    return playbook.contents().values().stream()
        .flatMap(c -> c.tags().stream())
        .filter(id -> playbook.tagScheme().tag(id).isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> neverGiven(Playbook playbook, List<Asker> askers) {
    return askers.stream()
        .flatMap(Asker::tags)
        .filter(id -> playbook.tagScheme().tag(id).isEmpty())
        .filter(id -> playbook.contents().values().stream().noneMatch(c -> c.tags().contains(id)))
        .distinct()
        .sorted()
        .toList();
  }
}
