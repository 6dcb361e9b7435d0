package dev.trellis.aws;

import module java.base;

/**
 * What one request of a visitor, or one tick, has brought about: an id that goes with each message
 * and stands in each log line, from a form to its mail. It tells when that began and nothing of
 * whom.
 *
 * @param root in the form of X-Ray, whose header SQS hands on
 */
public record Trace(String root) {

  /** Where both the HTTP API and whoever calls it may say which it is. */
  public static final String HEADER = "x-amzn-trace-id";

  private static final Pattern ROOT = Pattern.compile("Root=(1-([0-9a-f]{8})-[0-9a-f]{24})\\b");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration RECENT = Duration.ofHours(1);
  private static final ScopedValue<Trace> CURRENT = ScopedValue.newInstance();
  private static final ThreadLocal<Map<Object, Trace>> KEPT =
      ThreadLocal.withInitial(IdentityHashMap::new);

  /** A new one. */
  public static Trace begun(Instant at) {
    var random = new byte[12];
    RANDOM.nextBytes(random);
    var seconds = HexFormat.of().toHexDigits((int) at.getEpochSecond());
    return new Trace("1-" + seconds + "-" + HexFormat.of().formatHex(random));
  }

  /** The one that a header names. */
  public static Optional<Trace> read(String header) {
    return Optional.ofNullable(header)
        .map(ROOT::matcher)
        .filter(Matcher::find)
        .map(found -> new Trace(found.group(1)));
  }

  /** The one that a request names, unless it says to have begun at another time. */
  public static Trace ofRequest(String header, Instant at) {
    return read(header)
        .filter(named -> Duration.between(named.began(), at).abs().compareTo(RECENT) < 0)
        .orElseGet(() -> begun(at));
  }

  /** The one that the work of now belongs to. */
  public static Optional<Trace> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Does something that belongs to it. */
  public <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  /** When it began, to the second. */
  public Instant began() {
    return Instant.ofEpochSecond(Long.parseLong(root, 2, 10, 16));
  }

  public String header() {
    return "Root=" + root;
  }

  /** Remembers of a message that is sent later to which one it belongs, until {@link #forget}. */
  public static <M> M keep(M message) {
    current().ifPresent(trace -> KEPT.get().put(message, trace));
    return message;
  }

  /** The one that a message belongs to. */
  public static Optional<Trace> of(Object message) {
    return Optional.ofNullable(KEPT.get().get(message)).or(Trace::current);
  }

  /** A new batch begins on this thread. */
  public static void forget() {
    KEPT.get().clear();
  }
}
