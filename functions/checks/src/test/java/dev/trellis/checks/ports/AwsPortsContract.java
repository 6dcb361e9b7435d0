package dev.trellis.checks.ports;

import module java.base;

import dev.trellis.aws.secrets.DeployedSecrets;
import dev.trellis.aws.sqs.SqsWorkQueues;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.WorkQueues;
import org.junit.jupiter.api.Nested;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Every contract, on something that answers as AWS does. */
abstract class AwsPortsContract {

  /** A client of a DynamoDB that has all tables. */
  abstract DynamoDbClient dynamoDb();

  abstract SqsClient sqs();

  abstract MailerContract.Post newPost();

  /** What a function reads where these are the secrets, by the variables that name them. */
  abstract DeployedSecrets secrets(Map<String, Map<String, Object>> secrets);

  @Nested
  class Leads extends LeadStoreContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Accounts extends AccountStoreContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Placements extends PlacementStoreContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Register extends LeadRegisterContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Lists extends CardsContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class InGroups extends MembersContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class BuiltGroups extends GroupsContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Files extends LeadFilesContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class JourneyFlows extends FlowsContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Enrollments extends EnrollmentStoreContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class WakeUps extends TimersContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class LooksAtAll extends SweepsContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Reaches extends RolloutsContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Letters extends LetterRunsContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Pauses extends JourneyPausesContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Waiting extends WaitingMailsContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Mails extends MailLedgerContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Suppressed extends SuppressionsContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Browsers extends SessionsContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Handoffs extends HandoffLedgerContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Regroupings extends RegroupingContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Persons extends PersonalItemsContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Refusals extends QuarantineContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Identification extends IdentificationContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Queues extends MessageQueueContract {
    @Override
    Line line() {
      return new SqsLine(sqs());
    }
  }

  @Nested
  class Sending extends MailerContract {
    @Override
    Post post() {
      return newPost();
    }
  }

  @Nested
  class Shared extends SecretsContract {
    @Override
    DeployedSecrets deployed(Map<String, Map<String, Object>> secrets) {
      return AwsPortsContract.this.secrets(secrets);
    }
  }

  @Nested
  class Deeds extends AuditContract {
    @Override
    Ports ports() {
      return Ports.onDynamoDb(dynamoDb());
    }
  }

  @Nested
  class Backlog extends WorkQueuesContract {
    @Override
    WorkQueues queues(int waiting, int deadLetters) {
      var urls = new SqsWorkQueues.Urls(queue(waiting), queue(deadLetters));
      return new SqsWorkQueues(sqs(), new TreeMap<>(Map.of("mails", urls)));
    }

    private String queue(int messages) {
      var url = sqs().createQueue(q -> q.queueName("q" + Ids.random())).queueUrl();
      for (int i = 0; i < messages; i++) {
        var body = "{\"message\":" + i + "}";
        sqs().sendMessage(send -> send.queueUrl(url).messageBody(body));
      }
      return url;
    }
  }
}
