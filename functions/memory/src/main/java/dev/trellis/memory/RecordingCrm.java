package dev.trellis.memory;

import dev.trellis.core.port.Crm;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Keeps the hand-offs it is given and answers as it was told; without a script it takes each. */
public final class RecordingCrm implements Crm {

  private final List<Call> calls = new ArrayList<>();
  private final Deque<Delivery> script = new ArrayDeque<>();

  /** One hand-off as it came in. */
  public record Call(String handoffId, String dossier, Instant at) {}

  /** The next hand-offs get these answers, one each. */
  public synchronized RecordingCrm answering(Delivery... deliveries) {
    script.addAll(List.of(deliveries));
    return this;
  }

  @Override
  public synchronized Delivery handOff(String handoffId, String dossier, Instant at) {
    calls.add(new Call(handoffId, dossier, at));
    return script.isEmpty() ? new Delivery.Received("crm-" + handoffId) : script.poll();
  }

  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }
}
