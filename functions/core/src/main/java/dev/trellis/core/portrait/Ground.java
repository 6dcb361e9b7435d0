package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.portrait.Tag.Status;
import org.jspecify.annotations.Nullable;

/** What one way of computing found that speaks for a tag. */
record Ground(
    int count,
    @Nullable Instant first,
    @Nullable Instant last,
    List<String> evidence,
    Status status) {

  static Ground at(@Nullable Instant at, String evidence, Status status) {
    return new Ground(0, at, at, evidence.isEmpty() ? List.of() : List.of(evidence), status);
  }

  /** Both together: counts add up, the stronger status stands. */
  Ground and(Ground other) {
    var all = new TreeSet<>(evidence);
    all.addAll(other.evidence);
    var moments = moments(other);
    return new Ground(
        count + other.count,
        moments.isEmpty() ? null : Collections.min(moments),
        moments.isEmpty() ? null : Collections.max(moments),
        List.copyOf(all),
        status.compareTo(other.status) >= 0 ? status : other.status);
  }

  Tag tag(String id, @Nullable String parent) {
    return new Tag(id, count, first, last, evidence, status, parent);
  }

  private List<Instant> moments(Ground other) {
    var moments = new ArrayList<>(Arrays.asList(first, last, other.first, other.last));
    moments.removeIf(Objects::isNull);
    return moments;
  }
}
