package dev.trellis.local.run;

import module java.base;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.trellis.aws.Environment;
import dev.trellis.aws.SideBySide;
import dev.trellis.aws.sqs.SqsClients;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Waits until it is let go, then sends two messages side by side; then says so. */
public final class SlowHandler implements RequestHandler<Map<String, Object>, String> {

  static final Semaphore MAY_GO = new Semaphore(0);
  static final BlockingQueue<String> ENDS = new LinkedBlockingQueue<>();

  private final SqsClient sqs = SqsClients.create(Environment.current());

  @Override
  public String handleRequest(Map<String, Object> event, Context context) {
    MAY_GO.acquireUninterruptibly();
    try {
      SideBySide.ask(
          List.of("one", "two"), body -> sqs.sendMessage(request -> request.messageBody(body)));
      ENDS.add("sent");
    } catch (RuntimeException e) {
      ENDS.add(e.getMessage());
    }
    return "done";
  }
}
