package dev.trellis.checks.ports;

import dev.trellis.aws.dynamodb.DynamoDbAccountStore;
import dev.trellis.aws.dynamodb.DynamoDbAudit;
import dev.trellis.aws.dynamodb.DynamoDbCards;
import dev.trellis.aws.dynamodb.DynamoDbEnrollmentStore;
import dev.trellis.aws.dynamodb.DynamoDbFlows;
import dev.trellis.aws.dynamodb.DynamoDbGroups;
import dev.trellis.aws.dynamodb.DynamoDbHandoffLedger;
import dev.trellis.aws.dynamodb.DynamoDbLeadFiles;
import dev.trellis.aws.dynamodb.DynamoDbLeadRegister;
import dev.trellis.aws.dynamodb.DynamoDbLeadStore;
import dev.trellis.aws.dynamodb.DynamoDbLetterRuns;
import dev.trellis.aws.dynamodb.DynamoDbMailLedger;
import dev.trellis.aws.dynamodb.DynamoDbMembers;
import dev.trellis.aws.dynamodb.DynamoDbPersonalItems;
import dev.trellis.aws.dynamodb.DynamoDbPlacementStore;
import dev.trellis.aws.dynamodb.DynamoDbQuarantine;
import dev.trellis.aws.dynamodb.DynamoDbRegrouping;
import dev.trellis.aws.dynamodb.DynamoDbSessions;
import dev.trellis.aws.dynamodb.DynamoDbSteering;
import dev.trellis.aws.dynamodb.DynamoDbSuppressions;
import dev.trellis.aws.dynamodb.DynamoDbSweeps;
import dev.trellis.aws.dynamodb.DynamoDbTimers;
import dev.trellis.aws.dynamodb.DynamoDbWaitingMails;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.port.Audit;
import dev.trellis.core.port.Cards;
import dev.trellis.core.port.EnrollmentStore;
import dev.trellis.core.port.Flows;
import dev.trellis.core.port.Groups;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.JourneyPauses;
import dev.trellis.core.port.LeadFiles;
import dev.trellis.core.port.LeadRegister;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LetterRuns;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.Members;
import dev.trellis.core.port.PersonalItems;
import dev.trellis.core.port.PlacementStore;
import dev.trellis.core.port.Quarantine;
import dev.trellis.core.port.Sessions;
import dev.trellis.core.port.Suppressions;
import dev.trellis.core.port.Timers;
import dev.trellis.core.port.WaitingMails;
import dev.trellis.core.port.sweep.Regrouping;
import dev.trellis.core.port.sweep.Rollouts;
import dev.trellis.core.port.sweep.Sweeps;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.memory.InMemoryAccountStore;
import dev.trellis.memory.InMemoryAudit;
import dev.trellis.memory.InMemoryCards;
import dev.trellis.memory.InMemoryEnrollmentStore;
import dev.trellis.memory.InMemoryFlows;
import dev.trellis.memory.InMemoryGroups;
import dev.trellis.memory.InMemoryHandoffLedger;
import dev.trellis.memory.InMemoryJourneyPauses;
import dev.trellis.memory.InMemoryLeadFiles;
import dev.trellis.memory.InMemoryLeadRegister;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryLetterRuns;
import dev.trellis.memory.InMemoryMailLedger;
import dev.trellis.memory.InMemoryMembers;
import dev.trellis.memory.InMemoryPersonalItems;
import dev.trellis.memory.InMemoryPlacementStore;
import dev.trellis.memory.InMemoryQuarantine;
import dev.trellis.memory.InMemoryRegrouping;
import dev.trellis.memory.InMemoryRollouts;
import dev.trellis.memory.InMemorySessions;
import dev.trellis.memory.InMemorySuppressions;
import dev.trellis.memory.InMemorySweeps;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.memory.InMemoryTimers;
import dev.trellis.memory.InMemoryWaitingMails;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The stores of one installation, over the same state. */
record Ports(
    LeadStore leads,
    LeadRegister register,
    LeadFiles files,
    AccountStore accounts,
    PlacementStore placements,
    Cards cards,
    Members members,
    Groups groups,
    EnrollmentStore enrollments,
    Flows flows,
    Timers timers,
    Sweeps sweeps,
    Rollouts rollouts,
    JourneyPauses pauses,
    LetterRuns letters,
    WaitingMails waiting,
    MailLedger mails,
    Suppressions suppressions,
    Sessions sessions,
    HandoffLedger handoffs,
    Regrouping regrouping,
    PersonalItems items,
    Quarantine quarantine,
    Audit audit) {

  /** Stands still when everything in the samples has just happened. */
  static final InstantSource CLOCK = InstantSource.fixed(Sample.NOON);

  private static final IdentityKeys KEYS =
      new IdentityKeys(KeyRing.of("a secret of thirty-two characters"));

  static Ports inMemory() {
    var tables = new InMemoryTables();
    return new Ports(
        new InMemoryLeadStore(tables),
        new InMemoryLeadRegister(tables),
        new InMemoryLeadFiles(tables),
        new InMemoryAccountStore(tables),
        new InMemoryPlacementStore(tables),
        new InMemoryCards(tables),
        new InMemoryMembers(tables),
        new InMemoryGroups(tables),
        new InMemoryEnrollmentStore(tables),
        new InMemoryFlows(tables),
        new InMemoryTimers(tables),
        new InMemorySweeps(tables),
        new InMemoryRollouts(tables),
        new InMemoryJourneyPauses(tables),
        new InMemoryLetterRuns(tables),
        new InMemoryWaitingMails(tables),
        new InMemoryMailLedger(tables),
        new InMemorySuppressions(tables),
        new InMemorySessions(),
        new InMemoryHandoffLedger(tables),
        new InMemoryRegrouping(tables),
        new InMemoryPersonalItems(tables),
        new InMemoryQuarantine(tables, CLOCK),
        new InMemoryAudit());
  }

  /** Needs {@link TestTables}. */
  static Ports onDynamoDb(DynamoDbClient client) {
    return new Ports(
        new DynamoDbLeadStore(client, TestTables.LEADS, TestTables.IDENTITIES, KEYS),
        new DynamoDbLeadRegister(client, TestTables.LEADS),
        new DynamoDbLeadFiles(client, TestTables.LEADS),
        new DynamoDbAccountStore(client, TestTables.ACCOUNTS),
        new DynamoDbPlacementStore(client, TestTables.LEADS),
        new DynamoDbCards(client, TestTables.LEADS),
        new DynamoDbMembers(client, TestTables.LEADS),
        new DynamoDbGroups(client, TestTables.GROUPS),
        new DynamoDbEnrollmentStore(client, TestTables.LEADS),
        new DynamoDbFlows(client, TestTables.LEADS),
        new DynamoDbTimers(client, TestTables.TIMERS),
        new DynamoDbSweeps(client, TestTables.LEADS, TestTables.TIMERS),
        new DynamoDbSteering(client, TestTables.TIMERS),
        new DynamoDbSteering(client, TestTables.TIMERS),
        new DynamoDbLetterRuns(client, TestTables.TIMERS),
        new DynamoDbWaitingMails(client, TestTables.TIMERS),
        new DynamoDbMailLedger(client, TestTables.LEADS, TestTables.SUPPRESSIONS),
        new DynamoDbSuppressions(client, TestTables.SUPPRESSIONS),
        new DynamoDbSessions(client, TestTables.SESSIONS),
        new DynamoDbHandoffLedger(client, TestTables.LEADS),
        new DynamoDbRegrouping(client, TestTables.LEADS, TestTables.IDENTITIES, KEYS),
        new DynamoDbPersonalItems(client, TestTables.LEADS, TestTables.IDENTITIES, KEYS),
        new DynamoDbQuarantine(client, TestTables.QUARANTINE, TestTables.LEADS, CLOCK),
        new DynamoDbAudit(client, TestTables.AUDIT));
  }
}
