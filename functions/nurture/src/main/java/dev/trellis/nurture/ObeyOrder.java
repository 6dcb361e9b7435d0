package dev.trellis.nurture;

import dev.trellis.core.message.MailOrder;
import dev.trellis.core.port.Suppressions;
import dev.trellis.core.port.Suppressions.Reason;

/** Does what a person decided about mail; done twice it does no harm. */
public record ObeyOrder(SettleMail settle, SendingDesk desk, Suppressions suppressions) {

  /** Obeys, unless something else was said since. */
  public void obey(MailOrder order) {
    switch (order.order()) {
      case PAUSE -> {
        var resumed = desk.brake().resumedAt();
        if (resumed == null || resumed.isBefore(order.at())) {
          desk.say("pause");
        }
      }
      case RESUME -> {
        var since = desk.brake().since();
        if (since == null || since.isBefore(order.at())) {
          desk.say("resume");
        }
      }
      case WAS_SENT -> settle.settle(order.lead(), order.sendId(), true);
      case WAS_NOT_SENT -> settle.settle(order.lead(), order.sendId(), false);
      case RELEASE -> order.suppressions().forEach(key -> suppressions.lift(key, Reason.BOUNCE));
    }
  }
}
