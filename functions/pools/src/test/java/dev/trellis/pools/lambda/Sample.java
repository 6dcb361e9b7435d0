package dev.trellis.pools.lambda;

import module java.base;

import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;

/** The sample events of this room, read as the Lambda runtime reads them. */
final class Sample {

  private static final Path ROOM = Path.of("..", "..", "events", "pools");

  private Sample() {}

  static <T> T read(Class<T> type, String name) {
    try (var json = Files.newInputStream(ROOM.resolve(name))) {
      return LambdaEventSerializers.serializerFor(type, type.getClassLoader()).fromJson(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
