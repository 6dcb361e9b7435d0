package dev.trellis.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.aws.Environment;
import dev.trellis.aws.secrets.DeployedSecrets;
import dev.trellis.core.json.Json;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.core.signing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSecretsTest {

  private static final List<String> NAMES = List.of("LinksSecret", "PartnersSecret", "Secret");
  private static final String SIGNING = "the one key of a state that is older than the others";
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

  @TempDir private Path folder;

  @Test
  void eachSecretHoldsItsOwnAndNothingElse() throws IOException {
    var secrets = new LocalSecrets(folder.resolve("secrets.json"));
    assertThat(Json.parse(secrets.json("LinksSecret"))).containsOnlyKeys("links");
    assertThat(Json.parse(secrets.json("Secret"))).containsOnlyKeys("signing");
    assertThat(Json.parse(secrets.json("PartnersSecret")))
        .containsOnlyKeys("crm.stand-in", "events", "events.wechat");
  }

  @Test
  void whatAnOlderStateHoldsStillCounts() throws Exception {
    var file = folder.resolve("secrets.json");
    Files.writeString(file, Json.compose(Map.of("signing", SIGNING, "events", "whsec_old")));
    var mailed = new Tokens(KeyRing.of(SIGNING), "content").sign(NOW.plusSeconds(60), "deck");
    var first = new LocalSecrets(file);
    assertThat(new LocalSecrets(file).json("LinksSecret")).isEqualTo(first.json("LinksSecret"));

    try (var endpoint = SecretsEndpoint.start(first::json, NAMES)) {
      var deployed = deployed(endpoint.url(), "Secret");
      assertThat(deployed.identities().keys()).containsExactly(SIGNING);
      assertThat(deployed.suppressions().keys()).containsExactly(SIGNING);
      assertThat(deployed.partners().webhook("events")).contains("whsec_old");
      assertThat(deployed.partners().webhook("signing")).isEmpty();
      var links = new Tokens(deployed.linksAndOlder(), "content");
      assertThat(links.verify(mailed, NOW)).contains(List.of("deck"));
      assertThat(new Tokens(deployed.links(), "content").verify(mailed, NOW)).isEmpty();
    }
  }

  @Test
  void theKeyOfBeforeIsGivenUpByParameter() throws Exception {
    var mailed = new Tokens(KeyRing.of(SIGNING), "content").sign(NOW.plusSeconds(60), "deck");
    var file = folder.resolve("secrets.json");
    Files.writeString(file, Json.compose(Map.of("signing", SIGNING)));
    try (var endpoint = SecretsEndpoint.start(new LocalSecrets(file)::json, NAMES)) {
      var links = deployed(endpoint.url(), "none").linksAndOlder();
      assertThat(new Tokens(links, "content").verify(mailed, NOW)).isEmpty();
    }
  }

  private static DeployedSecrets deployed(String url, String former) {
    var variables =
        Map.of(
            "AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "test",
            "AWS_SECRET_ACCESS_KEY", "test",
            "AWS_ENDPOINT_URL_SECRETS_MANAGER", url,
            "LINKS_SECRET", "LinksSecret",
            "PARTNERS_SECRET", "PartnersSecret",
            "SECRET", "Secret",
            "FORMER_SECRET", former);
    return Environment.where(
        variables, Clock.systemUTC(), () -> new DeployedSecrets(Environment.current()));
  }
}
