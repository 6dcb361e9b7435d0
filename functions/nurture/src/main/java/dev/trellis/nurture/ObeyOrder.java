package dev.trellis.nurture;

import dev.trellis.core.message.MailOrder;
import dev.trellis.core.port.Suppressions;
import dev.trellis.core.port.Suppressions.Reason;

/** Does what a person decided about mail; done twice it does no harm. */
public record ObeyOrder(SettleMail settle, SendingDesk desk, Suppressions suppressions) {

  /** Obeys, unless something else was said since. */
  public void obey(MailOrder order) {
    switch (order.order()) {
      case PAUSE -> desk.say("pause", order.at());
      case RESUME -> desk.say("resume", order.at());
      case WAS_SENT -> settle.settle(order.lead(), order.sendId(), true);
      case WAS_NOT_SENT -> settle.settle(order.lead(), order.sendId(), false);
      case RELEASE -> release(order);
    }
  }

  // What bounced since is another bounce.
  private void release(MailOrder order) {
    order.suppressions().forEach(key -> suppressions.lift(key, Reason.BOUNCE, order.at()));
  }
}
