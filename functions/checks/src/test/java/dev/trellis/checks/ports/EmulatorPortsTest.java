package dev.trellis.checks.ports;

import org.junit.jupiter.api.Nested;

/** Every contract on Amazon's DynamoDB Local and on ElasticMQ. */
class EmulatorPortsTest {

  private static Ports emulated() {
    return Ports.onDynamoDb(Emulators.dynamoDb());
  }

  @Nested
  class Leads extends LeadStoreContract {
    @Override
    Ports ports() {
      return emulated();
    }
  }

  @Nested
  class Accounts extends AccountStoreContract {
    @Override
    Ports ports() {
      return emulated();
    }
  }

  @Nested
  class Placements extends PlacementStoreContract {
    @Override
    Ports ports() {
      return emulated();
    }
  }

  @Nested
  class Register extends LeadRegisterContract {
    @Override
    Ports ports() {
      return emulated();
    }
  }

  @Nested
  class Files extends LeadFilesContract {
    @Override
    Ports ports() {
      return emulated();
    }
  }

  @Nested
  class Enrollments extends EnrollmentStoreContract {
    @Override
    Ports ports() {
      return emulated();
    }
  }

  @Nested
  class WakeUps extends TimersContract {
    @Override
    Ports ports() {
      return emulated();
    }
  }

  @Nested
  class LooksAtAll extends SweepsContract {
    @Override
    Ports ports() {
      return emulated();
    }
  }

  @Nested
  class Waiting extends WaitingMailsContract {
    @Override
    Ports ports() {
      return emulated();
    }
  }

  @Nested
  class Mails extends MailLedgerContract {
    @Override
    Ports ports() {
      return emulated();
    }
  }

  @Nested
  class Suppressed extends SuppressionsContract {
    @Override
    Ports ports() {
      return emulated();
    }
  }

  @Nested
  class Browsers extends SessionsContract {
    @Override
    Ports ports() {
      return emulated();
    }
  }

  @Nested
  class Handoffs extends HandoffLedgerContract {
    @Override
    Ports ports() {
      return emulated();
    }
  }

  @Nested
  class Regroupings extends RegroupingContract {
    @Override
    Ports ports() {
      return emulated();
    }
  }

  @Nested
  class Persons extends PersonalItemsContract {
    @Override
    Ports ports() {
      return emulated();
    }
  }

  @Nested
  class Refusals extends QuarantineContract {
    @Override
    Ports ports() {
      return emulated();
    }
  }

  @Nested
  class Identification extends IdentificationContract {
    @Override
    Ports ports() {
      return emulated();
    }
  }

  @Nested
  class Queues extends MessageQueueContract {
    @Override
    Line line() {
      return new SqsLine(Emulators.sqs());
    }
  }
}
