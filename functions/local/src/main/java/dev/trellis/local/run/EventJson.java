package dev.trellis.local.run;

import module java.base;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;

/** JSON to and from a handler's types, by the library and the rules of Lambda's own runtime. */
final class EventJson {

  private final PojoSerializer<Object> serializer;

  EventJson(Type type) {
    this.serializer = serializer(type);
  }

  Object read(byte[] json) {
    return serializer.fromJson(new ByteArrayInputStream(json));
  }

  byte[] write(Object value) {
    var out = new ByteArrayOutputStream();
    serializer.toJson(value, out);
    return out.toByteArray();
  }

  @SuppressWarnings("unchecked")
  private static PojoSerializer<Object> serializer(Type type) {
    return type instanceof Class<?> c && LambdaEventSerializers.isLambdaSupportedEvent(c.getName())
        ? (PojoSerializer<Object>)
            LambdaEventSerializers.serializerFor(c, EventJson.class.getClassLoader())
        : JacksonFactory.getInstance().getSerializer(type);
  }
}
