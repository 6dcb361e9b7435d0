package dev.trellis.checks.events;

import module java.base;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;

/** AWS's own runtime client for Java, which Lambda adds to what a function brings. */
public final class RuntimeClient {

  private static final String NATIVE =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private RuntimeClient() {}

  /**
   * Java with what the client needs of it.
   *
   * @param folder for its native library
   */
  public static List<String> java(Path folder) throws IOException {
    return List.of(
        ProcessHandle.current().info().command().orElseThrow(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-D" + NATIVE + "=" + nativeLibrary(folder));
  }

  /** The client and its serialization. */
  public static String classPath() {
    return jar(AWSLambda.class) + File.pathSeparator + jar(LambdaEventSerializers.class);
  }

  private static String jar(Class<?> type) {
    var location = type.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(URI.create(location.toString())).toString();
  }

  // By itself the client unpacks it to one fixed place, where two processes at a time write over
  // the library that the other has just loaded.
  private static Path nativeLibrary(Path folder) throws IOException {
    var processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    var library = folder.resolve("client.so");
    if (Files.exists(library)) {
      return library;
    }
    try (var in =
        AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-" + processor + ".so")) {
      Files.copy(in, library);
    }
    return library;
  }
}
