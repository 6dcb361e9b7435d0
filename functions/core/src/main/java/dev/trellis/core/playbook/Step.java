package dev.trellis.core.playbook;

import dev.trellis.core.condition.Condition;
import java.time.Period;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One step of a journey's program. Blocks of the playbook ({@code each}, {@code when}) are unrolled
 * into a flat list with jumps, so a lead's place in a journey is one step id.
 */
public sealed interface Step {

  String id();

  /** Wait. */
  record Wait(String id, Pause pause) implements Step {}

  /** A round of an {@code each} begins; waits may count from here. */
  record Round(String id) implements Step {}

  /** Go on if the condition holds, else jump. */
  record When(String id, Condition condition, int otherwise) implements Step {}

  /**
   * Go on as soon as the content of the last send is read; jump if it was not read before the
   * period is over, and at once if that send had no content or was skipped. A read at the very end
   * of the period no longer counts (R94).
   */
  record AwaitRead(String id, Period period, int otherwise) implements Step {}

  /** Go on as soon as the condition holds; jump if it does not within the period. */
  record Await(String id, Condition condition, Period period, int otherwise) implements Step {}

  /**
   * Send a mail, with a content if the step asks for one.
   *
   * @param otherwise where to go if every content that was asked for was sent before
   */
  record Send(String id, String mail, ContentQuery content, int otherwise) implements Step {}

  /** Judge the lead: hot goes on here, the others jump (R98). */
  record Verdict(String id, int warm, int cold) implements Step {}

  /** Start another journey (R100). */
  record Enroll(String id, String journey) implements Step {}

  /** Put the lead one pool lower than the one this journey is for (R101). */
  record Demote(String id) implements Step {}

  /** Hand the lead to the CRM. */
  record HandOff(String id) implements Step {}

  record Jump(String id, int target) implements Step {}

  /**
   * Which content to send: one by id, or the first that has all of these facets and was not sent
   * yet. Parts that are null ask for nothing.
   *
   * @param ownIndustry true if it must be about the lead's own industry
   * @param fallback content to send if none fits
   */
  record ContentQuery(
      String content,
      String topic,
      String type,
      String form,
      boolean ownIndustry,
      String fallback) {

    public static ContentQuery named(String content) {
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

    private static Optional<String> facet(String name, String wanted) {
      return Optional.ofNullable(wanted).map(w -> name + " " + w);
    }

    private static boolean asks(String wanted, String facet) {
      return wanted == null || wanted.equals(facet);
    }
  }
}
