package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.profile.Reads;
import dev.trellis.core.text.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Something to read: no content without form, type and topic (R80).
 *
 * @param tags put on whoever reads this version (R81, R82)
 * @param formerTags of earlier versions, as far as they were others: whoever read one of these
 *     keeps its tags
 * @param service the part of our service it belongs to: product, training, service or event (R52);
 *     may be null
 * @param industry for readers of this industry only; null for everybody
 * @param pools for leads in these pools or below them; empty for every pool whose types it suits
 * @param deals deal stages in which it helps sales (R38, R89)
 * @param page Markdown file per language, shown when the link is followed; may be null
 * @param file download per language, relative to the playbook; may be null
 */
public record Content(
    String id,
    int version,
    String form,
    String type,
    String topic,
    List<String> tags,
    SortedMap<Integer, List<String>> formerTags,
    @Nullable String service,
    @Nullable String industry,
    List<String> pools,
    List<String> deals,
    Wording title,
    Wording summary,
    @Nullable Wording page,
    @Nullable Wording file) {

  /** A content for everybody. */
  public static Content of(
      String id,
      int version,
      String form,
      String type,
      String topic,
      List<String> tags,
      Wording title,
      Wording summary,
      @Nullable Wording page,
      @Nullable Wording file) {
    return new Content(
        id,
        version,
        form,
        type,
        topic,
        tags,
        new TreeMap<>(),
        null,
        null,
        List.of(),
        List.of(),
        title,
        summary,
        page,
        file);
  }

  /** The tags that a version puts on its readers. */
  public List<String> tags(int version) {
    return formerTags.getOrDefault(version, tags);
  }

  /** How many of these reads put each tag on the reader. */
  public SortedMap<String, Integer> tagged(Reads reads) {
    var times = new TreeMap<String, Integer>();
    reads
        .versions()
        .forEach((version, count) ->
            tags(version).stream()
                .distinct()
                .forEach(tag -> times.merge(tag, count, Integer::sum)));
    return times;
  }

  /** How many of these reads put any tag on the reader. */
  public int taggedReads(Reads reads) {
    return reads.versions().entrySet().stream()
        .filter(read -> !tags(read.getKey()).isEmpty())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  public Optional<String> file(String language) {
    return Optional.ofNullable(file).map(f -> f.in(language));
  }
}
