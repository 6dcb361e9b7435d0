package dev.trellis.pools.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.trellis.aws.Trace;
import dev.trellis.aws.lambda.Batch;
import dev.trellis.aws.lambda.Metrics;
import dev.trellis.aws.lambda.QueueHandler;
import dev.trellis.core.json.Json;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.pools.PlaceLead;
import java.util.ArrayList;

/** Profile updates from SQS. If journeys cannot be told, the whole batch fails and comes again. */
public final class PoolsHandler implements QueueHandler {

  private final PlaceLead place;
  private final MessageQueue<JourneySignal> journeys;

  public PoolsHandler() {
    this(PoolsWiring.fromEnvironment());
  }

  private PoolsHandler(PoolsWiring wiring) {
    this(wiring.place(), wiring.journeys());
  }

  public PoolsHandler(PlaceLead place, MessageQueue<JourneySignal> journeys) {
    this.place = place;
    this.journeys = journeys;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
    var signals = new ArrayList<JourneySignal>();
    var response =
        Batch.run(
            batch,
            body -> Json.read(ProfileUpdated.class, body),
            updates -> place.expect(updates.stream().map(ProfileUpdated::lead).toList()),
            (update, delivery) -> {
              var tells = delivery.again() || update.sweep() != null;
              place.place(update.lead(), tells).ifPresent(s -> signals.add(Trace.keep(s)));
              Metrics.done("Placed");
            });
    journeys.send(signals);
    return response;
  }
}
