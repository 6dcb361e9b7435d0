package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.TagDefinition;
import dev.trellis.core.playbook.TagDefinition.Computation;
import dev.trellis.core.playbook.TagScheme;
import dev.trellis.core.playbook.TagScheme.TagCategory;
import dev.trellis.core.portrait.Tag.Status;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.profile.Reads;
import dev.trellis.core.profile.Touch;

/** What in a profile speaks for a tag, by each way of computing one (R20). */
final class Grounds {

  private final Profile profile;
  private final Playbook playbook;
  private final Attributes attributes;
  private final Condition.Subject subject;
  private final Map<String, Ground> carried = new HashMap<>();

  Grounds(Profile profile, Playbook playbook, Attributes attributes, Condition.Subject subject) {
    this.profile = profile;
    this.playbook = playbook;
    this.attributes = attributes;
    this.subject = subject;
    profile
        .countedReads()
        .forEach((id, reads) ->
            playbook
                .content(id)
                .ifPresent(content ->
                    content
                        .tagged(reads)
                        .forEach((tag, times) ->
                            carried.merge(tag, read(id, reads, times), Ground::and))));
  }

  Optional<Ground> of(TagDefinition tag, TagCategory category) {
    Ground all = null;
    for (var way : tag.from()) {
      var one = of(tag, way, category.confirmedBy()).orElse(null);
      if (one != null) {
        all = all == null ? one : all.and(one);
      }
    }
    return Optional.ofNullable(all);
  }

  /** Tags that no definition knows: carried by contents or, without any scheme, told as a need. */
  SortedMap<String, Ground> undefined() {
    var left = new TreeMap<>(carried);
    if (playbook.tagScheme().equals(TagScheme.EMPTY)) {
      attributes
          .shown(Field.NEED)
          .ifPresent(need ->
              need.words()
                  .forEach(
                      word -> left.merge("need:" + word, told(need, Authority.FORM), Ground::and)));
    }
    left.keySet().removeAll(playbook.tagScheme().ids());
    return left;
  }

  private Optional<Ground> of(TagDefinition tag, Computation way, Authority confirmedBy) {
    return switch (way) {
      case Computation.Carried _ -> Optional.ofNullable(carried.get(tag.id()));
      case Computation.Told(String field, var words) ->
          attributes
              .shown(field)
              .filter(a -> !Collections.disjoint(a.words(), words))
              .map(a -> told(a, confirmedBy));
      case Computation.When(Condition when) ->
          when.holds(subject) ? Optional.of(met(when)) : Optional.empty();
      case Computation.Did(var behaviours, int times) ->
          Done.of(profile, behaviours).filter(d -> d.times() >= times).map(Grounds::done);
      case Computation.Read read -> readOf(read::takes).filter(t -> t.count() >= read.times());
      case Computation.Otherwise _ -> Optional.of(Ground.at(null, "", Status.OBSERVED));
    };
  }

  private static Ground told(Attribute attribute, Authority confirmedBy) {
    var confirmed = attribute.source().compareTo(confirmedBy) >= 0;
    return Ground.at(
        attribute.at(), attribute.evidence(), confirmed ? Status.CONFIRMED : Status.PROPOSED);
  }

  // A condition rests on the facts it asks about; one about deeds alone, on the whole of them.
  private Ground met(Condition when) {
    return when.leaves()
        .map(leaf -> attributes.shown(leaf.field()))
        .flatMap(Optional::stream)
        .map(a -> Ground.at(a.at(), a.evidence(), Status.OBSERVED))
        .reduce(Ground::and)
        .orElseGet(() ->
            new Ground(
                0,
                profile.first().map(Touch::at).orElse(null),
                profile.last().map(Touch::at).orElse(null),
                List.of(when.toString()),
                Status.OBSERVED));
  }

  private static Ground done(Done done) {
    return new Ground(
        done.times(),
        done.calendar().start(done.days().firstKey()),
        done.calendar().start(done.days().lastKey()),
        done.evidence(),
        Status.OBSERVED);
  }

  private Optional<Ground> readOf(Predicate<Content> takes) {
    return profile.countedReads().entrySet().stream()
        .filter(e -> playbook.content(e.getKey()).filter(takes).isPresent())
        .map(e -> read(e.getKey(), e.getValue(), e.getValue().count()))
        .reduce(Ground::and);
  }

  private static Ground read(String content, Reads reads, int times) {
    return new Ground(times, reads.first(), reads.last(), List.of(content), Status.OBSERVED);
  }
}
