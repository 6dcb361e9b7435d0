package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.aws.secrets.DeployedSecrets;
import org.junit.jupiter.api.Test;

/** What functions may expect of the store that holds the secrets of an installation. */
abstract class SecretsContract {

  private static final String SIGNING = "what identities and addresses are hashed with";
  private static final String LINKS = "what links and forms are signed with, and nothing else";
  private static final String PARTNER = "whsec_c2hhcmVkIHdpdGggb25lIHBhcnRuZXI=";

  private final DeployedSecrets secrets =
      deployed(
          Map.of(
              "SECRET", Map.of("signing", SIGNING),
              "LINKS_SECRET", Map.of("links", LINKS),
              "PARTNERS_SECRET", Map.of("events.wechat", PARTNER)));

  /** What a function reads where these are the secrets, by the variables that name them. */
  abstract DeployedSecrets deployed(Map<String, Map<String, Object>> secrets);

  @Test
  void eachPurposeHasItsKey() {
    assertThat(secrets.links().keys()).containsExactly(LINKS);
    assertThat(secrets.identities().keys()).containsExactly(SIGNING);
    assertThat(secrets.suppressions().keys()).containsExactly(SIGNING);
  }

  @Test
  void aPartnerHasWhatIsSharedWithIt() {
    assertThat(secrets.partners().webhook("events.wechat")).contains(PARTNER);
    assertThat(secrets.partners().webhook("crm.stand-in")).isEmpty();
    assertThat(secrets.partners().webhook("signing")).isEmpty();
  }
}
