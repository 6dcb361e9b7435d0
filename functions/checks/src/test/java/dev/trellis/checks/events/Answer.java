package dev.trellis.checks.events;

import module java.base;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import dev.trellis.core.json.Json;

/** Brings what a handler answers into the words of a {@link SampleEvent}. */
final class Answer {

  private Answer() {}

  static String of(Object response) {
    return switch (response) {
      case null -> "null";
      case SQSBatchResponse batch ->
          failed(batch.getBatchItemFailures().stream().map(BatchItemFailure::getItemIdentifier));
      case APIGatewayV2HTTPResponse http -> Integer.toString(http.getStatusCode());
      case Map<?, ?> told -> done(told);
      default -> throw new AssertionError("no answer of ours: " + response.getClass());
    };
  }

  /** Reads what the runtime client made of it. */
  static String ofJson(String json) {
    if (json.isEmpty() || json.equals("null")) {
      return "null";
    }
    var tree = Json.parse(json);
    if (tree.containsKey("done")) {
      return done(tree);
    }
    return tree.get("batchItemFailures") instanceof List<?> failures
        ? failed(failures.stream().map(f -> (String) ((Map<?, ?>) f).get("itemIdentifier")))
        : String.valueOf(tree.get("statusCode"));
  }

  private static String done(Map<?, ?> told) {
    return "done: " + told.get("done");
  }

  private static String failed(Stream<String> ids) {
    return ids.map(id -> id.substring(id.length() - 1))
        .reduce("failed:", (all, digit) -> all + " " + digit);
  }
}
