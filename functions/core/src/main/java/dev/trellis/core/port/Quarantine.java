package dev.trellis.core.port;

import module java.base;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Messages that are JSON but were refused: kept with their reason until a person decides, for
 * {@link #KEPT} at most. Then nobody finds them any more.
 */
public interface Quarantine {

  /** A month is time enough to decide, and a short memory for what nobody could read. */
  Duration KEPT = Duration.ofDays(30);

  /** Keeps a message; the same message refused again replaces itself. */
  void put(Refused refused);

  /** Everything that waits, oldest first. */
  List<Refused> list();

  /**
   * Some of what waits, oldest first.
   *
   * @param after {@link Listing.Page#next} of the page before, or null
   */
  Listing.Page<Refused> page(@Nullable String after, int most);

  Optional<Refused> find(String id);

  /**
   * Sends a message once more, as it was, and lets it go unless it is refused again.
   *
   * @param leadEvents takes a message's body and returns once it is durable
   * @return false if there is no such message, or no more of it than which it was
   */
  default boolean replay(String id, Consumer<String> leadEvents) {
    var found = find(id).filter(Refused::isWhole);
    found.ifPresent(refused -> {
      leadEvents.accept(refused.body());
      remove(refused);
    });
    return found.isPresent();
  }

  /** Lets a message go, unless it was refused again since it was read; false if it was. */
  boolean remove(Refused refused);

  /**
   * One refused message.
   *
   * @param id the same for the same body
   * @param ticket another one each time that the message is refused
   * @param body exactly what was received
   */
  record Refused(String id, String ticket, String reason, Instant at, String body) {

    private static final String EMPTIED = "emptied";

    /** A message refused just now. */
    public static Refused now(String body, String reason, Instant at) {
      return new Refused(Ids.derived("refused", body), Ids.random(), reason, at, body);
    }

    /**
     * The body of a message of which nothing may be kept but these members, which say which it was.
     */
    public static String emptied(Map<String, ?> which) {
      var body = new TreeMap<String, Object>(which);
      body.put(EMPTIED, true);
      return Json.compose(body);
    }

    /** False if the body is gone, so that there is nothing to send again. */
    public boolean isWhole() {
      return !body.startsWith("{\"" + EMPTIED + "\":true");
    }

    /** The first instant at which it is not kept any more. */
    public Instant expiresAt() {
      return at.plus(KEPT);
    }
  }
}
