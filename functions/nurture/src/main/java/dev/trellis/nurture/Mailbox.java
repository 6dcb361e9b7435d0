package dev.trellis.nurture;

import static dev.trellis.core.identity.IdentityType.EMAIL;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.nurture.mail.UnsubscribeLinks;
import dev.trellis.nurture.mail.UnsubscribeLinks.Link;

/**
 * The one mailbox that a link was mailed to, which is all that whoever has the link has shown.
 *
 * @param owner the lead that the mail was for, if the mailbox is one of its own; of a link that
 *     names no address we cannot tell, so it is taken for one
 * @param leaver the same, or whose it was before sales corrected the address: to want no more mail
 *     is all that whoever reads there can say for the lead
 * @param suppressionKeys of the address, newest first; none if the link is too old to tell
 * @param name the address, if we know it for one of the lead's own
 */
record Mailbox(
    Optional<LeadRecord> owner,
    Optional<LeadRecord> leaver,
    List<String> suppressionKeys,
    Optional<Identity> name) {

  static Mailbox of(
      Link link, Optional<LeadRecord> lead, UnsubscribeLinks links, SuppressionKeys keys) {
    var address =
        lead.stream()
            .flatMap(l -> addresses(l).stream())
            .filter(a -> links.isTo(link, a))
            .findFirst();
    var named = Stream.of(link.suppressionKey()).filter(key -> !key.isEmpty()).toList();
    var name = address.map(a -> new Identity(EMAIL, a));
    var isFormer =
        name.filter(n -> lead.orElseThrow().profile().names().former().contains(n)).isPresent();
    var leaver = lead.filter(_ -> address.isPresent() || named.isEmpty());
    return new Mailbox(
        leaver.filter(_ -> !isFormer),
        leaver,
        address.map(keys::all).orElse(named),
        name.filter(_ -> !isFormer));
  }

  /** True if the link says which mailbox it is, so that it may be opened again. */
  boolean isKnown() {
    return !suppressionKeys.isEmpty();
  }

  /** An event that whoever reads here caused: it shows that the mailbox is theirs. */
  LeadEvent proven(LeadEvent event) {
    return name.map(n -> event.naming(Set.of(n)).proving(EMAIL.toString(), Proof.HELD))
        .orElse(event);
  }

  /** The same where it is not a person who reads. */
  Mailbox unproven() {
    return new Mailbox(owner, leaver, suppressionKeys, Optional.empty());
  }

  /** What to close if no more mail is wanted here: all that the lead has where we cannot tell. */
  Collection<String> toClose(SuppressionKeys keys) {
    return isKnown()
        ? List.of(suppressionKeys.getFirst())
        : owner.stream().flatMap(l -> addresses(l).stream()).map(keys::of).toList();
  }

  private static SortedSet<String> addresses(LeadRecord lead) {
    return lead.profile().identities(EMAIL);
  }
}
