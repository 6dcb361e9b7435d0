package dev.trellis.checks.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.trellis.aws.Trace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The rooms and the arrows between them. Each rule is paired with a look at what it is about: one
 * over an empty package, or about a name nobody uses, would pass in silence.
 */
class ArchitectureTest {

  private static final List<String> FUNCTIONS =
      List.of("capture", "scoring", "pools", "nurture", "crm", "imports");
  private static final String[] AWS = {"software.amazon.awssdk..", "com.amazonaws.."};
  private static final String[] MAY_SEE_AWS = {"..aws..", "..lambda..", "..ses..", "..local.."};
  private static final Set<String> SAYING_NOTHING =
      Set.of("Util", "Utils", "Helper", "Helpers", "Manager", "Impl", "Common", "Shared", "Misc");

  private static JavaClasses trellis;

  @BeforeAll
  static void readClasses() {
    // What our classes name is enough: reading the AWS SDK as well would take far longer.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    trellis =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.trellis");
  }

  @Test
  void everyRoomHasClasses() {
    assertThat(List.of("core", "playbook", "memory", "aws", "console", "ops", "rehearsal", "local"))
        .allSatisfy(ArchitectureTest::isThere);
    assertThat(FUNCTIONS).allSatisfy(ArchitectureTest::isThere);
  }

  @Test
  void theCoreSeesNoOtherRoomAndNoAws() {
    noClasses()
        .that()
        .resideInAPackage(room("core"))
        .should()
        .dependOnClassesThat(otherRoomsThan("core").or(resideInAnyPackage(AWS)))
        .check(trellis);
  }

  @Test
  void playbookMemoryAndAwsSeeOnlyTheCore() {
    for (var room : List.of("playbook", "memory", "aws")) {
      isThere(room);
      noClasses()
          .that()
          .resideInAPackage(room(room))
          .should()
          .dependOnClassesThat(otherRoomsThan(room, "core"))
          .check(trellis);
      assertThat(sees(room, room("core"))).as(room).isTrue();
    }
  }

  @Test
  void aFunctionSeesOnlyTheCoreAndAws() {
    for (var function : FUNCTIONS) {
      isThere(function);
      noClasses()
          .that()
          .resideInAPackage(room(function))
          .should()
          .dependOnClassesThat(otherRoomsThan(function, "core", "aws"))
          .check(trellis);
      assertThat(sees(function, room("core"))).as(function).isTrue();
    }
  }

  /**
   * Functions that go on from one snapshot would have the same of these, and make the same ids;
   * {@code SecureRandom} asks the system each time.
   */
  @Test
  void noFunctionHasChanceThatASnapshotKeeps() {
    var rooms = Stream.concat(FUNCTIONS.stream(), Stream.of("core", "aws"));
    noClasses()
        .that()
        .resideInAnyPackage(rooms.map(ArchitectureTest::room).toArray(String[]::new))
        .should()
        .dependOnClassesThat(
            describe(
                "begin with a seed",
                type ->
                    type.getSimpleName()
                        .matches("(Splittable|ThreadLocal)?Random|RandomGenerator")))
        .orShould()
        .callMethod(Math.class, "random")
        .check(trellis);
    assertThat(trellis.get(Trace.class).getDirectDependenciesFromSelf())
        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(SecureRandom.class));
  }

  @Test
  void theConsoleSeesWhatEveryFunctionSeesAndTheCompilerOfPlaybooks() {
    isThere("console");
    noClasses()
        .that()
        .resideInAPackage(room("console"))
        .should()
        .dependOnClassesThat(otherRoomsThan("console", "core", "playbook", "aws"))
        .check(trellis);
    assertThat(sees("console", room("playbook"))).isTrue();
  }

  @Test
  void aRehearsalSeesFunctionsOnMemory() {
    isThere("rehearsal");
    var rooms = new ArrayList<>(FUNCTIONS);
    rooms.addAll(List.of("rehearsal", "core", "playbook", "memory"));
    noClasses()
        .that()
        .resideInAPackage(room("rehearsal"))
        .should()
        .dependOnClassesThat(otherRoomsThan(rooms.toArray(String[]::new)))
        .check(trellis);
    assertThat(sees("rehearsal", room("nurture"))).isTrue();
    assertThat(sees("rehearsal", room("memory"))).isTrue();
  }

  @Test
  void anOperatorDoesWhatFunctionsDo() {
    isThere("ops");
    noClasses()
        .that()
        .resideInAPackage(room("ops"))
        .should()
        .dependOnClassesThat(otherRoomsThan("ops", "core", "aws", "scoring", "pools", "nurture"))
        .check(trellis);
    assertThat(sees("ops", room("nurture"))).isTrue();
    assertThat(sees("ops", room("scoring"))).isTrue();
  }

  @Test
  void onlyPackagesNamedForItSeeAws() {
    noClasses()
        .that()
        .resideOutsideOfPackages(MAY_SEE_AWS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(AWS)
        .check(trellis);
    assertThat(sees("aws", "software.amazon.awssdk..")).isTrue();
    assertThat(sees("capture", "com.amazonaws..")).isTrue();
  }

  @Test
  void captureSeesNoDatabase() {
    isThere("capture");
    var database = new String[] {"..awssdk.services.dynamodb..", "dev.trellis.aws.dynamodb.."};
    noClasses()
        .that()
        .resideInAPackage(room("capture"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(database)
        .check(trellis);
    assertThat(sees("scoring", database)).isTrue();
  }

  @Test
  void handlersLiveInLambda() {
    classes()
        .that()
        .areAssignableTo(RequestHandler.class)
        .should()
        .resideInAPackage("dev.trellis.*.lambda")
        .andShould()
        .haveSimpleNameEndingWith("Handler")
        .check(trellis);
    assertThat(trellis.stream().filter(each -> each.isAssignableTo(RequestHandler.class)))
        .hasSizeGreaterThanOrEqualTo(11);
  }

  @Test
  void theCoreReadsNoClockAndNoSurroundings() {
    noClasses()
        .that()
        .resideInAPackage(room("core"))
        .should()
        .accessTargetWhere(READS)
        .check(trellis);
    var accesses = trellis.stream().flatMap(each -> each.getAccessesFromSelf().stream());
    assertThat(accesses.anyMatch(READS)).isTrue();
  }

  @Test
  void onlyTheEnvironmentReadsVariables() {
    noClasses()
        .that()
        .resideOutsideOfPackage(room("local"))
        .and()
        .haveSimpleNameNotEndingWith("Environment")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(trellis);
    assertThat(trellis.get("dev.trellis.aws.Environment").getMethodCallsFromSelf())
        .anyMatch(call -> call.getTarget().getName().equals("getenv"));
  }

  @Test
  void nothingIsSpelledByTheLanguageOfTheMachine() {
    noClasses()
        .should()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .because("a Turkish machine would write \"emaıl\" for EMAIL")
        .check(trellis);
  }

  @Test
  void namesSaySomething() {
    assertThat(trellis).isNotEmpty();
    assertThat(trellis.stream().filter(ArchitectureTest::saysNothing).map(JavaClass::getName))
        .isEmpty();
    assertThat(trellis.stream().map(JavaClass::getPackageName).distinct())
        .noneMatch(name -> name.matches(".*\\.(utils?|common|shared|helpers?|impl|misc)(\\..*)?"));
  }

  private static boolean saysNothing(JavaClass each) {
    return SAYING_NOTHING.stream().anyMatch(each.getSimpleName()::endsWith);
  }

  private static final DescribedPredicate<JavaAccess<?>> READS =
      describe(
          "read the clock or the process's surroundings",
          access -> {
            var owner = access.getTargetOwner();
            var name = access.getName();
            return (owner.getPackageName().equals("java.time") && name.equals("now"))
                || (owner.isEquivalentTo(Clock.class) && name.startsWith("system"))
                || (owner.isEquivalentTo(System.class)
                    && Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty")
                        .contains(name));
          });

  private static String room(String name) {
    return "dev.trellis." + name + "..";
  }

  private static void isThere(String room) {
    assertThat(trellis.stream().filter(resideInAPackage(room(room)))).as(room).isNotEmpty();
  }

  private static DescribedPredicate<JavaClass> otherRoomsThan(String... allowed) {
    var rooms = List.of(allowed).stream().map(ArchitectureTest::room).toArray(String[]::new);
    return resideInAPackage("dev.trellis..").and(DescribedPredicate.not(resideInAnyPackage(rooms)));
  }

  private static boolean sees(String room, String... packages) {
    return trellis.stream()
        .filter(resideInAPackage(room(room)))
        .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
        .anyMatch(dependency -> resideInAnyPackage(packages).test(dependency.getTargetClass()));
  }
}
