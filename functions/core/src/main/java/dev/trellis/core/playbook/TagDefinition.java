package dev.trellis.core.playbook;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.core.text.Wording;
import java.util.List;
import java.util.Set;

/**
 * A tag: what it is called, what computes it and what uses it (R48).
 *
 * @param parent id of the tag of the first level that this one refines; null on the first level
 * @param from ways to compute it; one that succeeds is enough. A parent without any stands when a
 *     child does; a child never stands without its parent (R41)
 * @param uses what the authors want it for, such as {@code journey:high-value}
 * @param note why it is kept although nothing computes or uses it yet; may be null
 */
public record TagDefinition(
    String id,
    Wording name,
    String parent,
    List<Computation> from,
    Set<String> uses,
    Wording note,
    List<TagDefinition> children) {

  /** A way to compute a tag. */
  public sealed interface Computation {

    /** A content that was read carries the tag (R82). */
    record Carried() implements Computation {}

    /** A field's shown value is one of these words. */
    record Told(String field, Set<String> words) implements Computation {}

    /** A condition holds; time alone may change that. */
    record When(Condition when) implements Computation {}

    /** The person did one of these at least so often. */
    record Did(Set<Behaviour> behaviours, int times) implements Computation {}

    /** Contents of this kind were read at least so often; null asks nothing. */
    record Read(String form, String type, String topic, int times) implements Computation {
      public boolean takes(Content content) {
        return (form == null || form.equals(content.form()))
            && (type == null || type.equals(content.type()))
            && (topic == null || topic.equals(content.topic()));
      }
    }

    /** None of the other tags of a single-valued category. */
    record Otherwise() implements Computation {}
  }
}
