package dev.trellis.core.playbook;

import module java.base;

import org.jspecify.annotations.Nullable;

/**
 * Which content to send: one by id, or the first that has all of these facets and was not sent yet.
 * Parts that are null ask for nothing.
 *
 * @param ownIndustry true if it must be about the lead's own industry
 * @param fallback content to send if none fits
 */
public record ContentQuery(
    @Nullable String content,
    @Nullable String topic,
    @Nullable String type,
    @Nullable String form,
    boolean ownIndustry,
    @Nullable String fallback) {

  public static ContentQuery named(@Nullable String content) {
    return new ContentQuery(content, null, null, null, false, null);
  }

  /** True if the content has the facets that are asked for; the lead is another matter. */
  public boolean asksFor(Content candidate) {
    return asks(topic, candidate.topic())
        && asks(type, candidate.type())
        && asks(form, candidate.form());
  }

  /** The facets that are asked for, such as {@code topic lead-scoring and type strategy}. */
  public String facets() {
    return Stream.of(facet("topic", topic), facet("type", type), facet("form", form))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" and "));
  }

  /** The same with other words, as for a {@code $variable}. */
  public ContentQuery renamed(UnaryOperator<String> names) {
    UnaryOperator<@Nullable String> known = word -> word == null ? null : names.apply(word);
    return new ContentQuery(
        known.apply(content),
        known.apply(topic),
        known.apply(type),
        known.apply(form),
        ownIndustry,
        known.apply(fallback));
  }

  private static Optional<String> facet(String name, @Nullable String wanted) {
    return Optional.ofNullable(wanted).map(w -> name + " " + w);
  }

  private static boolean asks(@Nullable String wanted, String facet) {
    return wanted == null || wanted.equals(facet);
  }
}
