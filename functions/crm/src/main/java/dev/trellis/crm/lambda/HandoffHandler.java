package dev.trellis.crm.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.trellis.aws.lambda.Batch;
import dev.trellis.aws.lambda.Log;
import dev.trellis.aws.lambda.Metrics;
import dev.trellis.aws.lambda.QueueHandler;
import dev.trellis.core.json.Json;
import dev.trellis.core.message.ErasureDue;
import dev.trellis.core.message.HandoffDue;
import dev.trellis.core.port.HandoffLedger.Entry;
import dev.trellis.core.port.HandoffLedger.State;
import dev.trellis.crm.HandOffLead;
import dev.trellis.crm.TellErasure;
import java.util.Map;

/** Hand-offs due, and erasures that the CRM is to hear of, from SQS. */
public final class HandoffHandler implements QueueHandler {

  private final HandOffLead handOff;
  private final TellErasure erasures;
  private final Runnable atEnd;

  public HandoffHandler() {
    this(CrmWiring.handOffFromEnvironment());
  }

  private HandoffHandler(CrmWiring.HandOffs wiring) {
    this(wiring.handOff(), wiring.erasures(), wiring.atEnd());
  }

  public HandoffHandler(HandOffLead handOff, TellErasure erasures) {
    this(handOff, erasures, () -> {});
  }

  private HandoffHandler(HandOffLead handOff, TellErasure erasures, Runnable atEnd) {
    this.handOff = handOff;
    this.erasures = erasures;
    this.atEnd = atEnd;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
    return Batch.run(batch, (body, _) -> log(take(Json.parse(body))), atEnd);
  }

  private Entry take(Map<String, Object> message) {
    return message.containsKey("erasureId")
        ? erasures.tell(Json.read(ErasureDue.class, message))
        : handOff.handOff(Json.read(HandoffDue.class, message));
  }

  private static void log(Entry entry) {
    if (entry.state() == State.DELIVERED && entry.dossier() != null) {
      Metrics.done("HandedOver");
    }
    switch (entry.state()) {
      case REFUSED ->
          Log.warn("refused by the CRM", "handoff", entry.handoffId(), "lead", entry.lead());
      default -> Log.info("told the CRM", "handoff", entry.handoffId(), "lead", entry.lead());
    }
  }
}
