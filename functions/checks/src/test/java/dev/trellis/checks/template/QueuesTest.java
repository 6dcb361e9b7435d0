package dev.trellis.checks.template;

import static dev.trellis.checks.template.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.checks.template.Template.Call;
import dev.trellis.checks.template.Template.Resource;
import org.junit.jupiter.api.Test;

/** No message is lost, hidden too briefly, or left without anyone noticing. */
class QueuesTest {

  private static final String TWO_WEEKS = String.valueOf(14 * 24 * 3600);

  private final Template template;

  QueuesTest() throws IOException {
    template = Template.read();
  }

  @Test
  void everyConsumerReportsSingleFailures() {
    assertThat(template.events("SQS"))
        .allSatisfy(event ->
            assertThat(event.properties().get("FunctionResponseTypes"))
                .as(event.toString())
                .isEqualTo(List.of("ReportBatchItemFailures")));
  }

  @Test
  void noConsumerFiltersItsQueue() {
    assertThat(template.events("SQS"))
        .allSatisfy(event ->
            assertThat(event.properties())
                .as(event.toString())
                .doesNotContainKey("FilterCriteria"));
  }

  @Test
  void everyWorkQueueHasExactlyOneConsumer() {
    var consumed = template.events("SQS").stream().map(Template.Event::queue).toList();
    assertThat(consumed)
        .containsExactlyInAnyOrderElementsOf(workQueues().stream().map(Resource::id).toList());
  }

  @Test
  void aMessageStaysHiddenForSixTimesTheTimeoutOfItsConsumer() {
    assertThat(template.events("SQS"))
        .allSatisfy(event -> {
          var timeout = number(template.ofFunction(event.function(), "Timeout"));
          var queue = template.resource(event.queue());
          assertThat(number(queue.properties().get("VisibilityTimeout")))
              .as(queue.id())
              .isGreaterThanOrEqualTo(6 * timeout);
        });
  }

  @Test
  void everyWorkQueueGivesUpAfterFiveTriesIntoDeadLettersOfItsOwn() {
    assertThat(workQueues())
        .allSatisfy(queue -> {
          assertThat(redrive(queue).get("maxReceiveCount")).as(queue.id()).isEqualTo("5");
          assertThat(deadLetters(queue).id())
              .isEqualTo(queue.id().replaceFirst("Queue$", "DeadLetters"));
        });
  }

  @Test
  void deadLettersAreKeptForTwoWeeks() {
    assertThat(workQueues())
        .extracting(queue -> deadLetters(queue).properties().get("MessageRetentionPeriod"))
        .containsOnly(TWO_WEEKS);
  }

  /** Long enough for whoever comes back from holidays to mend a function that stands still. */
  @Test
  void workIsKeptForTwoWeeks() {
    assertThat(workQueues())
        .extracting(queue -> queue.properties().get("MessageRetentionPeriod"))
        .containsOnly(TWO_WEEKS);
  }

  @Test
  void oneDeadLetterRaisesAnAlarm() {
    assertThat(workQueues())
        .extracting(queue -> deadLetters(queue).id())
        .allSatisfy(id -> {
          var alarm = alarmOn("ApproximateNumberOfMessagesVisible", id);
          assertThat(alarm.properties())
              .as(id)
              .containsEntry("Threshold", "0")
              .containsEntry("ComparisonOperator", "GreaterThanThreshold");
        });
  }

  @Test
  void aQueueThatFallsBehindRaisesAnAlarm() {
    assertThat(workQueues())
        .allSatisfy(queue -> alarmOn("ApproximateAgeOfOldestMessage", queue.id()));
  }

  @Test
  void everyAlarmIsSentToTheAlarmTopic() {
    assertThat(template.all("AWS::CloudWatch::Alarm"))
        .extracting(alarm -> alarm.properties().get("AlarmActions"))
        .containsOnly(List.of(new Call("Ref", "AlarmTopic")));
  }

  @Test
  void everyQueueIsEncrypted() {
    assertThat(template.all("AWS::SQS::Queue"))
        .allSatisfy(queue ->
            assertThat(queue.properties())
                .as(queue.id())
                .containsEntry("SqsManagedSseEnabled", "true"));
  }

  /** The queues that are not dead letters of another. */
  private List<Resource> workQueues() {
    var queues = template.all("AWS::SQS::Queue");
    Set<String> deadLetters =
        queues.stream()
            .filter(queue -> queue.properties().containsKey("RedrivePolicy"))
            .map(queue -> deadLetters(queue).id())
            .collect(Collectors.toSet());
    assertThat(deadLetters).isNotEmpty();
    return queues.stream().filter(queue -> !deadLetters.contains(queue.id())).toList();
  }

  private Resource deadLetters(Resource queue) {
    var target = (Call) redrive(queue).get("deadLetterTargetArn");
    return template.resource(target.names().findFirst().orElseThrow());
  }

  private Map<String, Object> redrive(Resource queue) {
    assertThat(queue.properties()).as(queue.id()).containsKey("RedrivePolicy");
    return map(queue.properties().get("RedrivePolicy"));
  }

  private Resource alarmOn(String metric, String queue) {
    var name = new Call("GetAtt", queue + ".QueueName");
    var found =
        template.all("AWS::CloudWatch::Alarm").stream()
            .filter(alarm -> Template.inside(alarm.properties()).anyMatch(metric::equals))
            .filter(alarm -> Template.inside(alarm.properties()).anyMatch(name::equals))
            .toList();
    assertThat(found).as("alarms on %s of %s", metric, queue).hasSize(1);
    return found.getFirst();
  }

  private static int number(Object value) {
    return Integer.parseInt((String) value);
  }
}
