package dev.trellis.memory;

import module java.base;

import dev.trellis.core.port.Crm;

/**
 * Keeps the hand-offs and erasures it is given and answers as it was told; without a script it
 * takes each.
 */
public final class RecordingCrm implements Crm {

  private final List<Call> calls = new ArrayList<>();
  private final List<Call> erasures = new ArrayList<>();
  private final Deque<Delivery> script = new ArrayDeque<>();

  /** One hand-off or erasure as it came in. */
  public record Call(String handoffId, String dossier, Instant at) {}

  /** The next of them get these answers, one each. */
  public synchronized RecordingCrm answering(Delivery... deliveries) {
    script.addAll(List.of(deliveries));
    return this;
  }

  @Override
  public synchronized Delivery handOff(String handoffId, String dossier, Instant at) {
    calls.add(new Call(handoffId, dossier, at));
    return script.isEmpty() ? new Delivery.Received("crm-" + handoffId) : script.poll();
  }

  @Override
  public synchronized Delivery erase(String erasureId, String notice, Instant at) {
    erasures.add(new Call(erasureId, notice, at));
    return script.isEmpty() ? new Delivery.Received(null) : script.poll();
  }

  /** What was to be erased. */
  public synchronized List<Call> erasures() {
    return List.copyOf(erasures);
  }

  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }
}
