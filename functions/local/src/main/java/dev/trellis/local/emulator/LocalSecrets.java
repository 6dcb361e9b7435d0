package dev.trellis.local.emulator;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.local.state.StateFile;

/** The keys of this machine: made at the first start, kept with the rest of the state. */
public final class LocalSecrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final TreeMap<String, String> values = new TreeMap<>();

  /** Reads the file, or makes it. */
  public LocalSecrets(Path file) throws IOException {
    if (Files.exists(file)) {
      StateFile.read(file, Json::parse)
          .forEach((name, value) -> values.put(name, String.valueOf(value)));
      return;
    }
    values.put("signing", random(48));
    values.put("crm.stand-in", "whsec_" + random(32));
    values.put("events", "whsec_" + random(32));
    values.put("events.wechat", "whsec_" + random(32));
    StateFile.write(file, json());
  }

  public String value(String name) {
    return values.get(name);
  }

  /** All of them, as Secrets Manager holds them. */
  public String json() {
    return Json.compose(values);
  }

  private static String random(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }
}
