package dev.trellis.checks.localstack;

import module java.base;

import java.util.jar.Attributes;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/**
 * Amazon's DynamoDB Local, as Maven brought it, where LocalStack looks before it would download it:
 * a jar that names what is on our class path, and our Java.
 */
final class DynamoDbLocal {

  private DynamoDbLocal() {}

  /**
   * @param libraries the folder into which LocalStack installs
   */
  static void install(Path libraries) throws IOException {
    var folder = Files.createDirectories(libraries.resolve("dynamodb-local").resolve("2"));
    Files.createDirectories(folder.resolve("DynamoDBLocal_lib"));
    jar(
        folder.resolve("DynamoDBLocal.jar"),
        Map.of(
            Attributes.Name.MAIN_CLASS,
            ServerRunner.class.getName(),
            Attributes.Name.CLASS_PATH,
            classPath()));
    jar(
        folder.resolve("ddb-local-loader-0.1.jar"),
        Map.of(new Attributes.Name("Premain-Class"), Agent.class.getName()));
    var java = Files.createDirectories(libraries.resolve("java")).resolve("21");
    Files.deleteIfExists(java);
    Files.createSymbolicLink(java, Path.of(System.getProperty("java.home")));
  }

  /** Stands for LocalStack's own, which lifts a limit of indexes that nothing here comes near. */
  public static final class Agent {

    private Agent() {}

    public static void premain(String arguments) {}
  }

  private static String classPath() {
    var own = System.getProperty("java.class.path");
    return Arrays.stream(
            System.getProperty("surefire.test.class.path", own).split(File.pathSeparator))
        .map(entry -> Path.of(entry).toUri().toString())
        .collect(Collectors.joining(" "));
  }

  private static void jar(Path file, Map<Attributes.Name, String> attributes) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.forEach(manifest.getMainAttributes()::put);
    new JarOutputStream(Files.newOutputStream(file), manifest).close();
  }
}
