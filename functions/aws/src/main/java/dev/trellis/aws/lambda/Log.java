package dev.trellis.aws.lambda;

import dev.trellis.aws.Trace;
import dev.trellis.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One JSON line per call, with the {@link Trace} that it belongs to. Give it ids, counts and
 * states, never what a person typed; of an exception it keeps the class and the place, since
 * messages of libraries may quote their input.
 */
public final class Log {

  private static final String OWN = "dev.trellis.";

  private Log() {}

  /** Something worth knowing: {@code Log.info("placed", "lead", id, "pool", pool)}. */
  public static void info(String what, String... namesAndValues) {
    write(line("info", what, namesAndValues));
  }

  /** Something that someone should look at, though the work goes on. */
  public static void warn(String what, String... namesAndValues) {
    write(line("warn", what, namesAndValues));
  }

  /** Something that went wrong. */
  public static void failure(String what, Throwable e, String... namesAndValues) {
    var line = line("error", what, namesAndValues);
    line.put("exception", e.getClass().getName());
    if (e.getCause() != null) {
      line.put("cause", e.getCause().getClass().getName());
    }
    for (var frame : e.getStackTrace()) {
      if (frame.getClassName().startsWith(OWN)) {
        line.put("place", frame.getFileName() + ":" + frame.getLineNumber());
        break;
      }
    }
    write(line);
  }

  private static Map<String, Object> line(String level, String what, String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("every name needs a value");
    }
    var line = new LinkedHashMap<String, Object>();
    line.put("level", level);
    line.put("what", what);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      line.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    Trace.current().ifPresent(trace -> line.put("trace", trace.root()));
    return line;
  }

  private static void write(Map<String, Object> line) {
    System.out.println(Json.compose(line));
  }
}
