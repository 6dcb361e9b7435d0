package dev.trellis.checks.ports;

import dev.trellis.aws.dynamodb.DynamoDbClients;
import dev.trellis.aws.sqs.SqsClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Every contract on LocalStack, where there is Docker: {@code mvn verify -Plocalstack}. */
@Tag("localstack")
class LocalStackPortsTest {

  private static final String IMAGE = "localstack/localstack:4.7.0";

  private static LocalStackContainer container;
  private static DynamoDbClient dynamoDb;
  private static SqsClient sqs;

  @BeforeAll
  static void start() {
    var obstacle = Docker.obstacle(IMAGE);
    obstacle.ifPresent(reason -> System.out.println("LocalStack tests are skipped: " + reason));
    Assumptions.assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    container =
        new LocalStackContainer(DockerImageName.parse(IMAGE)).withServices("dynamodb", "sqs");
    container.start();
    var url = container.getEndpoint().toString();
    dynamoDb = Emulators.client("DYNAMODB", url, DynamoDbClients::create);
    sqs = Emulators.client("SQS", url, SqsClients::create);
    TestTables.create(dynamoDb);
  }

  @AfterAll
  static void stop() {
    if (container != null) {
      container.stop();
    }
  }

  private static Ports deployed() {
    return Ports.onDynamoDb(dynamoDb);
  }

  @Nested
  class Leads extends LeadStoreContract {
    @Override
    Ports ports() {
      return deployed();
    }
  }

  @Nested
  class Accounts extends AccountStoreContract {
    @Override
    Ports ports() {
      return deployed();
    }
  }

  @Nested
  class Placements extends PlacementStoreContract {
    @Override
    Ports ports() {
      return deployed();
    }
  }

  @Nested
  class Register extends LeadRegisterContract {
    @Override
    Ports ports() {
      return deployed();
    }
  }

  @Nested
  class Files extends LeadFilesContract {
    @Override
    Ports ports() {
      return deployed();
    }
  }

  @Nested
  class Enrollments extends EnrollmentStoreContract {
    @Override
    Ports ports() {
      return deployed();
    }
  }

  @Nested
  class WakeUps extends TimersContract {
    @Override
    Ports ports() {
      return deployed();
    }
  }

  @Nested
  class Mails extends MailLedgerContract {
    @Override
    Ports ports() {
      return deployed();
    }
  }

  @Nested
  class Suppressed extends SuppressionsContract {
    @Override
    Ports ports() {
      return deployed();
    }
  }

  @Nested
  class Browsers extends SessionsContract {
    @Override
    Ports ports() {
      return deployed();
    }
  }

  @Nested
  class Handoffs extends HandoffLedgerContract {
    @Override
    Ports ports() {
      return deployed();
    }
  }

  @Nested
  class Regroupings extends RegroupingContract {
    @Override
    Ports ports() {
      return deployed();
    }
  }

  @Nested
  class Persons extends PersonalItemsContract {
    @Override
    Ports ports() {
      return deployed();
    }
  }

  @Nested
  class Refusals extends QuarantineContract {
    @Override
    Ports ports() {
      return deployed();
    }
  }

  @Nested
  class Identification extends IdentificationContract {
    @Override
    Ports ports() {
      return deployed();
    }
  }

  @Nested
  class Queues extends MessageQueueContract {
    @Override
    Line line() {
      return new SqsLine(sqs);
    }
  }
}
