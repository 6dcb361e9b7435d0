package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Stage;
import dev.trellis.playbook.ApprovalsFile.Entry;
import dev.trellis.playbook.yaml.Problem;
import dev.trellis.playbook.yaml.Yaml;

/**
 * What MQL and SQL mean is agreed by marketing and sales (R47): {@code approvals.yaml}, beside
 * {@code stages.yaml}, says which version of the criteria both have approved. Criteria that were
 * changed since have another digest, and are not published until both approve again.
 */
public final class Agreements {

  private static final String SQL = "sql";
  private static final List<String> PARTIES = List.of("marketing", "sales");
  private static final int DIGEST_BYTES = 6;

  private final String file;
  private final List<Problem> missing = new ArrayList<>();
  private final List<Entry> entries;

  private Agreements(Playbook playbook) {
    var root = playbook.root();
    var folder =
        Yaml.read(root, "playbook.yaml", new ArrayList<>())
            .find("lifecycle")
            .map(l -> "lifecycles/" + l.text() + "/")
            .orElse("");
    file = folder + "approvals.yaml";
    entries =
        new Source(root, List.of(), new HashMap<>(), missing)
            .find(file, ApprovalsFile.class)
            .map(ApprovalsFile::approvals)
            .orElse(List.of());
  }

  /** What keeps the playbook from being published; empty if both have approved what is in it. */
  public static List<Problem> missing(Playbook playbook) {
    var agreements = new Agreements(playbook);
    playbook.stages().stream()
        .filter(stage -> stage.id().equals(Lifecycle.MQL) || stage.id().equals(SQL))
        .forEach(agreements::check);
    return List.copyOf(agreements.missing);
  }

  /**
   * The playbook, if both have approved what is in it.
   *
   * @throws PlaybookException listing what is missing
   */
  public static Playbook published(Playbook playbook) {
    var missing = missing(playbook);
    if (!missing.isEmpty()) {
      throw new PlaybookException(missing);
    }
    return playbook;
  }

  private void check(Stage stage) {
    var digest = digest(stage.when());
    var versions =
        entries.stream()
            .filter(e -> e.definition().equals(stage.id()))
            .sorted(Comparator.comparingInt(Entry::version))
            .toList();
    if (versions.isEmpty()) {
      missing.add(
          new Problem(
              file,
              1,
              "nobody has approved what \"" + stage.id() + "\" means",
              "Add definition: %s, version: 1, digest: %s, and marketing and sales, each with by and on"
                  .formatted(stage.id(), digest)));
      return;
    }
    versions.forEach(Agreements::checkParties);
    var last = versions.getLast();
    if (!last.digest().equals(digest)) {
      last.at()
          .problem(
              "the criteria of \"" + stage.id() + "\" were changed after this was approved",
              "Once both agree, add version: %d, digest: %s, and the two new approvals"
                  .formatted(last.version() + 1, digest));
    }
    for (int i = 1; i < versions.size(); i++) {
      checkOrder(versions.get(i - 1), versions.get(i));
    }
  }

  private static void checkParties(Entry entry) {
    for (var party : PARTIES) {
      if (entry.of(party).isEmpty()) {
        entry
            .at()
            .problem(
                party + " has not approved this version of \"" + entry.definition() + "\"",
                "Ask them, then add " + party + ": { by: their role, on: the date }");
      }
    }
  }

  // A new version is not approved by what was said about the one before.
  private static void checkOrder(Entry former, Entry next) {
    if (former.version() == next.version()) {
      next.at().problem("a second version " + next.version(), "Give it the next number");
    }
    for (var party : PARTIES) {
      var before = former.of(party);
      next.of(party)
          .filter(now -> before.filter(b -> now.on().isBefore(b.on())).isPresent())
          .ifPresent(now ->
              now.at()
                  .problem(
                      party + " approved this before the version that it replaces",
                      "Write the date of the new approval"));
    }
  }

  /** The same for the same criteria, however they are written down. */
  static String digest(Condition criteria) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text(criteria).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, DIGEST_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static String text(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> text("all", parts);
      case Condition.Any(var parts) -> text("any", parts);
      case Condition.Not(var part) -> text("not", List.of(part));
      case Leaf leaf -> leaf.toString();
    };
  }

  private static String text(String word, List<Condition> parts) {
    return parts.stream()
        .map(Agreements::text)
        .sorted()
        .collect(Collectors.joining("; ", word + "(", ")"));
  }
}
