package dev.trellis.checks.events;

import module java.base;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.trellis.checks.template.DeployedFunction;

/** The least that a function in Java can be, as Amazon's guide begins: the measure of a start. */
public final class TrivialFunction implements RequestHandler<Map<String, Object>, String> {

  @Override
  public String handleRequest(Map<String, Object> event, Context context) {
    return "done";
  }

  /** What it computes from its start to its answer. */
  static Duration start(Path folder) throws Exception {
    var like = DeployedFunction.all().getFirst();
    var zip = Files.createTempFile(folder, "trivial", ".zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      var own = TrivialFunction.class.getName().replace('.', '/') + ".class";
      out.putNextEntry(new ZipEntry(own));
      try (var in = TrivialFunction.class.getClassLoader().getResourceAsStream(own)) {
        in.transferTo(out);
      }
      var core = RequestHandler.class.getProtectionDomain().getCodeSource().getLocation();
      out.putNextEntry(new ZipEntry("lib/core.jar"));
      Files.copy(Path.of(core.toURI()), out);
    }
    var name = TrivialFunction.class.getName();
    var function =
        new DeployedFunction("trivial", name, zip, Set.of(), like.memory(), like.options());
    var process = new FunctionProcess(function, Files.createTempDirectory(folder, "trivial"));
    process.invoke("{\"who\":\"nobody\"}", Map.of());
    return process.cpu();
  }
}
