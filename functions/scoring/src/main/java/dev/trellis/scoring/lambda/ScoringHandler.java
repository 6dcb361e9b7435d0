package dev.trellis.scoring.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.trellis.aws.Trace;
import dev.trellis.aws.lambda.Batch;
import dev.trellis.aws.lambda.Log;
import dev.trellis.aws.lambda.Metrics;
import dev.trellis.aws.lambda.QueueHandler;
import dev.trellis.scoring.Announce;
import dev.trellis.scoring.AssignCompany;
import dev.trellis.scoring.Consequences;
import dev.trellis.scoring.Message;
import dev.trellis.scoring.Result;
import dev.trellis.scoring.TakeEvent;
import java.util.ArrayList;

/** Lead events from SQS. If the announcement fails, the whole batch fails and comes again. */
public final class ScoringHandler implements QueueHandler {

  private final TakeEvent take;
  private final AssignCompany assign;
  private final Announce announce;

  public ScoringHandler() {
    this(ScoringWiring.fromEnvironment());
  }

  private ScoringHandler(ScoringWiring wiring) {
    this(wiring.take(), wiring.assign(), wiring.announce());
  }

  public ScoringHandler(TakeEvent take, AssignCompany assign, Announce announce) {
    this.take = take;
    this.assign = assign;
    this.announce = announce;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
    var all = new ArrayList<Consequences>();
    var response =
        Batch.run(
            batch,
            Message::read,
            take::expect,
            (message, _) -> {
              var consequences = take.take(message);
              consequences.assignments().forEach(assign::assign);
              all.add(consequences);
              consequences.messages().forEach(Trace::keep);
              if (consequences.result() == Result.APPENDED) {
                Metrics.done("Stored");
              }
              Log.info(
                  "taken",
                  "event",
                  message.id(),
                  "result",
                  consequences.result().name(),
                  "reason",
                  consequences.reason() == null ? "" : consequences.reason());
            });
    announce.announce(all);
    return response;
  }
}
