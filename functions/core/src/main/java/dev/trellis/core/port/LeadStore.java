package dev.trellis.core.port;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Identities, event logs and profiles, as scoring reads and writes them. */
public interface LeadStore {

  /** The leads that own these identities; an identity nobody owns is not in the answer. */
  Map<Identity, String> owners(Set<Identity> identities);

  Optional<LeadRecord> find(String lead);

  /** Writes everything or nothing. */
  AppendResult append(Append append);

  /**
   * One event and all that follows from it.
   *
   * @param event goes to the log of {@code lead.lead()}
   * @param lead as it shall be; {@code lead.version()} is the version that was read
   * @param losers leads now merged into {@code lead}, as they were read
   * @param claims identities that shall belong to the lead, each with the owner that was read, or
   *     empty if nobody owned it
   */
  record Append(
      LeadEvent event,
      LeadRecord lead,
      List<LeadRecord> losers,
      Map<Identity, Optional<String>> claims) {}

  /** What became of an {@link Append}. */
  enum AppendResult {
    APPENDED,
    /** This event is in the log already, of the lead or of one it absorbed: nothing was written. */
    DUPLICATE,
    /** The receipt of this submission was used before, for another event: nothing was written. */
    RECEIPT_USED,
    /** Someone else wrote in between: nothing was written; read again and decide again. */
    CONFLICT
  }
}
