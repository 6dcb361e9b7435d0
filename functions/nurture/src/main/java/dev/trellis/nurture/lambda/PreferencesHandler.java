package dev.trellis.nurture.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.trellis.aws.lambda.Http;
import dev.trellis.aws.lambda.HttpHandler;
import dev.trellis.nurture.ConfirmConsent;
import dev.trellis.nurture.Preferences;

/**
 * The pages behind the links of a mail: {@code /u/{token}} → {@link Preferences}, {@code
 * /confirm/{token}} → {@link ConfirmConsent}.
 */
public final class PreferencesHandler implements HttpHandler {

  private final Preferences preferences;
  private final ConfirmConsent confirmConsent;

  public PreferencesHandler() {
    this(NurtureWiring.fromEnvironment());
  }

  private PreferencesHandler(NurtureWiring wiring) {
    this(wiring.preferences(), wiring.confirmConsent());
  }

  public PreferencesHandler(Preferences preferences, ConfirmConsent confirmConsent) {
    this.preferences = preferences;
    this.confirmConsent = confirmConsent;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    var isConfirmation = String.valueOf(event.getRouteKey()).endsWith("/confirm/{token}");
    return Http.answer(event, isConfirmation ? confirmConsent::answer : preferences::answer);
  }
}
