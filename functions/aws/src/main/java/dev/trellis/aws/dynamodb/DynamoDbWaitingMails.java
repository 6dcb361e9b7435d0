package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.port.Brake;
import dev.trellis.core.port.WaitingMails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The line of waiting mails in DynamoDB, beside the timers and without their end: one partition, to
 * which no more is written than the few functions that send come by.
 */
public final class DynamoDbWaitingMails implements WaitingMails {

  private static final String BUCKET = "bucket";
  private static final String TIMER = "timer";
  private static final String SINCE = "since";
  private static final String SEPARATOR = "#";
  private static final Item LINE = Item.EMPTY.text(BUCKET, "waiting-mails");
  private static final Item BRAKE = Item.EMPTY.text(BUCKET, "brake").text(TIMER, "mails");

  private final Table timers;

  public DynamoDbWaitingMails(DynamoDbClient client, String timersTable) {
    this.timers = new Table(client, timersTable);
  }

  @Override
  public Brake brake() {
    return timers
        .get(BRAKE)
        .map(item -> Json.read(Brake.class, item.document(LeadsTable.BODY)))
        .orElse(Brake.NONE);
  }

  @Override
  public boolean save(Brake brake) {
    var next = brake.nextVersion();
    var item =
        BRAKE
            .number(LeadsTable.VERSION, next.version())
            .document(LeadsTable.BODY, Json.write(next));
    return timers.put(item, Guard.version(BUCKET, brake.version())).written();
  }

  @Override
  public void add(Waiting mail) {
    timers.put(key(mail).text(SINCE, mail.since().toString()), Guard.NONE);
  }

  @Override
  public List<Waiting> first(int most, Instant now) {
    return timers.first(LINE, TIMER, SortableTime.millis(now) + "$", most).stream()
        .map(DynamoDbWaitingMails::read)
        .toList();
  }

  @Override
  public void remove(List<Waiting> mails) {
    timers.deleteAll(mails.stream().map(DynamoDbWaitingMails::key).toList());
  }

  @Override
  public int count() {
    return timers.count(LINE);
  }

  private static Item key(Waiting mail) {
    var place = List.of(SortableTime.millis(mail.from()), mail.lead(), mail.sendId());
    return LINE.text(TIMER, String.join(SEPARATOR, place));
  }

  private static Waiting read(Item item) {
    var place = item.text(TIMER).split(SEPARATOR, 3);
    var from = Instant.parse(place[0]);
    var since = Optional.ofNullable(item.text(SINCE)).map(Instant::parse).orElse(from);
    return new Waiting(place[1], place[2], from, since);
  }
}
