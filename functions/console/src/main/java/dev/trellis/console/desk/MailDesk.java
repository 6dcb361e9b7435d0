package dev.trellis.console.desk;

import module java.base;

import dev.trellis.console.view.watch.Suppressed;
import dev.trellis.console.visit.Hand;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.json.Json;
import dev.trellis.core.message.MailOrder;
import dev.trellis.core.message.MailOrder.Order;
import dev.trellis.core.message.SampleMail;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Suppressions;
import dev.trellis.core.port.Suppressions.Reason;
import dev.trellis.core.port.Suppressions.Suppression;
import dev.trellis.core.profile.Field;

/**
 * What people decide about mail. Each is an order to whoever keeps the ledger, the line and the
 * suppressions, and is done within seconds.
 *
 * @param orders takes a message's body for nurture and returns once it is durable
 * @param tests takes the same for the line of mails
 * @param leadEvents takes a message's body and returns once it is durable
 */
public record MailDesk(
    MailLedger ledger,
    Suppressions suppressions,
    SuppressionKeys keys,
    LeadStore leads,
    Consumer<String> orders,
    Consumer<String> tests,
    Consumer<String> leadEvents,
    InstantSource clock) {

  /** Keeps all mail back. */
  public void pause() {
    order(MailOrder.ofAll(Order.PAUSE, now()));
  }

  /** Lets mail go again. */
  public void resume() {
    order(MailOrder.ofAll(Order.RESUME, now()));
  }

  /** Says what became of a mail of unknown fate; false if this is none. */
  public boolean settle(String lead, String sendId, boolean wasSent) {
    var isUnknown =
        ledger.find(lead, sendId).filter(mail -> mail.state() == State.UNKNOWN).isPresent();
    if (isUnknown) {
      order(MailOrder.ofMail(lead, sendId, wasSent, now()));
    }
    return isUnknown;
  }

  /** Whether an address gets no mail, by the strongest reason of all keys, and whose it is. */
  public Suppressed look(String asked) {
    var address = asked.strip();
    var found = find(address);
    return new Suppressed(
        address,
        lead(address).orElse(null),
        found.map(Suppression::reason).orElse(null),
        found.map(Suppression::since).orElse(null));
  }

  private Optional<Suppression> find(String address) {
    return keys.all(address).stream()
        .flatMap(key -> suppressions.find(key).stream())
        .max(Comparator.comparing(Suppression::reason));
  }

  private Optional<String> lead(String address) {
    return Identity.find("email:" + address.strip().toLowerCase(Locale.ROOT))
        .flatMap(name -> leads.owners(Set.of(name)).values().stream().findFirst());
  }

  /**
   * Lets an address that bounced get mail again; false if it did not. What a person said
   * themselves, by unsubscribing or complaining, nobody takes back for them.
   */
  public boolean release(String address, String why, Hand by) {
    var isBounced = find(address).filter(found -> found.reason() == Reason.BOUNCE).isPresent();
    if (isBounced) {
      order(new MailOrder(Order.RELEASE, null, null, keys.all(address), now()));
      lead(address)
          .ifPresent(lead -> {
            var open = new TreeMap<>(Map.of(Field.mailbox(address), "open"));
            var event =
                LeadEvent.about(
                    lead,
                    by.event(lead),
                    now(),
                    Channel.SYSTEM,
                    new Overridden(by.name(), why, open));
            leadEvents.accept(event.toJson());
          });
    }
    return isBounced;
  }

  /**
   * Has a mail sent as a test.
   *
   * @param content that it is about; null for one that some journey sends with it
   */
  void test(String mail, String content, String language, String to, Hand by) {
    tests.accept(Json.write(new SampleMail(by.event(to), mail, content, language, to)));
  }

  private void order(MailOrder order) {
    orders.accept(Json.write(order));
  }

  private Instant now() {
    return clock.instant();
  }
}
