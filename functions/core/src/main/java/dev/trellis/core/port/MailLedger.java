package dev.trellis.core.port;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.journey.Why;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.message.MailDue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One entry per mail that a journey asked for: what became of it. */
public interface MailLedger {

  /** What dispatch decides from; empty if there is no such lead. */
  Optional<Snapshot> load(String lead, String sendId);

  /**
   * Claims a send, unless it has an entry already (other than that it waits) or the address is
   * suppressed, in one step: once a suppression is written no send starts. An entry that is {@code
   * SKIPPED} from the start sends nothing, so no suppression stands in its way.
   *
   * @param suppressionKeys of the address the mail would go to; unused for a skip
   * @param draw what the mail takes of budgets that must not be overdrawn
   */
  ClaimResult claim(Entry entry, Collection<String> suppressionKeys, Optional<Draw> draw);

  /**
   * The same of a mail that asks whoever unsubscribed, and was asked by a form since, whether they
   * want mail again: nothing but a bounce or a complaint stands in its way.
   */
  ClaimResult claimAgain(Entry entry, Collection<String> suppressionKeys, Optional<Draw> draw);

  /** Claims a send that takes nothing of any budget. */
  default ClaimResult claim(Entry entry, String suppressionKey) {
    return claim(entry, Set.of(suppressionKey), Optional.empty());
  }

  /** Records a send that will not happen, or did long ago, unless it has an entry already. */
  default ClaimResult skip(Entry entry) {
    return claim(entry, "none");
  }

  /** Replaces an entry that is in state {@code from}; false if it is in another state. */
  boolean settle(Entry entry, State from);

  /**
   * Records that a send waits to be tried (again): one without an entry, one that waits already, or
   * one that the same owner claimed and that provably did not happen. What such a claim drew of its
   * mailbox stays its own; the next try draws of its network anew.
   */
  void hold(Entry waiting, Optional<Draw> draw);

  /** The same of a send that drew of no network. */
  default void hold(Entry waiting) {
    hold(waiting, Optional.empty());
  }

  /** The entry of a send, for feedback that knows only its id. */
  Optional<Entry> find(String lead, String sendId);

  /** The mails of unknown fate, of all leads, in no order: the cost follows their number. */
  List<Entry> unknown();

  /**
   * Some of them, with those that became so since there is a list of them.
   *
   * @param after {@link Listing.Page#next} of the page before, or null
   */
  Listing.Page<Entry> unknown(@Nullable String after, int most);

  /** A lead, its position, and the entry of one of its sends. */
  record Snapshot(LeadRecord lead, Optional<Position> position, Optional<Entry> entry) {}

  /** CLAIMED → SENT, or UNKNOWN when the answer was lost; SKIPPED or WAITING with a reason. */
  enum State {
    WAITING,
    CLAIMED,
    SENT,
    UNKNOWN,
    SKIPPED
  }

  /**
   * @param owner who claimed, so that a repeated write recognises itself
   * @param messageId what the provider answered, if it did
   * @param reason why it was skipped, waits or is unknown
   * @param mailbox the mark of the address that it went to, or null
   * @param internal true if it goes to our own people: nothing that becomes of it is about the lead
   * @param refused true if it was skipped since the provider would not send it for what it is
   */
  record Entry(
      String sendId,
      String lead,
      State state,
      String owner,
      Instant at,
      @Nullable String journey,
      @Nullable String step,
      @Nullable String mail,
      @Nullable String content,
      @Nullable Why why,
      @Nullable String subject,
      @Nullable String messageId,
      @Nullable String reason,
      @Nullable String mailbox,
      boolean internal,
      boolean refused) {

    private static final String REFUSED = "rejected by the provider: ";

    /** What is due, or was, went nowhere yet, and has a new owner. */
    public static Entry of(
        MailDue due,
        State state,
        @Nullable String subject,
        @Nullable String reason,
        boolean internal,
        Instant at) {
      return new Entry(
          due.sendId(),
          due.lead(),
          state,
          Ids.random(),
          at,
          due.journey(),
          due.step(),
          due.mail(),
          due.content(),
          due.why(),
          subject,
          null,
          reason,
          internal);
    }

    /** An entry of a mail that went nowhere. */
    public Entry(
        String sendId,
        String lead,
        State state,
        String owner,
        Instant at,
        @Nullable String journey,
        @Nullable String step,
        @Nullable String mail,
        @Nullable String content,
        @Nullable Why why,
        @Nullable String subject,
        @Nullable String messageId,
        @Nullable String reason,
        boolean internal) {
      this(
          sendId, lead, state, owner, at, journey, step, mail, content, why, subject, messageId,
          reason, null, internal, false);
    }

    /** The same of a mail that goes to this address. */
    public Entry to(String address) {
      var mark = new Identity(IdentityType.EMAIL, address).mark();
      return new Entry(
          sendId, lead, state, owner, at, journey, step, mail, content, why, subject, messageId,
          reason, mark, internal, refused);
    }

    public Entry in(State state, @Nullable String messageId, @Nullable String reason, Instant at) {
      return new Entry(
          sendId, lead, state, owner, at, journey, step, mail, content, why, subject, messageId,
          reason, mailbox, internal, false);
    }

    /** The same of a mail that the provider would not send, and why. */
    public Entry refused(@Nullable String messageId, String said, Instant at) {
      return new Entry(
          sendId,
          lead,
          State.SKIPPED,
          owner,
          at,
          journey,
          step,
          mail,
          content,
          why,
          subject,
          messageId,
          REFUSED + said,
          mailbox,
          internal,
          true);
    }
  }

  /** What became of a claim. */
  sealed interface ClaimResult {
    record Claimed() implements ClaimResult {}

    record Suppressed() implements ClaimResult {}

    /** A budget is used up. */
    record OverBudget() implements ClaimResult {}

    /**
     * The send has an entry already; it may be our own, written by a call whose answer was lost.
     */
    record Exists(Entry entry) implements ClaimResult {}
  }
}
