package dev.trellis.console.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.trellis.aws.Environment;
import dev.trellis.aws.lambda.Http;
import dev.trellis.aws.lambda.HttpHandler;
import dev.trellis.aws.lambda.Log;
import dev.trellis.console.ConsoleDoor;

/** {@code /console}: what people see and do. */
public final class ConsoleHandler implements HttpHandler {

  private final ConsoleDoor door;

  public ConsoleHandler() {
    this(ConsoleWiring.fromEnvironment(Environment.current()));
  }

  public ConsoleHandler(ConsoleDoor door) {
    this.door = door;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    var response = Http.answer(event, door::answer);
    Log.info("console", "status", Integer.toString(response.getStatusCode()));
    return response;
  }
}
