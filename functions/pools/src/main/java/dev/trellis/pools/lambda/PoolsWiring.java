package dev.trellis.pools.lambda;

import dev.trellis.aws.Environment;
import dev.trellis.aws.dynamodb.DynamoDbClients;
import dev.trellis.aws.dynamodb.DynamoDbEnrollmentStore;
import dev.trellis.aws.dynamodb.DynamoDbGroups;
import dev.trellis.aws.dynamodb.DynamoDbPlacementStore;
import dev.trellis.aws.dynamodb.DynamoDbSteering;
import dev.trellis.aws.dynamodb.DynamoDbSweeps;
import dev.trellis.aws.dynamodb.DynamoDbTimers;
import dev.trellis.aws.sqs.SqsBacklog;
import dev.trellis.aws.sqs.SqsClients;
import dev.trellis.aws.sqs.SqsQueue;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.LiveGroups;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.Tick;
import dev.trellis.pools.PlaceLead;
import dev.trellis.pools.ReachEverybody;
import dev.trellis.pools.ReviewLater;

/** Builds what the handlers of this room need; each asks for its own variables only. */
record PoolsWiring(PlaceLead place, MessageQueue<JourneySignal> journeys) {

  static PoolsWiring fromEnvironment() {
    var environment = Environment.current();
    var leadsTable = environment.need("LEADS_TABLE");
    var timersTable = environment.need("TIMERS_TABLE");
    var journeySignals = environment.need("JOURNEY_SIGNALS_QUEUE");
    var leadEvents = environment.need("LEAD_EVENTS_QUEUE");
    var groupsTable = environment.need("GROUPS_TABLE");
    var playbook = environment.policy();
    var clock = environment.clock();
    var dynamoDb = DynamoDbClients.create(environment);
    var sqs = SqsClients.create(environment);
    var groups = new LiveGroups(new DynamoDbGroups(dynamoDb, groupsTable), clock);
    return new PoolsWiring(
        new PlaceLead(
            new DynamoDbPlacementStore(dynamoDb, leadsTable),
            new DynamoDbTimers(dynamoDb, timersTable),
            new SqsQueue<>(sqs, leadEvents),
            playbook,
            () -> groups.with(playbook),
            clock),
        new SqsQueue<>(sqs, journeySignals));
  }

  /** What comes every minute. */
  record Ticks(Tick<ProfileUpdated> tick, ReachEverybody everybody) {}

  static Ticks ticksFromEnvironment() {
    var environment = Environment.current();
    var leadsTable = environment.need("LEADS_TABLE");
    var timersTable = environment.need("TIMERS_TABLE");
    var profileUpdates = environment.need("PROFILE_UPDATES_QUEUE");
    var groupsTable = environment.need("GROUPS_TABLE");
    var policy = environment.policyName() + "." + ReviewLater.SHOWN;
    var clock = environment.clock();
    var dynamoDb = DynamoDbClients.create(environment);
    var playbook = environment.policy();
    var groups = new LiveGroups(new DynamoDbGroups(dynamoDb, groupsTable), clock);
    var sqs = SqsClients.create(environment);
    var queue = new SqsQueue<ProfileUpdated>(sqs, profileUpdates);
    return new Ticks(
        ReviewLater.tick(new DynamoDbTimers(dynamoDb, timersTable), queue, clock),
        new ReachEverybody(
            () -> groups.settled().isEmpty() ? policy : policy + "." + groups.settled(),
            playbook,
            () -> groups.with(playbook),
            new DynamoDbSteering(dynamoDb, timersTable),
            new DynamoDbSweeps(dynamoDb, leadsTable, timersTable),
            new DynamoDbEnrollmentStore(dynamoDb, leadsTable),
            new SqsBacklog(sqs, profileUpdates),
            queue,
            clock));
  }
}
