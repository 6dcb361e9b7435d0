package dev.trellis.core.portrait;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.profile.Reads;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tags from what was read and what was said. */
final class Tags {

  private static final String DECLARED = "declared";

  private Tags() {}

  static SortedMap<String, Tag> of(Profile profile, Playbook playbook) {
    var tags = new TreeMap<String, Tag>();
    profile
        .countedReads()
        .forEach((id, reads) ->
            playbook
                .content(id)
                .ifPresent(c -> c.tags().forEach(t -> add(tags, read(t, id, reads)))));
    profile
        .fact(Field.NEED)
        .ifPresent(need -> {
          for (var topic : need.value().split(",")) {
            add(tags, said("need:" + topic, need.at()));
          }
        });
    return tags;
  }

  private static Tag read(String tag, String content, Reads reads) {
    return new Tag(tag, reads.count(), reads.first(), reads.last(), List.of(content));
  }

  // The count is of reads (R82): saying so makes the tag, but triggers nothing.
  private static Tag said(String tag, Instant at) {
    return new Tag(tag, 0, at, at, List.of(DECLARED));
  }

  private static void add(SortedMap<String, Tag> tags, Tag tag) {
    tags.merge(tag.id(), tag, Tags::both);
  }

  private static Tag both(Tag a, Tag b) {
    var evidence = new TreeSet<>(a.evidence());
    evidence.addAll(b.evidence());
    return new Tag(
        a.id(),
        a.count() + b.count(),
        a.first().isBefore(b.first()) ? a.first() : b.first(),
        a.last().isAfter(b.last()) ? a.last() : b.last(),
        List.copyOf(evidence));
  }
}
