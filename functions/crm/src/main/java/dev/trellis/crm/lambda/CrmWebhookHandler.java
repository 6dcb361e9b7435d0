package dev.trellis.crm.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.trellis.aws.lambda.Http;
import dev.trellis.aws.lambda.HttpHandler;
import dev.trellis.aws.lambda.Log;
import dev.trellis.crm.ReceiveWebhook;

/** {@code POST /crm/{source}}: what a CRM writes back. */
public final class CrmWebhookHandler implements HttpHandler {

  private final ReceiveWebhook receive;

  public CrmWebhookHandler() {
    this(CrmWiring.receiveFromEnvironment());
  }

  public CrmWebhookHandler(ReceiveWebhook receive) {
    this.receive = receive;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    var response = Http.answer(event, receive::receive);
    Log.info("crm webhook", "status", Integer.toString(response.getStatusCode()));
    return response;
  }
}
