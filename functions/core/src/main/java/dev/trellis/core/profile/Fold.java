package dev.trellis.core.profile;

import static dev.trellis.core.profile.Authority.UNOFFERED;
import static dev.trellis.core.profile.Behaviour.CALL;
import static dev.trellis.core.profile.Behaviour.DOWNLOAD;
import static dev.trellis.core.profile.Behaviour.FOLLOW;
import static dev.trellis.core.profile.Behaviour.READ;
import static dev.trellis.core.profile.Behaviour.SCAN;
import static dev.trellis.core.profile.Behaviour.SUBMIT;
import static dev.trellis.core.profile.Behaviour.VISIT;

import module java.base;

import dev.trellis.core.condition.Days;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.ChannelFollowed;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.ConsentConfirmed;
import dev.trellis.core.event.Happening.ContentDownloaded;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.Corrected;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.Happening.DataAsked;
import dev.trellis.core.event.Happening.Demoted;
import dev.trellis.core.event.Happening.ErasureRequested;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.Joined;
import dev.trellis.core.event.Happening.JourneyEnded;
import dev.trellis.core.event.Happening.KeptApart;
import dev.trellis.core.event.Happening.MachineVisited;
import dev.trellis.core.event.Happening.MailBounced;
import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.Happening.MailComplained;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.Happening.MailSent;
import dev.trellis.core.event.Happening.NameClaimed;
import dev.trellis.core.event.Happening.NoteWritten;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.Happening.PreferencesChosen;
import dev.trellis.core.event.Happening.PutIntoJourney;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.Happening.RetentionEnded;
import dev.trellis.core.event.Happening.Separated;
import dev.trellis.core.event.Happening.TakenOutOfJourney;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.Happening.VisitorExpired;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.identity.Strength;
import dev.trellis.core.profile.Wishes.Word;
import org.jspecify.annotations.Nullable;

/** The profile of one event alone: what each kind of happening leaves behind. */
final class Fold {

  private final LeadEvent event;
  private final Days days;
  private final TreeMap<String, SortedMap<Authority, Fact>> facts = new TreeMap<>();
  private final TreeMap<String, Wishes> wishes = new TreeMap<>();
  private final TreeMap<String, Reads> reads = new TreeMap<>();
  private final TreeMap<String, Instant> sent = new TreeMap<>();
  private final TreeMap<String, Instant> delivered = new TreeMap<>();
  private final TreeMap<String, Reads> attended = new TreeMap<>();
  private final TreeSet<Visit> doubts = new TreeSet<>();
  private final TreeMap<LocalDate, SortedMap<Behaviour, Tally>> activity = new TreeMap<>();
  private final TreeSet<String> products = new TreeSet<>();

  private Fold(LeadEvent event, Days days) {
    this.event = event;
    this.days = days;
  }

  static Profile profileOf(LeadEvent event, Days days) {
    return new Fold(event, days).profile();
  }

  /**
   * What visits leave behind that were in doubt and are known to be people's.
   *
   * @param names of the person, of which a reader may have shown one
   */
  static Profile profileOf(List<Visit> people, SortedSet<Identity> names, Days days) {
    var proofs = new TreeMap<Identity, Proof>();
    var reads = new TreeMap<String, Reads>();
    var activity = new TreeMap<LocalDate, SortedMap<Behaviour, Tally>>();
    var first = Profile.EMPTY.first();
    var last = Profile.EMPTY.last();
    for (var visit : people) {
      names.stream().filter(visit::shows).forEach(name -> proofs.put(name, Proof.HELD));
      did(activity, days.of(visit.at()), visit.did(), atOneGo(visit.seconds()));
      if (visit.did() == READ) {
        var read = Reads.once(visit.version(), visit.at(), atOneGo(visit.seconds()));
        reads.merge(visit.content(), read, Reads::plus);
      }
      var kind =
          switch (visit.did()) {
            case READ -> ContentRead.class;
            case DOWNLOAD -> ContentDownloaded.class;
            default -> PageVisited.class;
          };
      var touch =
          Optional.of(new Touch(visit.at(), "", Channel.MAIL, kind.getSimpleName(), Origin.NONE));
      first = Touch.earlier(first, touch);
      last = Touch.later(last, touch);
    }
    var none = Profile.EMPTY;
    return new Profile(
        none.identities(),
        proofs,
        none.claims(),
        none.facts(),
        none.wishes(),
        reads,
        none.sent(),
        none.delivered(),
        none.attended(),
        none.doubts(),
        days,
        activity,
        none.products(),
        first,
        last,
        0);
  }

  private Profile profile() {
    tell();
    wishes.values().removeIf(Wishes.NONE::equals);
    var touch =
        activity.isEmpty() && attended.isEmpty()
            ? Optional.<Touch>empty()
            : Optional.of(
                new Touch(
                    event.occurredAt(), event.id(), event.channel(), event.kind(), event.origin()));
    return new Profile(
        identities(),
        proofs(),
        claims(),
        facts,
        wishes,
        reads,
        sent,
        delivered,
        attended,
        doubts,
        days,
        activity,
        products,
        touch,
        touch,
        1);
  }

  private TreeSet<Identity> identities() {
    var names = new TreeSet<>(event.standing().denied());
    names.addAll(event.identities());
    return names;
  }

  private SortedMap<Identity, Proof> proofs() {
    var proofs = new TreeMap<Identity, Proof>();
    event.standing().denied().forEach(name -> proofs.put(name, Proof.DENIED));
    for (var name : event.identities()) {
      var proof = event.proof(name.type());
      // A visit in doubt keeps by itself what it shows if it was a person's.
      var isInDoubt =
          proof == Proof.HELD && name.type() == IdentityType.EMAIL && Visit.isInDoubt(event);
      if (proof != Proof.TYPED && !isInDoubt) {
        proofs.put(name, proof);
      }
    }
    return proofs;
  }

  private TreeSet<Claim> claims() {
    var claims = new TreeSet<Claim>();
    event
        .standing()
        .claims()
        .forEach((name, other) -> {
          // Another's browser is told with the event, and says nothing of who is who.
          if (Strength.isStrong(name)) {
            claims.add(new Claim(event.occurredAt(), event.id(), name, other));
          }
        });
    if (event.happening() instanceof NameClaimed claim) {
      claims.add(new Claim(event.occurredAt(), event.id(), claim.name(), claim.by()));
    }
    return claims;
  }

  private void tell() {
    switch (event.happening()) {
      case CodeScanned _ -> did(SCAN, 0);
      case FormSubmitted form -> submitted(form);
      case ConsentConfirmed given -> {
        confirmed(given.address());
        if (given.again()) {
          told(Authority.FORM, Field.SUBSCRIPTION, "yes");
        }
      }
      case PageVisited visit -> {
        if (!isInDoubt()) {
          did(VISIT, atOneGo(visit.seconds()));
        }
        told(Authority.INFERRED, Field.KEYWORD, visit.keyword());
      }
      case ContentRead read -> {
        if (!isInDoubt()) {
          var seconds = atOneGo(read.seconds());
          did(READ, seconds);
          reads.put(read.content(), Reads.once(read.version(), event.occurredAt(), seconds));
        }
      }
      case ContentDownloaded _ -> {
        if (!isInDoubt()) {
          did(DOWNLOAD, 0);
        }
      }
      case MailSent mail -> {
        if (mail.content() != null) {
          sent.put(mail.content(), event.occurredAt());
        }
      }
      case MailDelivered mail -> delivered.put(Visit.mail(mail.sendId()), event.occurredAt());
      case MailBounced bounce -> {
        if (bounce.permanent()) {
          told(Authority.INFERRED, mailbox(bounce.address()), "permanent");
        } else if (bounce.address() != null) {
          told(Authority.INFERRED, Field.softBounces(bounce.address()), "soft");
        }
      }
      case MailComplained complaint ->
          told(Authority.INFERRED, mailbox(complaint.address()), Consent.COMPLAINT);
      // Machines follow links as well: only the read that follows a human visit moves anything.
      case MailClicked _, CtaFollowed _ -> isInDoubt();
      case Unsubscribed wish ->
          told(
              Authority.FORM,
              wish.topic() == null ? Field.SUBSCRIPTION : Field.SUBSCRIPTION + "." + wish.topic(),
              "no");
      case PreferencesChosen choice when choice.again() -> {
        // Through a link that was mailed to them: nobody else can have said it.
        told(Authority.FORM, Field.SUBSCRIPTION, "yes");
        told(Authority.FORM, Field.CONSENT, "yes");
        wishes.merge(Field.CONSENT, Wishes.ofOwn(event.occurredAt()), Wishes::join);
      }
      case PreferencesChosen choice -> {
        choice
            .topics()
            .forEach(
                (topic, wanted) -> told(Authority.FORM, Field.SUBSCRIPTION + "." + topic, wanted));
        told(Authority.FORM, Field.PACE, choice.pace() == null ? "any" : choice.pace());
      }
      // Whoever has the link shows that the mailbox is theirs, as good as a form.
      case Corrected words -> {
        told(Authority.FORM, words.values());
        typed(Authority.FORM, words.values());
      }
      case DataAsked asked -> told(Authority.FORM, Field.asked(asked.what()), "yes");
      // Whoever comes back, reloads or sees it again was there once, for as long as all of it took.
      case EventAttended visit ->
          attended.put(visit.event(), Reads.once(0, event.occurredAt(), visit.seconds()));
      case ChannelFollowed _ -> did(FOLLOW, 0);
      case CallRecorded call -> called(call);
      case CrmChanged change -> changed(change);
      case RecordImported row -> told(Authority.IMPORT, row.values());
      case JourneyEnded end ->
          told(Authority.INFERRED, Field.JOURNEY + end.journey(), end.outcome());
      case Demoted demotion -> told(Authority.INFERRED, Field.DEMOTED, demotion.pool());
      case PutIntoJourney put ->
          told(Authority.INFERRED, Field.STEERED + put.journey(), Field.PUT_IN);
      case TakenOutOfJourney taken ->
          told(Authority.INFERRED, Field.STEERED + taken.journey(), Field.TAKEN_OUT);
      case Overridden change -> told(Authority.SALES, change.values());
      // What machines do and people note moves nothing; who is one person is not told by profiles.
      case MachineVisited _,
          NoteWritten _,
          NameClaimed _,
          Joined _,
          KeptApart _,
          Separated _,
          ErasureRequested _,
          RetentionEnded _,
          VisitorExpired _ -> {}
    }
  }

  private static String mailbox(@Nullable String address) {
    return address == null ? Field.MAILBOX : Field.mailbox(address);
  }

  // Whether it was a person is not for one event alone to say: it is kept for others to tell.
  private boolean isInDoubt() {
    return Visit.inDoubt(event).map(doubts::add).isPresent();
  }

  // What a partner says of a call is worth what a row of theirs is, and none of our calls.
  private void called(CallRecorded call) {
    // Somebody outside spoke with the person: what they tell counts as a row of theirs would.
    var isOurs = event.standing().teller() == null;
    if (isOurs) {
      did(CALL, 0);
      told(Authority.SALES, Field.CALL_OUTCOME, call.outcome());
      told(
          Authority.SALES,
          Field.CALLBACK,
          call.callback() == null ? null : call.callback().toString());
    }
    told(isOurs ? Authority.SALES : Authority.IMPORT, call.answers());
  }

  private void submitted(FormSubmitted form) {
    did(SUBMIT, 0);
    // Whoever typed the address may not be who reads there: what they say overrules nothing.
    var by = form.toConfirm() ? Authority.INFERRED : Authority.FORM;
    var agreed = form.consent() ? "yes" : "no";
    told(by, Field.CONSENT, form.toConfirm() ? Field.PENDING : agreed);
    form.answers()
        .forEach((field, value) -> {
          if (!Field.isWish(field)) {
            told(by, field, value);
          }
        });
    typed(by, form.answers());
    told(by, Field.LOCALE, form.locale());
    told(Authority.INFERRED, Field.SUBMITTED + form.form(), event.id());
  }

  // Which of several addresses the person meant later, the last word on the field does not tell.
  private void typed(Authority by, Map<String, String> values) {
    var address = values.get(Field.EMAIL);
    if (address != null && !event.standing().fields().contains(Field.EMAIL)) {
      told(by, Field.typed(address), "-");
    }
  }

  private void confirmed(String address) {
    for (var by : List.of(Authority.INFERRED, Authority.FORM)) {
      told(by, Field.CONSENT, "yes");
      told(by, Field.EMAIL, address);
    }
  }

  private void changed(CrmChanged change) {
    if (change.status().equals("stage")) {
      told(Authority.SALES, Field.CRM_STAGE, change.stage());
    } else {
      // That the record arrived is no word of sales: whatever the clocks say, a verdict overrules
      // it.
      var by = change.status().equals("received") ? Authority.INFERRED : Authority.SALES;
      told(by, Field.CRM_STATUS, change.status());
      told(by, Field.CRM_REASON, change.reason() == null ? "-" : change.reason());
    }
    change
        .values()
        .forEach((field, value) -> {
          if (field.equals(Field.PRODUCTS)) {
            products.addAll(List.of(value.split(",")));
          } else {
            told(Authority.SALES, field, value);
          }
        });
  }

  private static long atOneGo(long seconds) {
    return Math.min(Reads.MOST_SECONDS, seconds);
  }

  private void did(Behaviour behaviour, long seconds) {
    did(activity, days.of(event.occurredAt()), behaviour, seconds);
  }

  private static void did(
      SortedMap<LocalDate, SortedMap<Behaviour, Tally>> activity,
      LocalDate day,
      Behaviour behaviour,
      long seconds) {
    activity
        .computeIfAbsent(day, _ -> new TreeMap<>())
        .merge(behaviour, new Tally(1, Math.max(0, seconds)), Tally::plus);
  }

  private void told(Authority authority, @Nullable Map<String, String> values) {
    if (values != null) {
      values.forEach((field, value) -> told(authority, field, value));
    }
  }

  private void told(Authority authority, String field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      var fact = new Fact(value, event.occurredAt(), event.id());
      var isClaim = event.standing().fields().contains(field);
      var isOffered = !event.standing().unoffered().contains(field);
      if (isClaim && Field.isWish(field)) {
        return; // whoever typed the address takes nothing away from whose it is
      }
      facts
          .computeIfAbsent(field, _ -> new TreeMap<>())
          .merge(
              isClaim ? Authority.CLAIMED : isOffered ? authority : UNOFFERED, fact, Fact::later);
      if (Field.isWish(field)) {
        wishes.merge(field, wish(authority, field, fact), Wishes::join);
      }
    }
  }

  private Wishes wish(Authority authority, String field, Fact fact) {
    var at = fact.at();
    return switch (event.happening()) {
      case CrmChanged _, RecordImported _, CallRecorded _, Overridden _
          when Consent.isReported(field) ->
          Wishes.NONE;
      case CrmChanged crm -> record(authority, "crm/" + crm.source(), field, fact);
      case CallRecorded _ when authority == Authority.IMPORT -> row(field, fact);
      case RecordImported _ -> row(field, fact);
      case CallRecorded _, Overridden _ ->
          Consent.read(fact.value()).map(yes -> Wishes.ofSpoken(at, yes)).orElse(Wishes.NONE);
      default -> Consent.known(field, authority, fact);
    };
  }

  private Wishes row(String field, Fact fact) {
    return record(Authority.IMPORT, event.channel().name().toLowerCase(Locale.ROOT), field, fact);
  }

  private Wishes record(Authority by, String name, String field, Fact fact) {
    var repeats = event.standing().repeated().contains(field);
    return Consent.read(fact.value())
        .map(yes -> Wishes.ofRecord(by, name, new Word(fact.at(), yes, repeats)))
        .orElse(Wishes.NONE);
  }
}
