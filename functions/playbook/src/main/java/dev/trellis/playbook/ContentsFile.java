package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.playbook.Content;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;

/** {@code contents.yaml}: the catalogue. */
@Says("The catalogue of contents. Every content has a form, a type and a topic.")
record ContentsFile(@Says("The contents.") @Each("content") Map<String, Content> contents)
    implements Means<Map<String, Content>> {

  @Override
  public Map<String, Content> meaning(Reading reading) {
    return contents;
  }

  @Also("{\"anyOf\": [{\"required\": [\"page\"]}, {\"required\": [\"file\"]}]}")
  record Entry(
      Yaml at,
      @Says("Named by codes, forms and journeys.") String id,
      @Says("Raise it when the content or its tags change.") @Whole(least = 1) int version,
      @Says("What it is.")
          @Words({"whitepaper", "slides", "video", "webinar", "case", "article", "tool"})
          String form,
      @Says("What it is for.") @Words({"basics", "industry", "strategy", "solution", "case"})
          String type,
      @Says("The need it is about, or general.") @Like(Like.SLUG) String topic,
      @Says("Put on whoever reads it.") @Or @Like(TAG) List<String> tags,
      @Says("Earlier versions whose tags were others: whoever read one keeps those tags.") @Or
          List<Former> former,
      @Says("The part of our service it belongs to.")
          @Or
          @Words({"product", "training", "service", "event"})
          String service,
      @Says("Only for readers of this industry.") @Or @Like(Like.SLUG) String industry,
      @Says("Only for leads in these pools or below them.") @Or @Like(Like.PATH) List<String> pools,
      @Says("Deal stages of the CRM in which it helps sales.") @Or @Like(Like.SLUG)
          List<String> deals,
      @Says("Its title.") Wording title,
      @Says("One or two sentences, for mails and pages.") Wording summary,
      @Says("Markdown page per language, shown when the link is followed.") @Or Wording page,
      @Says("Download per language.") @Or Wording file)
      implements Means<Content> {

    private static final String TAG = "[a-z]+:" + Like.SLUG;

    @Override
    public Content meaning(Reading reading) {
      var tagsBefore = new TreeMap<Integer, List<String>>();
      for (var one : former) {
        if (one.version >= version) {
          one.at.problem(
              "version " + one.version + " is no former one",
              "Write a version below " + version + ", or raise that of the content");
        }
        if (tagsBefore.put(one.version, one.tags) != null) {
          one.at.problem("a second version " + one.version, "Leave one of them");
        }
      }
      mustExist("page", page, reading);
      mustExist("file", file, reading);
      return new Content(
          id,
          version,
          form,
          type,
          topic,
          tags,
          tagsBefore,
          service,
          industry,
          pools,
          deals,
          title,
          summary,
          page,
          file);
    }

    private void mustExist(String key, Wording files, Reading reading) {
      for (var name : files == null ? List.<String>of() : files.texts().values()) {
        var path = reading.root().resolve(name).normalize();
        if (!path.startsWith(reading.root().normalize()) || !Files.isRegularFile(path)) {
          at.get(key).problem("no file \"" + name + "\"", "Add it to the playbook folder");
        }
      }
    }
  }

  record Former(
      Yaml at,
      @Says("Below the version of the content.") @Whole(least = 1) int version,
      @Says("What that version put on its readers.") @Like(Entry.TAG) List<String> tags) {}
}
