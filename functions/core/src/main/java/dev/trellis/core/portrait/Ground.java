package dev.trellis.core.portrait;

import dev.trellis.core.portrait.Tag.Status;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What one way of computing found that speaks for a tag. */
record Ground(int count, Instant first, Instant last, List<String> evidence, Status status) {

  static Ground at(Instant at, String evidence, Status status) {
    return new Ground(0, at, at, evidence.isEmpty() ? List.of() : List.of(evidence), status);
  }

  /** Both together: counts add up, the stronger status stands. */
  Ground and(Ground other) {
    var all = new TreeSet<>(evidence);
    all.addAll(other.evidence);
    return new Ground(
        count + other.count,
        moments(other).min(Instant::compareTo).orElse(null),
        moments(other).max(Instant::compareTo).orElse(null),
        List.copyOf(all),
        status.compareTo(other.status) >= 0 ? status : other.status);
  }

  Tag tag(String id, String parent) {
    return new Tag(id, count, first, last, evidence, status, parent);
  }

  private Stream<Instant> moments(Ground other) {
    return Stream.of(first, last, other.first, other.last).filter(Objects::nonNull);
  }
}
