package dev.trellis.checks.events;

import module java.base;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.trellis.core.json.Json;

/**
 * A file of {@code events/} and what is to come of it.
 *
 * @param file below {@code events/}
 * @param given what is there before
 * @param after files that the same installation has handled before, or null
 * @param answer an HTTP status; or which records of the batch failed, such as {@code failed: 2}; or
 *     whether it is done; or {@code null}
 * @param sent by queue variable (or SES, CRM): how many messages, and how many different ones
 */
record SampleEvent(
    String file,
    Class<? extends RequestHandler<?, ?>> handler,
    Given given,
    String after,
    String answer,
    Map<String, String> sent) {

  static final Path FOLDER = Path.of("..", "..", "events");

  static SampleEvent http(String file, Class<? extends RequestHandler<?, ?>> handler, int status) {
    return new SampleEvent(file, handler, Given.NOTHING, null, Integer.toString(status), Map.of());
  }

  static SampleEvent batch(String file, Class<? extends RequestHandler<?, ?>> handler) {
    return new SampleEvent(file, handler, Given.NOTHING, null, "failed:", Map.of());
  }

  static SampleEvent tick(String file, Class<? extends RequestHandler<?, ?>> handler) {
    return new SampleEvent(file, handler, Given.NOTHING, null, "null", Map.of());
  }

  static SampleEvent call(String file, Class<? extends RequestHandler<?, ?>> handler) {
    return new SampleEvent(file, handler, Given.NOTHING, null, "done: true", Map.of());
  }

  SampleEvent given(Given there) {
    return new SampleEvent(file, handler, there, after, answer, sent);
  }

  SampleEvent after(String other) {
    return new SampleEvent(file, handler, given, other, answer, sent);
  }

  /** Records of the batch, by the last digit of their ids, that come again. */
  SampleEvent fails(int... records) {
    var failed = new StringBuilder(answer);
    for (var record : records) {
      failed.append(' ').append(record);
    }
    return new SampleEvent(file, handler, given, after, failed.toString(), sent);
  }

  SampleEvent sends(String where, int messages) {
    return sends(where, messages, messages);
  }

  SampleEvent sends(String where, int messages, int different) {
    var all = new TreeMap<>(sent);
    all.put(where, count(messages, different));
    return new SampleEvent(file, handler, given, after, answer, all);
  }

  static String count(int messages, int different) {
    return messages + (messages == different ? "" : ", different: " + different);
  }

  /** The file as it is. */
  String text() {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** When the event came about, by its own account. */
  Instant at() {
    var event = Json.parse(text());
    if (event.get("Records") instanceof List<?> records) {
      var attributes = (Map<?, ?>) ((Map<?, ?>) records.getFirst()).get("attributes");
      return Instant.ofEpochMilli(Long.parseLong((String) attributes.get("SentTimestamp")));
    } else if (event.get("requestContext") instanceof Map<?, ?> context) {
      return Instant.ofEpochMilli(((Number) context.get("timeEpoch")).longValue());
    }
    return Instant.parse((String) event.get("time"));
  }

  @Override
  public String toString() {
    return file;
  }
}
