package dev.trellis.checks.events;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.json.Json;
import dev.trellis.core.message.ErasureDue;
import dev.trellis.core.message.HandoffDue;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.message.MailOrder;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.message.SampleMail;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The form of every message, as a file. A change of a file is a change of what queues and tables
 * already hold: old messages must still be read.
 */
class GoldenMessagesTest {

  /** What each file below {@code events/messages/} is read as. */
  static Map<String, Class<? extends Record>> types() {
    var types = new TreeMap<String, Class<? extends Record>>();
    for (var kind : Happening.class.getPermittedSubclasses()) {
      types.put(kind.getSimpleName(), LeadEvent.class);
    }
    for (var message :
        Set.of(
            ProfileUpdated.class,
            JourneySignal.class,
            MailDue.class,
            HandoffDue.class,
            ErasureDue.class,
            MailOrder.class,
            SampleMail.class)) {
      types.put(message.getSimpleName(), message);
    }
    return types;
  }

  static Set<String> kinds() {
    return types().keySet();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isReadAndWrittenByteForByte(String kind) throws IOException {
    var golden = golden(kind);

    assertThat(Json.write(Json.read(types().get(kind), golden))).isEqualTo(golden);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void spellsOutEveryMember(String kind) throws IOException {
    var message = Json.read(types().get(kind), golden(kind));
    var spoken = message instanceof LeadEvent event ? (Record) event.happening() : message;

    assertThat(spoken.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(((Map<?, ?>) Json.tree(spoken)).keySet().stream().map(Object::toString))
        .containsAll(
            Arrays.stream(spoken.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
  }

  private static String golden(String kind) throws IOException {
    var text = Files.readString(SampleEvent.FOLDER.resolve("messages/" + kind + ".json"));
    assertThat(text).endsWith("}\n");
    return text.strip();
  }
}
