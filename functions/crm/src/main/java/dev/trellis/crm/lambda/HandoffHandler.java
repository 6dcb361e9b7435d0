package dev.trellis.crm.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.trellis.aws.lambda.Batch;
import dev.trellis.aws.lambda.Log;
import dev.trellis.core.json.Json;
import dev.trellis.core.message.HandoffDue;
import dev.trellis.core.port.HandoffLedger.Entry;
import dev.trellis.crm.HandOffLead;

/** Hand-offs due, from SQS. */
public final class HandoffHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private final HandOffLead handOff;
  private final Runnable atEnd;

  public HandoffHandler() {
    this(CrmWiring.handOffFromEnvironment());
  }

  private HandoffHandler(CrmWiring.HandOffs wiring) {
    this(wiring.handOff(), wiring.atEnd());
  }

  public HandoffHandler(HandOffLead handOff) {
    this(handOff, () -> {});
  }

  private HandoffHandler(HandOffLead handOff, Runnable atEnd) {
    this.handOff = handOff;
    this.atEnd = atEnd;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
    return Batch.run(
        batch, (body, _) -> log(handOff.handOff(Json.read(HandoffDue.class, body))), atEnd);
  }

  private static void log(Entry entry) {
    switch (entry.state()) {
      case REFUSED ->
          Log.warn("hand-off refused", "handoff", entry.handoffId(), "lead", entry.lead());
      default -> Log.info("handed off", "handoff", entry.handoffId(), "lead", entry.lead());
    }
  }
}
