package dev.trellis.checks.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packages inside the rooms: those of the core stand in layers, none anywhere in a circle. */
class LayersTest {

  /** Each package of the core sees only those before it. */
  private static final List<String> CORE =
      List.of(
          "text",
          "json",
          "http",
          "signing",
          "condition",
          "identity",
          "dictionary",
          "event",
          "profile",
          "playbook",
          "portrait",
          "account",
          "lifecycle",
          "journey",
          "forecast",
          "message",
          "port");

  /** Found when the rule was written; each is to go, and none may be added. */
  private static final List<String> KNOWN_ARROWS = List.of();

  private static final List<String> KNOWN_CIRCLES = List.of();

  private static final List<String> KNOWN_CROWDS = List.of();

  private static final String ROOT = "dev.trellis.";

  private static JavaClasses trellis;

  @BeforeAll
  static void readClasses() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    trellis =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.trellis");
  }

  @Test
  void thePackagesOfTheCoreSeeOnlyThoseBeforeThem() {
    var arrows = new TreeSet<String>();
    var packages = new TreeSet<String>();
    for (var each : trellis) {
      var from = packageOfTheCore(each);
      if (!from.isEmpty()) {
        packages.add(from);
        each.getDirectDependenciesFromSelf().stream()
            .map(d -> packageOfTheCore(d.getTargetClass()))
            .filter(to -> !to.isEmpty() && CORE.indexOf(to) > CORE.indexOf(from))
            .forEach(to -> arrows.add(from + " → " + to));
      }
    }
    assertThat(packages).isSubsetOf(CORE).hasSizeGreaterThan(10);
    assertThat(arrows).containsExactlyElementsOf(KNOWN_ARROWS);
  }

  @Test
  void noPackagesOfARoomStandInACircle() {
    var rooms = trellis.stream().map(LayersTest::room).collect(Collectors.toSet());
    assertThat(rooms).contains("core", "aws", "capture", "nurture", "local");
    var circles = new ArrayList<String>();
    for (var room : new TreeSet<>(rooms)) {
      var result =
          slices()
              .assignedFrom(packagesOf(room))
              .should()
              .beFreeOfCycles()
              .allowEmptyShould(true)
              .evaluate(trellis);
      if (result.hasViolation()) {
        circles.add(room);
      }
    }
    assertThat(circles).isEqualTo(KNOWN_CIRCLES);
  }

  @Test
  void noPackageHasMoreThanFortyFiveFiles() {
    var files =
        trellis.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(files).hasSizeGreaterThan(20);
    files.values().removeIf(count -> count <= 45);
    assertThat(files).containsOnlyKeys(KNOWN_CROWDS);
  }

  private static String room(JavaClass each) {
    return each.getPackageName().substring(ROOT.length()).split("\\.")[0];
  }

  private static String packageOfTheCore(JavaClass each) {
    var core = ROOT + "core.";
    return each.getPackageName().startsWith(core)
        ? each.getPackageName().substring(core.length()).split("\\.")[0]
        : "";
  }

  private static SliceAssignment packagesOf(String room) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass each) {
        return each.getPackageName().startsWith(ROOT) && room(each).equals(room)
            ? SliceIdentifier.of(each.getPackageName())
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "the packages of " + room;
      }
    };
  }
}
