package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Crowd;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is written of people whom nobody knows has an end, and does not say where they were. */
@Tag("R17")
class CrowdsEndTest {

  private static final Instant LONG_AGO = Instant.parse("2020-02-29T12:00:00Z");

  private final DynamoDbClient client = Emulators.dynamoDb();
  private final String once = Ids.random();
  private final String network = Ids.random();

  @Test
  void countsEndAndKeepNoNetworkAndTheTimeIsThatOfTheCaller() {
    var origin = new Origin("talk", "summit", "slide", "deck").from(network);
    var crowd = new Crowd(LONG_AGO, Channel.EXPO, origin, new CodeScanned(), 1, 0);
    Ports.onDynamoDb(client).leads().count(once, List.of(crowd), LONG_AGO);

    var counted =
        client
            .query(query ->
                query
                    .tableName(TestTables.LEADS)
                    .keyConditionExpression("#lead = :crowd AND begins_with(#item, :day)")
                    .expressionAttributeNames(Map.of("#lead", "lead", "#item", "item"))
                    .expressionAttributeValues(
                        Map.of(
                            ":crowd", AttributeValue.fromS("crowd"),
                            ":day", AttributeValue.fromS("2020-02-29"))))
            .items();
    assertThat(counted)
        .singleElement()
        .satisfies(item -> {
          assertThat(until(item)).isEqualTo(LONG_AGO.plus(Duration.ofDays(732)));
          assertThat(item.toString()).doesNotContain(network);
        });
    var told =
        client
            .getItem(get ->
                get.tableName(TestTables.IDENTITIES)
                    .key(Map.of("identity", AttributeValue.fromS("counted#" + once))))
            .item();
    assertThat(until(told)).isEqualTo(LONG_AGO.plus(Duration.ofDays(20)));
  }

  private static Instant until(Map<String, AttributeValue> item) {
    return Instant.ofEpochSecond(Long.parseLong(item.get("expiresAt").n()));
  }
}
