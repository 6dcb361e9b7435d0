package dev.trellis.nurture.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.trellis.aws.lambda.Batch;
import dev.trellis.aws.lambda.QueueHandler;
import dev.trellis.core.json.Json;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.message.SampleMail;
import dev.trellis.nurture.DispatchMail;
import dev.trellis.nurture.SendSample;

/** SQS {@code mails} → {@link DispatchMail}; what is only a test → {@link SendSample}. */
public final class DispatchHandler implements QueueHandler {

  private final DispatchMail dispatch;
  private final SendSample samples;
  private final Runnable atEnd;

  public DispatchHandler() {
    this(NurtureWiring.fromEnvironment().dispatchMail());
  }

  private DispatchHandler(NurtureWiring.Batched<DispatchMail> wiring) {
    this(wiring.useCase(), wiring.atEnd());
  }

  public DispatchHandler(DispatchMail dispatch) {
    this(dispatch, () -> {});
  }

  private DispatchHandler(DispatchMail dispatch, Runnable atEnd) {
    this.dispatch = dispatch;
    this.samples = new SendSample(dispatch);
    this.atEnd = atEnd;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return Batch.run(
        event,
        (body, delivery) ->
            SampleMail.find(body)
                .ifPresentOrElse(
                    asked -> MailLog.sample(asked, samples.send(asked, delivery.again())),
                    () -> dispatch(body, delivery.again())),
        atEnd);
  }

  private void dispatch(String body, boolean again) {
    var due = Json.read(MailDue.class, body);
    MailLog.dispatched(due, dispatch.run(due, again));
  }
}
