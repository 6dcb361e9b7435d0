package dev.trellis.core.identity;

import module java.base;

/** Makes ids: random ones for new things, derived ones so that the same thing gets the same id. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final int BYTES = 12;
  private static final Pattern BIRTH = Pattern.compile("L[0-9a-f]{11}[A-Za-z0-9]{16}");

  private static final MessageDigest NEW = created();

  private Ids() {}

  /** 96 random bits in 16 characters. */
  public static String random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return TEXT.encodeToString(bytes);
  }

  /** A new lead's id: its hour of birth in hex, then randomness, so that ids sort by age. */
  public static String newLead(Instant now) {
    return lead(now, random());
  }

  /** The id of the lead that an event bears: the same event always bears the same lead. */
  public static String newLead(Instant occurredAt, String event) {
    return lead(occurredAt, derived("lead", event));
  }

  /** When a lead was born; empty if the id is none of ours. */
  public static Optional<Instant> bornAt(String lead) {
    return BIRTH.matcher(lead).matches()
        ? Optional.of(Instant.ofEpochMilli(Long.parseLong(lead.substring(1, 12), 16)))
        : Optional.empty();
  }

  private static String lead(Instant birth, String unique) {
    return "L%011x%s".formatted(birth.toEpochMilli(), unique.replace('-', 'x').replace('_', 'y'));
  }

  /** 96 bits of SHA-256 over the parts; the same parts always give the same id. */
  public static String derived(String... parts) {
    var digest = sha256();
    for (var part : parts) {
      var bytes = (part == null ? "" : part).getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    return TEXT.encodeToString(java.util.Arrays.copyOf(digest.digest(), BYTES));
  }

  // A copy is made much faster than a provider is found.
  private static MessageDigest sha256() {
    try {
      return (MessageDigest) NEW.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of the JDK can be copied", e);
    }
  }

  private static MessageDigest created() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
