package dev.trellis.checks.events;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import dev.trellis.aws.Environment;
import dev.trellis.aws.lambda.HttpHandler;
import dev.trellis.aws.lambda.QueueHandler;
import dev.trellis.checks.template.DeployedFunction;
import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sample event, read as Lambda reads it and handled on the emulators. */
class SampleEventsTest {

  static List<SampleEvent> samples() {
    return SampleEvents.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void comesToWhatTheTableSays(SampleEvent sample) throws Exception {
    try (var installation = new Installation(Keys.signing(sample))) {
      var now = sample.at();
      if (sample.after() != null) {
        var before = SampleEvents.named(sample.after());
        before.given().in(installation, now);
        handle(before, installation, now);
      }
      sample.given().in(installation, now);

      assertThat(handle(sample, installation, now)).isEqualTo(sample.answer());
      assertThat(counts(installation.sent())).isEqualTo(sample.sent());
    }
  }

  @Test
  void everyFileIsUsed() throws IOException {
    var used =
        samples().stream().map(SampleEvent::file).collect(Collectors.toCollection(TreeSet::new));
    GoldenMessagesTest.types().keySet().forEach(kind -> used.add("messages/" + kind + ".json"));
    try (var files = Files.walk(SampleEvent.FOLDER)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> SampleEvent.FOLDER.relativize(file).toString().replace('\\', '/')))
          .as("files of events/")
          .containsExactlyInAnyOrderElementsOf(used);
    }
  }

  @Test
  void everyFunctionHasASample() throws IOException {
    assertThat(samples().stream().map(sample -> sample.handler().getName()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            DeployedFunction.all().stream().map(DeployedFunction::handler).toList());
  }

  static Map<String, String> counts(Map<String, List<String>> sent) {
    var counts = new HashMap<String, String>();
    sent.forEach((where, bodies) ->
        counts.put(
            where, SampleEvent.count(bodies.size(), (int) bodies.stream().distinct().count())));
    return counts;
  }

  private static String handle(SampleEvent sample, Installation installation, Instant now)
      throws Exception {
    var variables = installation.variables(DeployedFunction.of(sample.handler()).variables());
    var clock = Clock.fixed(now, ZoneOffset.UTC);
    var handler = Environment.where(variables, clock, () -> construct(sample.handler()));
    return Answer.of(handler.handleRequest(read(sample, now), null));
  }

  @SuppressWarnings("unchecked")
  static RequestHandler<Object, Object> construct(Class<? extends RequestHandler<?, ?>> handler) {
    try {
      return (RequestHandler<Object, Object>) handler.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(handler + " does not start", e);
    }
  }

  /** Handlers read events themselves; Amazon's own codec is the measure. */
  @ParameterizedTest
  @MethodSource("samples")
  void isReadAsAmazonWould(SampleEvent sample) {
    var event = Json.parse(Placeholders.fill(sample, sample.at()));
    var ours =
        switch (eventType(sample.handler()).getSimpleName()) {
          case "SQSEvent" -> QueueHandler.read(event);
          case "APIGatewayV2HTTPEvent" -> HttpHandler.read(event);
          default -> event;
        };

    assertThat(ours).usingRecursiveComparison().isEqualTo(read(sample, sample.at()));
  }

  static Object read(SampleEvent sample, Instant now) {
    var type = eventType(sample.handler());
    return LambdaEventSerializers.serializerFor(type, type.getClassLoader())
        .fromJson(Placeholders.fill(sample, now));
  }

  private static Class<?> eventType(Class<?> handler) {
    if (QueueHandler.class.isAssignableFrom(handler)) {
      return SQSEvent.class;
    }
    return HttpHandler.class.isAssignableFrom(handler) ? APIGatewayV2HTTPEvent.class : Map.class;
  }
}
