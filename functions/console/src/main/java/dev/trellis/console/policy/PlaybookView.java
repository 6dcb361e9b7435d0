package dev.trellis.console.policy;

import module java.base;

import dev.trellis.console.visit.Visit;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Cta;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Stage;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.port.WayIn;
import dev.trellis.playbook.PlaybookLayer;
import dev.trellis.playbook.check.Uses;

/**
 * The playbook as it is in force: its things, where each is used, and the files it was compiled
 * from.
 *
 * @param source folder that it was compiled from
 * @param compiled folder that it was compiled into
 * @param publicUrl where our public pages are; {@code {host}} stands for the host that is asked
 */
public record PlaybookView(Playbook playbook, Path source, Path compiled, String publicUrl) {

  /** Kinds of things that have pages of their own, as they are listed. */
  public static final List<String> KINDS =
      List.of(
          "content",
          "mail",
          "journey",
          "letter",
          "form",
          "code",
          "cta",
          "pool",
          "stage",
          "audience");

  /** Files that are shown as they were written. */
  private static final Pattern WRITTEN = Pattern.compile("(?!README).*\\.(yaml|md)");

  /**
   * All of it in short.
   *
   * @param things how many of each kind
   */
  public record Contents(SequencedMap<String, Integer> things, List<String> files) {}

  /** The things of one kind, in the order of the playbook. */
  public record Kind(String kind, List<Thing> things) {}

  /**
   * One thing.
   *
   * @param usedBy by kind and id
   * @param files that say what it is
   */
  public record Thing(String kind, String id, SortedSet<String> usedBy, List<String> files) {}

  /** A file as it was written. */
  public record Written(String file, String text) {}

  /**
   * The ways in, with their addresses as whoever asks sees them.
   *
   * @param counts how often each was taken
   */
  public WaysIn waysIn(Visit visit, WayIn.Counts counts) {
    return WaysIn.of(
        playbook, publicUrl.replace("{host}", visit.request().header("host").orElse("")), counts);
  }

  /** The mails, and how they look. */
  public MailPreviews mails() {
    return new MailPreviews(playbook, compiled);
  }

  public Contents contents() {
    var things = new LinkedHashMap<String, Integer>();
    KINDS.forEach(kind -> things.put(kind, (int) ids(kind).count()));
    return new Contents(things, files());
  }

  /** Everything of one kind. */
  public Optional<Kind> all(String kind) {
    if (!KINDS.contains(kind)) {
      return Optional.empty();
    }
    var uses = Uses.of(playbook);
    var files = files();
    return Optional.of(new Kind(kind, ids(kind).map(id -> thing(kind, id, uses, files)).toList()));
  }

  /** One thing of a kind. */
  public Optional<Thing> one(String kind, String id) {
    return ids(kind)
        .filter(id::equals)
        .map(there -> thing(kind, there, Uses.of(playbook), files()))
        .findFirst();
  }

  /** One of the files that it was compiled from. */
  public Optional<Written> file(String name) {
    return files().stream().filter(name::equals).map(this::read).findFirst();
  }

  private Written read(String file) {
    try {
      return new Written(file, Files.readString(source.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> files() {
    try {
      return PlaybookLayer.sources(source).stream().filter(WRITTEN.asMatchPredicate()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<String> ids(String kind) {
    return switch (kind) {
      case "content" -> playbook.contents().values().stream().map(Content::id);
      case "mail" -> playbook.mails().keySet().stream().sorted();
      case "journey" -> journeys(false);
      case "letter" -> journeys(true);
      case "form" -> playbook.forms().keySet().stream();
      case "code" -> playbook.codes().keySet().stream();
      case "cta" -> playbook.ctas().byId().values().stream().map(Cta::id);
      case "pool" -> playbook.poolPaths().stream();
      case "stage" -> playbook.stages().stream().map(Stage::id);
      case "audience" -> playbook.audiences().all().stream().map(a -> a.id());
      default -> Stream.of();
    };
  }

  private Stream<String> journeys(boolean areLetters) {
    return playbook.journeys().values().stream()
        .filter(j -> j.trigger() instanceof Trigger.Letter == areLetters)
        .map(Journey::id);
  }

  private Thing thing(String kind, String id, Uses uses, List<String> files) {
    return new Thing(kind, id, uses.of(kind, id), of(kind, id, files));
  }

  private List<String> of(String kind, String id, List<String> files) {
    var own =
        switch (kind) {
          case "mail" -> Stream.concat(Stream.of("mails/" + id + ".md"), mailFiles(id));
          case "content" ->
              Stream.concat(
                  Stream.of("contents.yaml"),
                  playbook
                      .content(id)
                      .map(Content::page)
                      .map(page -> page.texts().values().stream())
                      .orElseGet(Stream::of));
          case "stage", "pool", "audience", "code", "cta" -> Stream.of(kind + "s.yaml");
          default -> Stream.of(kind + "s/" + id + ".yaml");
        };
    return own.filter(files::contains).toList();
  }

  private Stream<String> mailFiles(String id) {
    return playbook.company().languages().stream()
        .map(language -> "mails/%s.%s.md".formatted(id, language));
  }
}
