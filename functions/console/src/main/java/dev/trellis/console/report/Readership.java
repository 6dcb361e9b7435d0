package dev.trellis.console.report;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Profile;

/**
 * Who read what (R83): readers are people, reads are times. A person who was merged is one reader
 * of what both had read.
 *
 * @param byContent every content of the catalogue, also those that nobody read, and what was read
 *     and is no longer in it
 * @param byService by the part of our service that contents belong to (R52)
 */
public record Readership(
    SortedMap<String, Figures> byContent,
    SortedMap<String, Figures> byTopic,
    SortedMap<String, Figures> byType,
    SortedMap<String, Figures> byForm,
    SortedMap<String, Figures> byService,
    SortedMap<String, Figures> byTag) {

  /**
   * @param readers distinct people
   * @param seconds spent reading, as far as pages told
   */
  public record Figures(long readers, long reads, long seconds) {

    static final Figures NONE = new Figures(0, 0, 0);

    Figures plus(Figures other) {
      return new Figures(readers + other.readers, reads + other.reads, seconds + other.seconds);
    }
  }

  /** Counts over the profiles of all living leads. */
  public static Readership of(Stream<Profile> profiles, Playbook playbook) {
    var count = new Counting(playbook);
    playbook.contents().keySet().forEach(id -> count.byContent.put(id, Figures.NONE));
    profiles.forEach(count::add);
    return new Readership(
        Collections.unmodifiableSortedMap(count.byContent),
        Collections.unmodifiableSortedMap(count.byTopic),
        Collections.unmodifiableSortedMap(count.byType),
        Collections.unmodifiableSortedMap(count.byForm),
        Collections.unmodifiableSortedMap(count.byService),
        Collections.unmodifiableSortedMap(count.byTag));
  }

  private static final class Counting {

    private final Playbook playbook;
    private final TreeMap<String, Figures> byContent = new TreeMap<>();
    private final TreeMap<String, Figures> byTopic = new TreeMap<>();
    private final TreeMap<String, Figures> byType = new TreeMap<>();
    private final TreeMap<String, Figures> byForm = new TreeMap<>();
    private final TreeMap<String, Figures> byService = new TreeMap<>();
    private final TreeMap<String, Figures> byTag = new TreeMap<>();

    Counting(Playbook playbook) {
      this.playbook = playbook;
    }

    // Whoever read two contents of a topic is one reader of it.
    void add(Profile profile) {
      var topics = new TreeMap<String, Figures>();
      var types = new TreeMap<String, Figures>();
      var forms = new TreeMap<String, Figures>();
      var services = new TreeMap<String, Figures>();
      var tags = new TreeMap<String, Figures>();
      profile
          .countedReads()
          .forEach((id, read) -> {
            var figures = new Figures(1, read.count(), read.seconds());
            byContent.merge(id, figures, Figures::plus);
            playbook
                .content(id)
                .ifPresent(content -> {
                  ofOnePerson(topics, content.topic(), figures);
                  ofOnePerson(types, content.type(), figures);
                  ofOnePerson(forms, content.form(), figures);
                  if (content.service() != null) {
                    ofOnePerson(services, content.service(), figures);
                  }
                  content
                      .tagged(read)
                      .forEach((tag, times) ->
                          ofOnePerson(tags, tag, new Figures(1, times, read.seconds())));
                });
          });
      topics.forEach((topic, figures) -> byTopic.merge(topic, figures, Figures::plus));
      types.forEach((type, figures) -> byType.merge(type, figures, Figures::plus));
      forms.forEach((form, figures) -> byForm.merge(form, figures, Figures::plus));
      services.forEach((part, figures) -> byService.merge(part, figures, Figures::plus));
      tags.forEach((tag, figures) -> byTag.merge(tag, figures, Figures::plus));
    }

    private static void ofOnePerson(TreeMap<String, Figures> of, String facet, Figures figures) {
      of.merge(
          facet,
          figures,
          (a, b) -> new Figures(1, a.reads() + b.reads(), a.seconds() + b.seconds()));
    }
  }
}
