package dev.trellis.local.emulator;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.local.state.StateFile;

/**
 * The keys of this machine: made at the first start, kept with the rest of the state. Each stands
 * in the secret of the template where it is deployed.
 */
public final class LocalSecrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final String LINKS = "links";
  private static final String SIGNING = "signing";
  private static final String CRM = "crm.stand-in";
  private static final String EVENTS = "events";

  private final TreeMap<String, Object> values = new TreeMap<>();

  /** Reads the file, or makes it. */
  public LocalSecrets(Path file) throws IOException {
    if (Files.exists(file)) {
      values.putAll(StateFile.read(file, Json::parse));
    } else {
      values.put(SIGNING, random(48));
      values.put(CRM, "whsec_" + random(32));
      values.put(EVENTS, "whsec_" + random(32));
      values.put(EVENTS + ".wechat", "whsec_" + random(32));
    }
    // Beside the one key of an older state, whose links keep working.
    if (values.putIfAbsent(LINKS, random(48)) == null) {
      StateFile.write(file, Json.compose(values));
    }
  }

  /** What is shared with the stand-in CRM. */
  public String crm() {
    return String.valueOf(values.get(CRM));
  }

  /** The key of links that is new. */
  public KeyRing links() {
    return ring(values.get(LINKS));
  }

  public KeyRing identities() {
    return ring(values.getOrDefault("identities", values.get(SIGNING)));
  }

  public KeyRing suppressions() {
    return ring(values.getOrDefault("suppressions", values.get(SIGNING)));
  }

  private static KeyRing ring(Object keys) {
    return KeyRing.of(
        (keys instanceof List<?> list ? list : List.of(keys))
            .stream().map(String::valueOf).toArray(String[]::new));
  }

  /** A secret as Secrets Manager holds it. */
  public String json(String secret) {
    return Json.compose(
        values.entrySet().stream()
            .filter(entry -> secretOf(entry.getKey()).equals(secret))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static String secretOf(String name) {
    if (name.equals(LINKS)) {
      return "LinksSecret";
    }
    return name.startsWith(EVENTS) || name.startsWith("crm.") ? "PartnersSecret" : "Secret";
  }

  private static String random(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }
}
