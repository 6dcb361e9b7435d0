package dev.trellis.local;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Test;

/** With processes: one is called as Maven's launchers call theirs, and starts another. */
class CallingMavenTest {

  private static final String LIKE_MAVEN = "-Dclassworlds.conf=m2.conf";
  private static final int PATIENCE_SECONDS = 30;

  @Test
  void whatMavenStartedEndsWithIt() throws Exception {
    try (var pair = Pair.start("follow", LIKE_MAVEN)) {
      assertThat(pair.child()).isPresent();
      pair.parent().destroyForcibly();

      pair.child().get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(pair.child().get().isAlive()).isFalse();
    }
  }

  @Test
  void mavenEndsBeforeItReportsOurFailure() throws Exception {
    try (var pair = Pair.start("dismiss", LIKE_MAVEN)) {
      assertThat(pair.parent().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(pair.parent().exitValue()).isNotZero().isNotEqualTo(Pair.CHILD_WAS_FIRST);
    }
  }

  @Test
  void anotherParentIsLeftAlone() throws Exception {
    try (var pair = Pair.start("dismiss")) {
      assertThat(pair.parent().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(pair.parent().exitValue()).isEqualTo(Pair.CHILD_WAS_FIRST);
    }
  }

  /** Two processes, one started by the other. */
  private record Pair(Process parent, Optional<ProcessHandle> child) implements AutoCloseable {

    static final int CHILD_WAS_FIRST = 42;

    static Pair start(String role, String... options) throws IOException {
      var parent = java("start " + role, options);
      try (BufferedReader said = parent.inputReader()) {
        // Nothing, if it ended at once.
        var pid = Optional.ofNullable(said.readLine()).map(Long::parseLong);
        return new Pair(parent, pid.flatMap(ProcessHandle::of));
      }
    }

    static Process java(String roles, String... options) throws IOException {
      var command = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1"));
      command.addAll(List.of(options));
      command.addAll(List.of("-cp", classes(Pair.class) + ":" + classes(CallingMaven.class)));
      command.add(StartsAnother.class.getName());
      command.addAll(List.of(roles.split(" ")));
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String java() {
      return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classes(Class<?> type) {
      return Path.of(
              URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
          .toString();
    }

    @Override
    public void close() {
      parent.destroyForcibly();
      child.ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /** What runs in either process. */
  static final class StartsAnother {

    private StartsAnother() {}

    public static void main(String[] roles) throws Exception {
      switch (roles[0]) {
        case "start" -> {
          var child = Pair.java(roles[1]);
          child.inputReader().readLine();
          System.out.println(child.pid());
          child.waitFor();
          System.exit(Pair.CHILD_WAS_FIRST);
        }
        case "follow" -> {
          CallingMaven.find().follow();
          System.out.println("following");
          Thread.sleep(TimeUnit.SECONDS.toMillis(2 * PATIENCE_SECONDS));
        }
        default -> {
          System.out.println("failing");
          CallingMaven.find().dismiss();
          System.exit(1);
        }
      }
    }
  }
}
