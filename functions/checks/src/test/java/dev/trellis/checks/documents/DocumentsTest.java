package dev.trellis.checks.documents;

import static dev.trellis.checks.documents.Document.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a newcomer reads is short, leads somewhere, and speaks of what is there. */
class DocumentsTest {

  private static final Path ROOMS = ROOT.resolve("functions");
  private static final Path PLAYBOOK = ROOT.resolve("infra/playbook");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*|/.*|\\{\\{.*");
  private static final Pattern CLASS = Pattern.compile("([A-Z]\\w*[a-z]\\w*)(?:\\.([a-z]\\w*))?");
  private static final Pattern OPTION = Pattern.compile("-D([a-z]+)(=.*)?");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh.md"})
  void theReadmeHasAtMostAHundredLines(String name) throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve(name))).hasSizeBetween(40, 100);
  }

  @Test
  void everyLinkBetweenOurDocumentsLeadsSomewhere() {
    var followed = new ArrayList<String>();
    var broken = new ArrayList<String>();
    for (var document : Document.all()) {
      for (var link : document.links()) {
        if (!ELSEWHERE.matcher(link).matches()) {
          followed.add(link);
          if (!leadsSomewhere(document, link)) {
            broken.add(document.name() + ": " + link);
          }
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(followed)
        .contains("infra/playbook/README.zh.md", "#测试改动", "../infra/README.md")
        .anyMatch(link -> link.contains(".md#"));
  }

  private static boolean leadsSomewhere(Document from, String link) {
    int hash = link.indexOf('#');
    var path = hash < 0 ? link : link.substring(0, hash);
    var target = path.isEmpty() ? from.file() : from.file().resolveSibling(path);
    return Files.exists(target)
        && (hash < 0 || Document.read(target).anchors().contains(link.substring(hash + 1)));
  }

  @Test
  void bothLanguagesOfAManualHaveTheSameHeadingsAndTheSameBlocks() {
    var originals = new TreeMap<String, Document>();
    Document.all().forEach(document -> originals.put(document.name(), document));
    var pairs = new TreeSet<String>();
    originals.forEach((name, translation) -> {
      var original = originals.get(name.replaceFirst("\\.zh\\.md$", ".md"));
      if (original != null && original != translation) {
        pairs.add(name);
        assertThat(translation.shape()).as(name).isEqualTo(original.shape());
      }
    });
    assertThat(pairs).contains("README.zh.md", "infra/playbook/README.zh.md");
  }

  @Test
  void everyRoomIsNamedInTheArchitecture() throws IOException {
    var named = Document.read(ROOMS.resolve("README.md")).codes();
    try (var folders = Files.list(ROOMS)) {
      var rooms =
          folders
              .filter(folder -> Files.exists(folder.resolve("pom.xml")))
              .map(folder -> folder.getFileName().toString())
              .toList();
      assertThat(rooms).contains("core", "checks");
      assertThat(named).containsAll(rooms);
    }
  }

  @Test
  void everyClassAndMethodThatTheArchitectureNamesIsThere() throws IOException {
    var sources = sources();
    var seen = new ArrayList<String>();
    for (var code : Document.read(ROOMS.resolve("README.md")).codes()) {
      var name = CLASS.matcher(code);
      if (name.matches()) {
        seen.add(code);
        assertThat(isThere(name.group(1), Optional.ofNullable(name.group(2)), sources))
            .as(code)
            .isTrue();
      }
    }
    assertThat(seen).contains("Profile.with", "FormSubmitted", "DispatchMail");
  }

  // What happens to a lead is a kind of event rather than a file: its message stands for it.
  private static boolean isThere(
      String type, Optional<String> method, TreeMap<String, Path> sources) throws IOException {
    var source = sources.get(type);
    if (source == null) {
      return Files.exists(ROOT.resolve("events/messages/" + type + ".json"));
    }
    var text = Files.readString(source);
    return method.isEmpty() || text.contains(" " + method.get() + "(");
  }

  private static TreeMap<String, Path> sources() throws IOException {
    var sources = new TreeMap<String, Path>();
    try (var files = Files.walk(ROOMS)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> sources.put(file.getFileName().toString().replace(".java", ""), file));
    }
    return sources;
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh.md"})
  void theMarketersManualNamesEveryFileOfThePlaybook(String name) throws IOException {
    var named = Document.read(PLAYBOOK.resolve(name)).codes();
    try (var files = Files.list(PLAYBOOK)) {
      assertThat(named)
          .containsAll(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(file -> !file.startsWith("README"))
                  .toList());
    }
  }

  @Test
  void everyOptionThatTheReadmesNameIsTaken() throws IOException {
    var taken =
        Files.readString(ROOMS.resolve("local/pom.xml"))
            + Files.readString(ROOMS.resolve("ops/pom.xml"))
            + Files.readString(ROOMS.resolve("checks/pom.xml"));
    var named = new TreeSet<String>();
    for (var readme : List.of("README.md", "README.zh.md", "infra/README.md")) {
      Document.read(ROOT.resolve(readme)).codes().stream()
          .map(OPTION::matcher)
          .filter(Matcher::matches)
          .forEach(option -> named.add(option.group(1)));
    }
    assertThat(named)
        .contains("port", "host", "import", "simulate")
        .allSatisfy(option -> assertThat(taken).contains("${" + option + "}<"));
  }

  @Test
  void theBuildServerRunsTheReadmesTestCommand() throws IOException {
    assertThat(Files.readString(ROOT.resolve(".github/workflows/verify.yml")))
        .contains("run: .ci/run");
    assertThat(commands(ROOT.resolve(".ci/run"))).anyMatch(line -> line.matches("mvn .*verify"));
    for (var readme : List.of("README.md", "README.zh.md")) {
      assertThat(commands(ROOT.resolve(readme)))
          .anyMatch(line -> line.startsWith("mvn verify "))
          .anyMatch(line -> line.startsWith("mvn -Plocal "));
    }
  }

  private static List<String> commands(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> line.startsWith("mvn ")).toList();
    }
  }
}
