package dev.trellis.core.event;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import org.jspecify.annotations.Nullable;

/**
 * One immutable thing that happened to one person: the only way in which a lead ever changes.
 *
 * @param version of this form, now 1
 * @param id unique for ever; the same happening told twice carries the same id
 * @param occurredAt when it happened, in milliseconds
 * @param lead the lead, when whoever tells knows it; otherwise null and {@code identities} name it
 * @param identities all names by which the channel knows the person; may be empty if lead is set
 * @param sharedDevice true if the cookie is of a device that several people use (kiosk, tablet)
 * @param origin what brought the person; never null
 * @param standing what is proven of its names and words, and which are claims; never null
 */
public record LeadEvent(
    int version,
    String id,
    Instant occurredAt,
    Channel channel,
    @Nullable String lead,
    SortedSet<Identity> identities,
    boolean sharedDevice,
    Origin origin,
    Happening happening,
    Standing standing) {

  public static final int VERSION = 1;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

  public LeadEvent {
    if (version != VERSION) {
      throw new IllegalArgumentException("lead event version must be " + VERSION);
    }
    if (id == null || !ID.matcher(id).matches()) {
      throw new IllegalArgumentException("a lead event's id has 1 to 64 of A-Z a-z 0-9 _ . : -");
    }
    if (occurredAt == null || channel == null || happening == null) {
      throw new IllegalArgumentException("a lead event needs occurredAt, channel and happening");
    }
    occurredAt = occurredAt.truncatedTo(ChronoUnit.MILLIS);
    identities =
        Collections.unmodifiableSortedSet(
            identities == null ? new TreeSet<>() : new TreeSet<>(identities));
    origin = origin == null ? Origin.NONE : origin;
    standing = standing == null ? Standing.NONE : standing;
    if (lead == null && identities.isEmpty() && standing.claims().isEmpty()) {
      throw new IllegalArgumentException("a lead event names a lead or an identity");
    }
  }

  /** An event whose names and words nobody proved. */
  public LeadEvent(
      int version,
      String id,
      Instant occurredAt,
      Channel channel,
      @Nullable String lead,
      SortedSet<Identity> identities,
      boolean sharedDevice,
      Origin origin,
      Happening happening) {
    this(
        version,
        id,
        occurredAt,
        channel,
        lead,
        identities,
        sharedDevice,
        origin,
        happening,
        Standing.NONE);
  }

  /** An event about a person whom a channel knows by identities. */
  public static LeadEvent of(
      String id,
      Instant occurredAt,
      Channel channel,
      SortedSet<Identity> identities,
      Origin origin,
      Happening happening) {
    return new LeadEvent(
        VERSION, id, occurredAt, channel, null, identities, false, origin, happening);
  }

  /** An event about a lead that is already known. */
  public static LeadEvent about(
      String lead, String id, Instant occurredAt, Channel channel, Happening happening) {
    return new LeadEvent(
        VERSION, id, occurredAt, channel, lead, new TreeSet<>(), false, Origin.NONE, happening);
  }

  /** The same without some of its names; one of its own must be left. */
  public LeadEvent without(Collection<Identity> names) {
    var left = new TreeSet<>(identities);
    var denied = new TreeSet<>(standing.denied());
    var isNamed = left.removeAll(names);
    var isDenied = denied.removeAll(names);
    return isNamed || isDenied ? naming(left, standing.denying(denied)) : this;
  }

  /** The same with more names of its person. */
  public LeadEvent naming(Collection<Identity> names) {
    var all = new TreeSet<>(identities);
    return all.addAll(names) ? naming(all, standing) : this;
  }

  /** The same told by somebody whom we trust in all of it. */
  public LeadEvent vouched() {
    return proving(Standing.ALL, Proof.VOUCHED);
  }

  /** The same with a proof for one type of identity, one field, or all of it. */
  public LeadEvent proving(String word, Proof proof) {
    return naming(identities, standing.with(word, proof));
  }

  /** The same where the values of some fields are none that the playbook offers. */
  public LeadEvent unoffered(SortedSet<String> fields) {
    return naming(identities, standing.unoffered(fields));
  }

  /** The same where the lead goes no longer by some of its names. */
  public LeadEvent denying(SortedSet<Identity> names) {
    return naming(identities, standing.denying(names));
  }

  /** The same where a source says in some wishes only again what it said last. */
  public LeadEvent repeating(SortedSet<String> fields) {
    return naming(identities, standing.repeating(fields));
  }

  /** The same as told by somebody outside, by their key. */
  public LeadEvent toldBy(String key) {
    return naming(identities, standing.toldBy(key));
  }

  /** What is proven of a name of this event. */
  public Proof proof(IdentityType type) {
    return standing.of(type.toString());
  }

  /**
   * The same as it is kept: what it claims is none of its names.
   *
   * @param claims each with the lead that has the name, or empty
   * @param fields whose values are claims
   */
  public LeadEvent claiming(Map<Identity, String> claims, SortedSet<String> fields) {
    var left = new TreeSet<>(identities);
    left.removeAll(claims.keySet());
    return naming(left, standing.claiming(new TreeMap<>(claims), fields));
  }

  /** The same with what brought its person. */
  public LeadEvent from(Origin origin) {
    return new LeadEvent(
        version,
        id,
        occurredAt,
        channel,
        lead,
        identities,
        sharedDevice,
        origin,
        happening,
        standing);
  }

  private LeadEvent naming(SortedSet<Identity> names, Standing how) {
    return new LeadEvent(
        version, id, occurredAt, channel, lead, names, sharedDevice, origin, happening, how);
  }

  /** The same person and occasion, with another word on what happened. */
  public LeadEvent telling(Happening other) {
    return new LeadEvent(
        version, id, occurredAt, channel, lead, identities, sharedDevice, origin, other, standing);
  }

  /** The simple name of what happened, such as {@code FormSubmitted}. */
  public String kind() {
    return happening.getClass().getSimpleName();
  }

  public String toJson() {
    return Json.write(this);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws MessageFormatException if the text is no lead event of a known kind and version
   */
  public static LeadEvent fromJson(String json) {
    return Json.read(LeadEvent.class, json);
  }
}
