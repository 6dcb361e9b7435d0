package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.aws.dynamodb.DynamoDbQuarantine;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.Quarantine.Refused;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What was refused before there was a list of it is on the list, which no scan is needed for. */
class OlderRefusalsTest {

  private final String name = "refusals" + Ids.random();
  private final String leads = "leads" + name;
  private final DynamoDbQuarantine quarantine =
      new DynamoDbQuarantine(Emulators.dynamoDb(), name, leads, Ports.CLOCK);

  OlderRefusalsTest() {
    TestTables.create(Emulators.dynamoDb(), name, "message");
    TestTables.create(Emulators.dynamoDb(), leads, "lead", "item");
  }

  @Test
  void isListedOnceTheListIsAskedFor() {
    var old = Refused.now("{\"id\":\"old\"}", "version", Sample.NOON);
    quarantine.put(old);
    forgetTheList();
    assertThat(listed()).isEmpty();

    assertThat(quarantine.list()).containsExactly(old);
    assertThat(listed()).isNotEmpty();
    assertThat(quarantine.remove(old)).isTrue();
    assertThat(quarantine.list()).isEmpty();
  }

  private List<Map<String, AttributeValue>> listed() {
    return Emulators.dynamoDb().scan(scan -> scan.tableName(leads)).items();
  }

  private void forgetTheList() {
    for (var item : listed()) {
      var key = Map.of("lead", item.get("lead"), "item", item.get("item"));
      Emulators.dynamoDb().deleteItem(delete -> delete.tableName(leads).key(key));
    }
  }
}
