package dev.trellis.core.port.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.port.sweep.Sweeps.Page;
import dev.trellis.core.port.sweep.Sweeps.Progress;
import org.junit.jupiter.api.Test;

class SweepTest {

  private final TenLeads leads = new TenLeads();
  private final List<String> sent = new ArrayList<>();
  private boolean isDown;

  @Test
  void asksForEverybodyOncePerCause() {
    for (var cause : List.of("a", "a", "b", "b")) {
      run(sweep(cause));
    }
    var everybody = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    assertThat(sent.subList(0, 10)).isEqualTo(everybody);
    assertThat(sent.subList(10, sent.size())).isEqualTo(everybody);
    assertThat(leads.progress("o")).contains(new Progress("b", null, 10));
  }

  @Test
  void whoGoesOnTakesUpThePageThatWasNotSent() {
    sweep("a").step();
    isDown = true;
    assertThatThrownBy(() -> sweep("a").step()).hasMessage("down");
    isDown = false;
    run(sweep("a"));

    assertThat(sent).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void anotherCauseBeginsAnewHalfway() {
    sweep("a").step();
    run(sweep("b"));

    assertThat(sent).hasSize(13);
    assertThat(sweep("b").step()).isEmpty();
  }

  private static void run(Sweep<String> sweep) {
    while (sweep.step().isPresent()) {
      // goes on
    }
  }

  private Sweep<String> sweep(String cause) {
    return new Sweep<>("o", cause, leads, this::send, lead -> lead);
  }

  private void send(List<String> messages) {
    if (isDown) {
      throw new IllegalStateException("down");
    }
    sent.addAll(messages);
  }

  /** Three to a page. */
  private static final class TenLeads implements Sweeps {

    private final Map<String, Progress> progress = new HashMap<>();

    @Override
    public Optional<Progress> progress(String owner) {
      return Optional.ofNullable(progress.get(owner));
    }

    @Override
    public void save(String owner, Progress far) {
      progress.put(owner, far);
    }

    @Override
    public Page page(String from) {
      int first = from.equals(START) ? 0 : Integer.parseInt(from);
      int end = Math.min(10, first + 3);
      var page = IntStream.range(first, end).mapToObj(Integer::toString).toList();
      return new Page(page, end == 10 ? null : Integer.toString(end));
    }
  }
}
