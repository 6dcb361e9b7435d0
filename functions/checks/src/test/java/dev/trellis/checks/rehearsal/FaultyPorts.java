package dev.trellis.checks.rehearsal;

import module java.base;

import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.Mailer;
import dev.trellis.core.port.Mailer.OutgoingMail;
import dev.trellis.core.port.Mailer.SendResult;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.rehearsal.Line;
import dev.trellis.rehearsal.Ports;
import java.lang.reflect.Proxy;

/**
 * Ports of which each side effect may be the last thing that happens, before it or after it; queues
 * that deliver twice and late; and a provider that throttles and loses answers.
 */
final class FaultyPorts implements Ports {

  private static final Set<String> EFFECTS =
      Set.of(
          "append",
          "save",
          "saveCounted",
          "set",
          "forget",
          "moveCursor",
          "claim",
          "skip",
          "settle",
          "hold",
          "add");

  /** The provider reports what it did, whatever becomes of us. */
  private static final String FROM_THE_PROVIDER = "mail-feedback";

  private static final int CRASHES_OF_A_HUNDRED = 1;
  private static final int TWICE_OF_A_HUNDRED = 5;
  private static final int THROTTLED_OF_A_HUNDRED = 3;
  private static final int LOST_OF_A_HUNDRED = 2;
  private static final int LATEST_MINUTES = 20;

  private final Random random;
  private int crashes;
  private int duplicates;
  private int lostAnswers;

  FaultyPorts(long seed) {
    this.random = new Random(seed);
  }

  /** The machine stopped. */
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;

    Crash() {
      super("the machine stopped", null, false, false);
    }
  }

  int crashes() {
    return crashes;
  }

  int duplicates() {
    return duplicates;
  }

  /** Mails that the provider took without our hearing of it. */
  int lostAnswers() {
    return lostAnswers;
  }

  @Override
  public <P> P port(Class<P> type, P port) {
    if (port instanceof Mailer mailer) {
      return type.cast((Mailer) mail -> send(mailer, mail));
    }
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              var isEffect = EFFECTS.contains(method.getName());
              crash(isEffect);
              try {
                var answer = method.invoke(port, arguments);
                crash(isEffect);
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Override
  public <M> MessageQueue<M> queue(String name, Line<M> line) {
    var isOurs = !name.equals(FROM_THE_PROVIDER);
    return messages -> {
      crash(isOurs);
      for (var message : messages) {
        line.send(message, Duration.ZERO);
        if (happens(TWICE_OF_A_HUNDRED)) {
          duplicates++;
          line.send(message, Duration.ofMinutes(random.nextInt(LATEST_MINUTES)));
        }
      }
      crash(isOurs);
    };
  }

  private SendResult send(Mailer mailer, OutgoingMail mail) {
    if (happens(THROTTLED_OF_A_HUNDRED)) {
      return new SendResult.TryAgain(Hindrance.SENDING_RATE, "Throttling");
    }
    crash(true);
    var answer = mailer.send(mail);
    crash(true);
    if (happens(LOST_OF_A_HUNDRED)) {
      lostAnswers++;
      return new SendResult.Unknown("SocketTimeoutException");
    }
    return answer;
  }

  private void crash(boolean may) {
    if (may && happens(CRASHES_OF_A_HUNDRED)) {
      crashes++;
      throw new Crash();
    }
  }

  private boolean happens(int ofAHundred) {
    return random.nextInt(100) < ofAHundred;
  }
}
