package dev.trellis.checks.ports;

import dev.trellis.core.json.Json;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.WorkQueues;
import dev.trellis.memory.InMemoryQueue;
import dev.trellis.memory.InMemoryWorkQueues;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Every contract on memory. */
class InMemoryPortsTest {

  @Nested
  class Leads extends LeadStoreContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Accounts extends AccountStoreContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Placements extends PlacementStoreContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Register extends LeadRegisterContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Lists extends CardsContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class InGroups extends MembersContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class BuiltGroups extends GroupsContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Files extends LeadFilesContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class JourneyFlows extends FlowsContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Enrollments extends EnrollmentStoreContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class WakeUps extends TimersContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class LooksAtAll extends SweepsContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Reaches extends RolloutsContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Letters extends LetterRunsContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Pauses extends JourneyPausesContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Waiting extends WaitingMailsContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Mails extends MailLedgerContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Suppressed extends SuppressionsContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Browsers extends SessionsContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Handoffs extends HandoffLedgerContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Regroupings extends RegroupingContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Persons extends PersonalItemsContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Refusals extends QuarantineContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Identification extends IdentificationContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Queues extends MessageQueueContract {
    @Override
    Line line() {
      var queue = new InMemoryQueue<ProfileUpdated>();
      return new Line() {
        @Override
        public MessageQueue<ProfileUpdated> in() {
          return queue;
        }

        @Override
        public List<String> receive(int count) {
          return queue.take().stream().map(Json::write).toList();
        }
      };
    }
  }

  @Nested
  class Deeds extends AuditContract {
    @Override
    Ports ports() {
      return Ports.inMemory();
    }
  }

  @Nested
  class Backlog extends WorkQueuesContract {
    @Override
    WorkQueues queues(int waiting, int deadLetters) {
      return new InMemoryWorkQueues(List.of(new WorkQueues.Line("mails", waiting, 0, deadLetters)));
    }
  }
}
