package dev.trellis.checks.template;

import static dev.trellis.checks.template.Template.list;
import static dev.trellis.checks.template.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.checks.template.Template.Call;
import dev.trellis.checks.template.Template.Resource;
import org.junit.jupiter.api.Test;

/** Nothing that may be personal is sent or fetched in the clear. */
class TransportTest {

  private static final Map<String, String> LISTED_IN =
      Map.of(
          "AWS::SQS::QueuePolicy", "Queues",
          "AWS::SNS::TopicPolicy", "Topics",
          "AWS::S3::BucketPolicy", "Bucket");

  private final Template template;

  TransportTest() throws IOException {
    template = Template.read();
  }

  @Test
  void everyQueueRefusesWhoeverDoesNotEncrypt() {
    assertThat(ids("AWS::SQS::Queue"))
        .hasSizeGreaterThan(10)
        .allSatisfy(queue -> assertThat(denials(queue)).as(queue).containsExactly("sqs:*"));
  }

  @Test
  void everyTopicRefusesWhoeverDoesNotEncrypt() {
    assertThat(ids("AWS::SNS::Topic"))
        .hasSizeGreaterThan(1)
        .allSatisfy(topic -> assertThat(denials(topic)).as(topic).containsExactly("sns:Publish"));
  }

  @Test
  void everyBucketRefusesWhoeverDoesNotEncrypt() {
    assertThat(ids("AWS::S3::Bucket"))
        .allSatisfy(bucket -> assertThat(denials(bucket)).as(bucket).containsExactly("s3:*"));
  }

  /** The one written last would replace the other. */
  @Test
  void nothingHasTwoPolicies() {
    var governed = policies().flatMap(TransportTest::governed).toList();
    assertThat(governed).hasSizeGreaterThan(10).doesNotHaveDuplicates();
  }

  /** What is denied to everybody who comes without TLS, by the policies of a resource. */
  private List<Object> denials(String id) {
    return policies()
        .filter(policy -> governed(policy).anyMatch(id::equals))
        .flatMap(policy -> statements(policy).stream())
        .filter(statement -> "Deny".equals(statement.get("Effect")))
        .filter(statement -> "*".equals(statement.get("Principal")))
        .filter(statement -> covers(statement.get("Resource"), id))
        .filter(statement ->
            Map.of("Bool", Map.of("aws:SecureTransport", "false"))
                .equals(statement.get("Condition")))
        .map(statement -> statement.get("Action"))
        .toList();
  }

  private static boolean covers(Object resource, String id) {
    return "*".equals(resource) || new Call("Ref", id).equals(resource);
  }

  private Stream<Resource> policies() {
    return template.resources().filter(resource -> LISTED_IN.containsKey(resource.type()));
  }

  private static Stream<String> governed(Resource policy) {
    return list(policy.properties().get(LISTED_IN.get(policy.type()))).stream()
        .flatMap(each -> ((Call) each).names());
  }

  private static List<Map<String, Object>> statements(Resource policy) {
    return list(map(policy.properties().get("PolicyDocument")).get("Statement")).stream()
        .map(Template::map)
        .toList();
  }

  private List<String> ids(String type) {
    return template
        .resources()
        .filter(resource -> resource.type().equals(type))
        .map(Resource::id)
        .toList();
  }
}
