package dev.trellis.capture;

import dev.trellis.capture.form.Characters;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.ChannelFollowed;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Limits;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Normalizer;
import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.TellableFields;
import dev.trellis.core.profile.Field;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads a lead event that another channel tells, and believes only what such a channel may say. */
final class OutsideEvent {

  private static final int LONGEST = 500;

  private final Playbook playbook;
  private final Normalizer normalizer;
  private final InstantSource clock;

  OutsideEvent(Playbook playbook, Normalizer normalizer, InstantSource clock) {
    this.playbook = playbook;
    this.normalizer = normalizer;
    this.clock = clock;
  }

  /**
   * @throws MessageFormatException saying what is wrong, without quoting anything personal
   */
  LeadEvent read(Object tree) {
    if (!(tree instanceof Map<?, ?>)) {
      throw new MessageFormatException("an event is a JSON object");
    }
    checkTexts(tree);
    var event = LeadEvent.fromJson(Json.compose(tree));
    checkLimits(event);
    checkHappening(event);
    checkFields(event);
    return new LeadEvent(
            event.version(),
            event.id(),
            event.occurredAt(),
            event.channel(),
            event.lead(),
            normalized(event.identities()),
            event.sharedDevice(),
            event.origin().from(null),
            event.happening())
        .naming(told(event));
  }

  private void checkLimits(LeadEvent event) {
    Limits.refusal(event, clock.instant())
        .ifPresent(why -> {
          throw new MessageFormatException(why);
        });
  }

  private void checkHappening(LeadEvent event) {
    switch (event.happening()) {
      case PageVisited visit -> need(visit.page(), "page");
      case ContentRead read -> {
        if (read.content() == null || playbook.content(read.content()).isEmpty()) {
          throw new MessageFormatException("content is not one of the playbook");
        }
      }
      case EventAttended visit -> need(visit.event(), "event");
      case ChannelFollowed follow -> need(follow.account(), "account");
      case CallRecorded call -> need(call.outcome(), "outcome");
      case RecordImported row -> need(row.batch(), "batch");
      case CodeScanned _ -> need(event.origin().code(), "origin.code");
      default -> throw new MessageFormatException(event.kind() + " is not told from outside");
    }
  }

  // What sales decided and what became of our own mails and journeys is told by others.
  private void checkFields(LeadEvent event) {
    var tellable = new TellableFields(playbook);
    var values =
        switch (event.happening()) {
          case CallRecorded call -> call.answers();
          case RecordImported row -> row.values();
          default -> null;
        };
    if (values != null && !values.keySet().stream().allMatch(tellable::contains)) {
      throw new MessageFormatException("a value is not told from outside");
    }
  }

  private static void need(String value, String member) {
    if (value == null || value.isBlank()) {
      throw new MessageFormatException(member + " is missing");
    }
  }

  // A row names its person by what stands in it, not only by what its sender calls a name: whoever
  // was forgotten is not told again under a new id.
  private Collection<Identity> told(LeadEvent event) {
    return switch (event.happening()) {
      case RecordImported row when row.values() != null ->
          normalizer.told(row.values().get(Field.EMAIL), row.values().get(Field.MOBILE));
      case ChannelFollowed follow -> Visitor.ofScene(follow.scene()).stream().toList();
      default -> List.of();
    };
  }

  private SortedSet<Identity> normalized(SortedSet<Identity> identities) {
    var out = new TreeSet<Identity>();
    for (var identity : identities) {
      out.add(
          switch (identity.type()) {
            case EMAIL ->
                normalizer
                    .email(identity.value())
                    .orElseThrow(
                        () -> new MessageFormatException("an email identity is no address"));
            case PHONE ->
                normalizer
                    .phone(identity.value())
                    .orElseThrow(() -> new MessageFormatException("a phone identity is no number"));
            default -> identity;
          });
    }
    return out;
  }

  private static void checkTexts(Object tree) {
    switch (tree) {
      case Map<?, ?> map -> {
        checkAll(map.keySet());
        checkAll(map.values());
      }
      case List<?> list -> checkAll(list);
      case String text -> {
        if (text.length() > LONGEST || !Characters.arePlain(text)) {
          throw new MessageFormatException("a text is too long or holds control characters");
        }
      }
      case null, default -> {}
    }
  }

  private static void checkAll(Collection<?> trees) {
    trees.forEach(OutsideEvent::checkTexts);
  }
}
