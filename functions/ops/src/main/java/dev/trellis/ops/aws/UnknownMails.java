package dev.trellis.ops.aws;

import module java.base;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The mails of which nobody knows whether they were sent. Reads the whole table of leads. */
public record UnknownMails(DynamoDbClient client, String leadsTable) {

  private static final String MAIL = "mail#";

  /** One of them. */
  public record Mail(String lead, String sendId, String at) {}

  public Stream<Mail> all() {
    return client
        .scanPaginator(scan ->
            scan.tableName(leadsTable)
                .filterExpression("begins_with(#item, :mail) AND #state = :unknown")
                .projectionExpression("#lead, #item, #at")
                .expressionAttributeNames(
                    Map.of("#lead", "lead", "#item", "item", "#state", "state", "#at", "at"))
                .expressionAttributeValues(
                    Map.of(
                        ":mail", AttributeValue.fromS(MAIL),
                        ":unknown", AttributeValue.fromS("UNKNOWN"))))
        .items()
        .stream()
        .map(item ->
            new Mail(
                item.get("lead").s(),
                item.get("item").s().substring(MAIL.length()),
                item.get("at").s()));
  }
}
