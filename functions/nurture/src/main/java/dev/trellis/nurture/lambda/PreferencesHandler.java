package dev.trellis.nurture.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.trellis.aws.lambda.Http;
import dev.trellis.nurture.Preferences;

/** {@code GET} and {@code POST /u/{token}} → {@link Preferences}. */
public final class PreferencesHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Preferences preferences;

  public PreferencesHandler() {
    this(NurtureWiring.fromEnvironment().preferences());
  }

  public PreferencesHandler(Preferences preferences) {
    this.preferences = preferences;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return Http.answer(event, preferences::answer);
  }
}
