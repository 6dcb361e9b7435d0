package dev.trellis.playbook.check;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.TagDefinition;
import dev.trellis.core.playbook.TagScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Are all tags usable and computable (R48)? Found by reading the playbook, not by believing what
 * its authors wrote.
 *
 * @param undefined tags that contents carry and the scheme does not know
 * @param neverGiven tags that conditions ask for and that neither scheme nor contents give
 */
public record TagReport(List<Line> lines, List<String> undefined, List<String> neverGiven) {

  /** What a playbook can show a use of by itself; reports and audiences lie outside it. */
  private static final Set<String> PROVABLE =
      Set.of("stage", "pool", "scoring", "exclusion", "journey");

  /**
   * One tag.
   *
   * @param usedBy conditions that ask for it
   * @param explained uses that the authors name and that lie outside the playbook
   * @param unkept uses that the authors name and that the playbook does not show
   * @param computedBy ways of computing it that can succeed
   */
  public record Line(
      TagDefinition tag,
      List<String> usedBy,
      List<String> explained,
      List<String> unkept,
      List<String> computedBy) {

    public boolean isUnused() {
      return usedBy.isEmpty() && explained.isEmpty();
    }

    public boolean isNeverComputable() {
      return computedBy.isEmpty();
    }

    /** True if nothing is wrong with the tag, or its note says why it is kept. */
    public boolean isClean() {
      return tag.note() != null || !isUnused() && !isNeverComputable() && unkept.isEmpty();
    }
  }

  public static TagReport of(Playbook playbook) {
    var askers = Asker.of(playbook);
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
    var usedBy = new TreeSet<String>();
    family(tag)
        .forEach(
            id -> askers.stream().filter(a -> a.asksFor(id)).map(Asker::name).forEach(usedBy::add));
    var explained = new ArrayList<String>();
    var unkept = new ArrayList<String>();
    for (var use : tag.uses()) {
      if (!PROVABLE.contains(use.split(":")[0])) {
        explained.add(use);
      } else if (!usedBy.contains(use)) {
        unkept.add(use);
      }
    }
    return new Line(tag, List.copyOf(usedBy), explained, unkept, computedBy(tag, possible, scheme));
  }

  // Who asks for a parent gets its children as well, and a child cannot be without its parent.
  private static Stream<String> family(TagDefinition tag) {
    return Stream.concat(
        Stream.concat(Stream.of(tag.id()), Stream.ofNullable(tag.parent())),
        tag.children().stream().map(TagDefinition::id));
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
