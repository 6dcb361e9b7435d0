package dev.trellis.checks.template;

import static dev.trellis.checks.template.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.checks.template.Template.Call;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept is safe, and what passes by leaves no trace of a person. */
class StorageTest {

  private final Template template;

  StorageTest() throws IOException {
    template = Template.read();
  }

  /** But for who is signed in: lost, that costs everybody one sign-in. */
  @Test
  void everyTableOutlivesTheStack() {
    assertThat(template.all("AWS::DynamoDB::Table"))
        .filteredOn(table -> !table.id().equals("SessionsTable"))
        .allSatisfy(table ->
            assertThat(table.body())
                .as(table.id())
                .containsEntry("DeletionPolicy", "Retain")
                .containsEntry("UpdateReplacePolicy", "Retain"));
  }

  @Test
  void everyTableIsEncryptedOnDemandAndRecoverable() {
    assertThat(template.all("AWS::DynamoDB::Table"))
        .allSatisfy(table ->
            assertThat(table.properties())
                .as(table.id())
                .containsEntry("BillingMode", "PAY_PER_REQUEST")
                .containsEntry("SSESpecification", Map.of("SSEEnabled", "true"))
                .containsEntry(
                    "PointInTimeRecoverySpecification",
                    Map.of("PointInTimeRecoveryEnabled", "true")));
  }

  /** What their stores write with an end; the rest stays until it is deleted. */
  @Test
  void whatPassesExpires() {
    assertThat(template.all("AWS::DynamoDB::Table"))
        .filteredOn(table -> table.properties().containsKey("TimeToLiveSpecification"))
        .allSatisfy(table ->
            assertThat(table.properties())
                .containsEntry(
                    "TimeToLiveSpecification",
                    Map.of("AttributeName", "expiresAt", "Enabled", "true")))
        .extracting(Template.Resource::id)
        .containsExactlyInAnyOrder(
            "LeadsTable",
            "IdentitiesTable",
            "TimersTable",
            "QuarantineTable",
            "SuppressionsTable",
            "SessionsTable",
            "AuditTable");
  }

  @Test
  void theSigningKeyOutlivesTheStackAndIsWrittenNowhere() {
    assertThat(template.all("AWS::SecretsManager::Secret"))
        .filteredOn(secret -> !secret.id().equals("SignInSecret")) // which names a public client
        .allSatisfy(secret -> {
          assertThat(secret.body())
              .containsEntry("DeletionPolicy", "Retain")
              .containsEntry("UpdateReplacePolicy", "Retain");
          assertThat(secret.properties()).doesNotContainKey("SecretString");
        });
    assertThat(generated("Secret")).containsEntry("GenerateStringKey", "signing");
  }

  /** Whoever learns one of them cannot do what is done with another. */
  @Test
  void linksHaveAKeyOfTheirOwnAndPartnersASecretOfTheirOwn() {
    assertThat(generated("LinksSecret")).containsEntry("GenerateStringKey", "links");
    assertThat(generated("PartnersSecret")).isEmpty();
  }

  /** A changed way of making it would make it anew, and nothing that is stored would be found. */
  @Test
  void theKeyOfWhatIsStoredIsMadeAsItAlwaysWas() {
    assertThat(generated("Secret"))
        .isEqualTo(
            Map.of(
                "SecretStringTemplate", "{}",
                "GenerateStringKey", "signing",
                "PasswordLength", "48",
                "ExcludePunctuation", "true"));
  }

  private Map<String, Object> generated(String secret) {
    return map(template.resource(secret).properties().get("GenerateSecretString"));
  }

  @Test
  void everyLogIsForgottenAfterTheChosenDays() {
    assertThat(template.all("AWS::Logs::LogGroup"))
        .extracting(group -> group.properties().get("RetentionInDays"))
        .containsOnly(new Call("Ref", "LogRetentionDays"));
  }

  @Test
  void everyFunctionWritesToALogThatIsForgotten() {
    assertThat(template.all("AWS::Serverless::Function"))
        .allSatisfy(function ->
            assertThat(template.ofFunction(function, "LoggingConfig"))
                .as(function.id())
                .isEqualTo(Map.of("LogGroup", new Call("Ref", "FunctionLogs"))));
  }

  /** A path holds a token, a query may hold anything, an address is personal. */
  @Test
  void theAccessLogNamesTheRouteAndNoVisitor() {
    var settings = map(template.resource("Api").properties().get("AccessLogSettings"));
    assertThat((String) settings.get("Format"))
        .contains("$context.routeKey")
        .doesNotContain("$context.path", "$context.identity", "$context.domain", "$request");
  }
}
