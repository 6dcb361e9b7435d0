package dev.trellis.capture;

import module java.base;

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
import dev.trellis.core.identity.Proof;
import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.ToldValues;
import dev.trellis.core.playbook.ToldValues.Accepted;
import dev.trellis.core.playbook.ToldValues.Refused;
import dev.trellis.core.text.Characters;

/** Reads a lead event that another channel tells, and believes only what such a channel may say. */
final class OutsideEvent {

  private static final int LONGEST = 500;

  private final Playbook playbook;
  private final Normalizer normalizer;
  private final ToldValues values;
  private final InstantSource clock;

  OutsideEvent(Playbook playbook, Normalizer normalizer, InstantSource clock) {
    this.playbook = playbook;
    this.normalizer = normalizer;
    this.values = new ToldValues(playbook);
    this.clock = clock;
  }

  /**
   * Reads one event.
   *
   * @param key of its teller
   * @param vouched what its teller is believed about who somebody is
   * @throws MessageFormatException saying what is wrong, without quoting anything personal
   */
  LeadEvent read(Object tree, String key, Set<String> vouched) {
    if (!(tree instanceof Map<?, ?>)) {
      throw new MessageFormatException("an event is a JSON object");
    }
    checkTexts("", tree);
    var event = LeadEvent.fromJson(Json.compose(tree));
    checkHappening(event);
    var checked = inNormalForm(event);
    checkLimits(checked);
    for (var word : vouched) {
      checked = checked.proving(word, Proof.VOUCHED);
    }
    return checked.happening() instanceof CallRecorded ? checked.toldBy(key) : checked;
  }

  private LeadEvent inNormalForm(LeadEvent event) {
    var told =
        new LeadEvent(
            event.version(),
            event.id(),
            event.occurredAt(),
            event.channel(),
            event.lead(),
            normalized(event.identities()),
            event.sharedDevice(),
            event.origin().from(null),
            event.happening());
    return switch (event.happening()) {
      // A call or a row names its person by what stands in it, not only by what its sender calls a
      // name: whoever was forgotten is not told again under a new id.
      case CallRecorded call when call.answers() != null -> {
        var values = checked("answers", call.answers());
        yield told.naming(values.names())
            .telling(new CallRecorded(call.actor(), call.outcome(), values.values()));
      }
      case RecordImported row when row.values() != null -> {
        var values = checked("values", row.values());
        yield told.naming(values.names())
            .telling(new RecordImported(row.batch(), row.line(), values.values()));
      }
      // Only a link of ours shows a mailbox.
      case ContentRead read ->
          told.telling(
              new ContentRead(
                  read.content(), read.version(), read.seconds(), read.sendId(), read.mailedAt()));
      case ChannelFollowed follow -> told.naming(Visitor.ofScene(follow.scene()).stream().toList());
      default -> told;
    };
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
  private Accepted checked(String member, Map<String, String> told) {
    return switch (values.check(told)) {
      case Accepted accepted -> accepted;
      case Refused(var faults) ->
          throw new MessageFormatException(
              faults.entrySet().stream()
                  .map(f -> member + "." + f.getKey() + " " + f.getValue().sentence())
                  .collect(Collectors.joining("; ")));
    };
  }

  private static void need(String value, String member) {
    if (value == null || value.isBlank()) {
      throw new MessageFormatException(member + " is missing");
    }
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

  private static void checkTexts(String path, Object tree) {
    switch (tree) {
      // Told of the person, so that a form's rule holds; see checked.
      case Map<?, ?> _
          when path.equals("happening.answers") || path.equals("happening.values") -> {}
      case Map<?, ?> map ->
          map.forEach((key, value) -> {
            checkTexts(path + " has a name that", key);
            checkTexts(path.isEmpty() ? "" + key : path + "." + key, value);
          });
      case List<?> list -> list.forEach(one -> checkTexts(path, one));
      case String text
          when text.length() > LONGEST
              || !Characters.arePlain(text)
              || path.equals("identities") && Characters.haveMarks(text) ->
          throw new MessageFormatException(path + " is too long or holds control characters");
      case null, default -> {}
    }
  }
}
