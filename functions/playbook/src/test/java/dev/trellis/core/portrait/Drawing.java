package dev.trellis.core.portrait;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.dictionary.Industries;
import dev.trellis.core.dictionary.SearchKeywords;
import dev.trellis.core.dictionary.Titles;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Profile;

/** Portraits for tests, with a dictionary of a few words. */
final class Drawing {

  static final int SURE = 60;

  private Drawing() {}

  /** Knows one title, one industry per percentage, and one search phrase. */
  static final Inference FEW_WORDS =
      new Inference(
          title ->
              title.equals("信息中心主任")
                  ? Optional.of(new Titles.Match("cio", "it", "head", "信息中心主任"))
                  : Optional.empty(),
          company ->
              company.matches("示例科技[0-9]+")
                  ? Optional.of(
                      new Industries.Guess(
                          "it-services", Integer.parseInt(company.substring(4)), "科技"))
                  : Optional.empty(),
          phrase ->
              new SearchKeywords.Meaning(
                  new TreeSet<>(phrase.equals("线索评分") ? List.of("lead-scoring") : List.of()),
                  new TreeSet<>()));

  static Portrait of(LeadEvent... events) {
    return at(Samples.T0.plusSeconds(3600), events);
  }

  static Portrait at(Instant now, LeadEvent... events) {
    return with(PLAYBOOK, now, events);
  }

  static Portrait with(Playbook playbook, Instant now, LeadEvent... events) {
    return Portrait.of("L1", profile(events), playbook, FEW_WORDS, now);
  }

  static Profile profile(LeadEvent... events) {
    var profile = Profile.EMPTY;
    for (var event : events) {
      profile = profile.with(event);
    }
    return profile;
  }

  static LeadEvent form(String... fieldsAndValues) {
    return Samples.form("form", Samples.T0, map(fieldsAndValues));
  }

  static LeadEvent imported(String... fieldsAndValues) {
    return Samples.event(
        "import", Samples.T0, new Happening.RecordImported("b1", 1, map(fieldsAndValues)));
  }

  static LeadEvent call(String... fieldsAndValues) {
    return Samples.event(
        "call",
        Samples.T0.plusSeconds(60),
        new Happening.CallRecorded("ann", "reached", map(fieldsAndValues)));
  }

  static LeadEvent search(String phrase) {
    return Samples.event("search", Samples.T0, new Happening.PageVisited("/", 10, phrase));
  }

  static LeadEvent crm(String id, Instant at, String status, String reason, String stage) {
    return Samples.event(
        id,
        at,
        new Happening.CrmChanged("stand-in", "h1", status, reason, stage, "sam", new TreeMap<>()));
  }

  static List<String> tagIds(Portrait portrait) {
    return portrait.tags().stream().map(Tag::id).toList();
  }

  static Tag tag(Portrait portrait, String id) {
    return portrait.tags().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
  }

  private static TreeMap<String, String> map(String... fieldsAndValues) {
    var map = new TreeMap<String, String>();
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      map.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
    }
    return map;
  }

  static Map<String, String> values(Portrait portrait) {
    var values = new TreeMap<String, String>();
    portrait.attributes().all().forEach(a -> values.put(a.field(), a.value()));
    return values;
  }
}
