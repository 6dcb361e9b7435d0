package dev.trellis.aws.lambda;

import module java.base;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Takes calls of a schedule or of an operator: any JSON object; and reads them itself. */
public interface CallHandler<R>
    extends RequestHandler<Map<String, Object>, R>, RequestStreamHandler {

  @Override
  default void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Streams.answer(in, out, call -> handleRequest(call, context));
  }
}
