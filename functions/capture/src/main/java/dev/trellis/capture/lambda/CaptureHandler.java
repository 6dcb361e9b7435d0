package dev.trellis.capture.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.trellis.aws.Environment;
import dev.trellis.aws.lambda.Apology;
import dev.trellis.aws.lambda.Http;
import dev.trellis.aws.lambda.HttpHandler;
import dev.trellis.aws.lambda.Log;
import dev.trellis.aws.lambda.Metrics;
import dev.trellis.capture.FrontDoor;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;

/** Everything that comes in by HTTP. */
public final class CaptureHandler implements HttpHandler {

  private final FrontDoor frontDoor;

  public CaptureHandler() {
    this(CaptureWiring.fromEnvironment(Environment.current()));
  }

  public CaptureHandler(FrontDoor frontDoor) {
    this.frontDoor = frontDoor;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return Http.answer(event, this::answer);
  }

  private Response answer(Request request) {
    try {
      var visit = frontDoor.open(request);
      var status = Integer.toString(visit.response().status());
      var events = String.join(" ", visit.events());
      Log.info("answered", "route", visit.route(), "status", status, "events", events);
      Metrics.count("Accepted", visit.events().size());
      return visit.response();
    } catch (RuntimeException e) {
      var reference = Apology.reference();
      Log.failure("not answered", e, "status", "503", "reference", reference);
      return frontDoor.unavailable(request, reference);
    }
  }
}
