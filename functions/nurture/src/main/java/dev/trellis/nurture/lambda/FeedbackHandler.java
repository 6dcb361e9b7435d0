package dev.trellis.nurture.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.trellis.aws.lambda.Batch;
import dev.trellis.aws.lambda.Log;
import dev.trellis.aws.lambda.QueueHandler;
import dev.trellis.core.message.MailOrder;
import dev.trellis.nurture.MailFeedback;
import dev.trellis.nurture.ObeyOrder;
import dev.trellis.nurture.RecordFeedback;
import dev.trellis.nurture.ses.SesEvent;
import dev.trellis.nurture.ses.UnknownTypeException;
import java.util.Optional;

/**
 * SQS {@code mail-feedback}: what SES publishes → {@link RecordFeedback}; what a person decided →
 * {@link ObeyOrder}.
 */
public final class FeedbackHandler implements QueueHandler {

  private final RecordFeedback feedback;
  private final ObeyOrder orders;
  private final Runnable atEnd;

  public FeedbackHandler() {
    this(NurtureWiring.fromEnvironment().feedback());
  }

  private FeedbackHandler(NurtureWiring.Batched<NurtureWiring.Feedback> wiring) {
    this(wiring.useCase().record(), wiring.useCase().orders(), wiring.atEnd());
  }

  public FeedbackHandler(RecordFeedback feedback, ObeyOrder orders) {
    this(feedback, orders, () -> {});
  }

  private FeedbackHandler(RecordFeedback feedback, ObeyOrder orders, Runnable atEnd) {
    this.feedback = feedback;
    this.orders = orders;
    this.atEnd = atEnd;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return Batch.run(
        event,
        (body, delivery) ->
            MailOrder.find(body)
                .ifPresentOrElse(orders::obey, () -> record(body, delivery.again())),
        atEnd);
  }

  private void record(String body, boolean again) {
    read(body)
        .flatMap(told -> feedback.record(told, again))
        .ifPresentOrElse(MailLog::feedback, () -> Log.info("feedback about no mail of ours"));
  }

  // It fails, so that the dead letters keep it until somebody has taught us what it means.
  private static Optional<MailFeedback> read(String body) {
    try {
      var told = SesEvent.read(body);
      // By its type it has an effect; what it is called is for somebody to look up.
      told.filter(SesEvent::isNovel)
          .ifPresent(novel -> Log.warn("feedback of an unknown subtype", "type", novel.reason()));
      return told;
    } catch (UnknownTypeException e) {
      Log.warn("feedback of an unknown type", "type", e.type());
      throw e;
    }
  }
}
