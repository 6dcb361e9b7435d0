package dev.trellis.local.run;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.trellis.aws.lambda.Batch;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes every message but poison. What it did is one for all: its tests take turns by the lock. */
public final class WorkHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  static final String LOCK = "dev.trellis.local.run.WorkHandler";
  static final List<String> DONE = new CopyOnWriteArrayList<>();
  static final List<Integer> POISON_RECEIVES = new CopyOnWriteArrayList<>();

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return Batch.run(
        event,
        (body, delivery) -> {
          if (body.equals("poison")) {
            POISON_RECEIVES.add(delivery.receiveCount());
            throw new IllegalStateException("poison");
          }
          DONE.add(body);
        });
  }
}
