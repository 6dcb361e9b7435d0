package dev.trellis.nurture.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.trellis.aws.lambda.Batch;
import dev.trellis.aws.lambda.QueueHandler;
import dev.trellis.core.json.Json;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.nurture.AdvanceJourneys;
import java.util.function.Consumer;

/** SQS {@code journey-signals} → {@link AdvanceJourneys}. */
public final class JourneyHandler implements QueueHandler {

  private final AdvanceJourneys journeys;
  private final Consumer<JourneySignal> heard;
  private final Runnable atEnd;

  public JourneyHandler() {
    this(NurtureWiring.fromEnvironment().journeys());
  }

  private JourneyHandler(NurtureWiring.Journeys wiring) {
    this(wiring.advance(), wiring.close()::hear, wiring.atEnd());
  }

  public JourneyHandler(AdvanceJourneys journeys) {
    this(journeys, _ -> {}, () -> {});
  }

  private JourneyHandler(AdvanceJourneys journeys, Consumer<JourneySignal> heard, Runnable atEnd) {
    this.journeys = journeys;
    this.heard = heard;
    this.atEnd = atEnd;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    var response =
        Batch.run(
            event,
            body -> Json.read(JourneySignal.class, body),
            signals -> journeys.expect(signals.stream().map(JourneySignal::lead).toList()),
            (signal, delivery) -> {
              heard.accept(signal);
              journeys.advance(signal, delivery.again());
            });
    atEnd.run();
    return response;
  }
}
