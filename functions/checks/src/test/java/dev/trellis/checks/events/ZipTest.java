package dev.trellis.checks.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import module java.base;

import dev.trellis.checks.template.DeployedFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is uploaded: small, and nothing that is only for this machine or for tests. */
class ZipTest {

  /** Twelve megabytes as Lambda counts them in its own quotas. */
  private static final long MOST_BYTES = 12L * 1024 * 1024;

  private static final Pattern NEVER_DEPLOYED =
      Pattern.compile(
          "lib/(?i:DynamoDBLocal|elasticmq"
              + "|pekko|scala|sqlite|h2-|junit|assertj|opentest4j"
              + "|apiguardian|archunit|testcontainers|selenium|mockito|hamcrest|memory-|local-"
              + "|checks-|jte|joda-time|pinpoint|netty|apache-client|apache5-client"
              + "|aws-lambda-java-(serialization|runtime)).*");

  /** Which the console alone has: somebody writes down there what a group is. */
  private static final Pattern COMPILER = Pattern.compile("lib/(snakeyaml|playbook-).*");

  private static final Pattern PUBLIC_ROOM = Pattern.compile("functions.(capture|nurture).target");
  private static final Pattern PAGE = Pattern.compile(".*/Jte\\w+Generated(\\$\\d+)?\\.class");
  private static final Pattern RUNTIME = Pattern.compile("gg/jte/.*\\.class");

  static List<Path> zips() throws IOException {
    return DeployedFunction.all().stream().map(DeployedFunction::zip).distinct().toList();
  }

  @ParameterizedTest
  @MethodSource("zips")
  void isSmall(Path zip) throws IOException {
    var bytes = Files.size(Zips.existing(zip));
    System.out.printf("%,12d bytes  %s%n", bytes, zip.getName(zip.getNameCount() - 3));

    assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
  }

  @ParameterizedTest
  @MethodSource("zips")
  void holdsNothingThatIsNotDeployed(Path zip) throws IOException {
    assertThat(entries(zip))
        .anyMatch(entry -> entry.startsWith("lib/core-"))
        .noneMatch(entry -> NEVER_DEPLOYED.matcher(entry).matches());
    assertThat(entries(zip).stream().anyMatch(entry -> COMPILER.matcher(entry).matches()))
        .isEqualTo(zip.toString().contains("console"));
  }

  @ParameterizedTest
  @MethodSource("zips")
  void onlyCaptureTouchesNoTable(Path zip) throws IOException {
    var isCapture = zip.toString().contains("capture");

    assertThat(entries(zip).stream().filter(entry -> entry.startsWith("lib/dynamodb")))
        .hasSize(isCapture ? 0 : 1);
  }

  @ParameterizedTest
  @MethodSource("zips")
  void pagesFindWhatTheyNeedToBeWrittenAndBringNoEngine(Path zip) throws IOException {
    var there = Set.copyOf(entries(zip));
    var pages = there.stream().filter(entry -> PAGE.matcher(entry).matches()).toList();
    assertThat(pages.isEmpty()).isEqualTo(!PUBLIC_ROOM.matcher(zip.toString()).find());

    try (var file = new ZipFile(zip.toFile())) {
      for (var entry : there) {
        if (PAGE.matcher(entry).matches() || RUNTIME.matcher(entry).matches()) {
          var needed = new ArrayList<String>();
          var bytes = file.getInputStream(file.getEntry(entry)).readAllBytes();
          for (var constant : ClassFile.of().parse(bytes).constantPool()) {
            if (constant instanceof ClassEntry named) {
              needed.add(named.asInternalName() + ".class");
            }
          }
          needed.removeIf(name -> !RUNTIME.matcher(name).matches());
          assertThat(there).as(entry).containsAll(needed);
        }
      }
    }
    assertThat(there).noneMatch(entry -> entry.contains("TemplateEngine"));
  }

  /** The playbook was compiled before: no function carries what reads YAML. */
  @ParameterizedTest
  @MethodSource("zips")
  void compilesNoPlaybookButForTheConsole(Path zip) throws IOException {
    assumeFalse(zip.toString().contains("console"), "groups are written down there");
    var classes = new ArrayList<String>();
    try (var file = new ZipFile(Zips.existing(zip).toFile())) {
      for (var entry : file.stream().toList()) {
        classes.add(entry.getName());
        if (entry.getName().endsWith(".jar")) {
          try (var jar = new ZipInputStream(file.getInputStream(entry))) {
            for (var each = jar.getNextEntry(); each != null; each = jar.getNextEntry()) {
              classes.add(each.getName());
            }
          }
        }
      }
    }
    assertThat(classes)
        .contains("dev/trellis/core/playbook/PlaybookJson.class")
        .noneMatch(each -> each.contains("snakeyaml") || each.startsWith("dev/trellis/playbook/"));
  }

  private static List<String> entries(Path zip) throws IOException {
    try (var file = new ZipFile(Zips.existing(zip).toFile())) {
      return file.stream().<String>map(ZipEntry::getName).toList();
    }
  }
}
