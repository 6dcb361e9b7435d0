package dev.trellis.core.event;

import module java.base;

import dev.trellis.core.identity.Identity;
import org.jspecify.annotations.Nullable;

/** What happened to a lead, in one of the forms that Trellis understands. */
public sealed interface Happening {

  /** A QR code was scanned; {@link Origin} says which. */
  record CodeScanned() implements Happening {}

  /**
   * A form was filled in. Answers are raw option ids and texts by field; several options are joined
   * by a comma. {@code locale} is the language the page was shown in. {@code receipt} stands for
   * the page and what was sent from it: the same can be sent once. {@code toConfirm} is true if the
   * consent counts only once the person confirms it by mail. {@code doubt} is why a person should
   * look at it before it is taken; null if nothing speaks against it.
   */
  record FormSubmitted(
      String form,
      SortedMap<String, String> answers,
      boolean consent,
      @Nullable String locale,
      String receipt,
      boolean toConfirm,
      @Nullable String doubt)
      implements Happening {
    public FormSubmitted(
        String form,
        SortedMap<String, String> answers,
        boolean consent,
        @Nullable String locale,
        String receipt,
        boolean toConfirm) {
      this(form, answers, consent, locale, receipt, toConfirm, null);
    }

    public FormSubmitted(
        String form,
        SortedMap<String, String> answers,
        boolean consent,
        @Nullable String locale,
        String receipt) {
      this(form, answers, consent, locale, receipt, false);
    }

    /** The same once a person decided to take it. */
    public FormSubmitted undoubted() {
      return new FormSubmitted(form, answers, consent, locale, receipt, toConfirm);
    }
  }

  /**
   * Whoever reads the mail at this address said there that it was they who signed up; {@code again}
   * is true if they had unsubscribed before they did.
   */
  record ConsentConfirmed(@Nullable String sendId, String address, boolean again)
      implements Happening {
    public ConsentConfirmed(@Nullable String sendId, String address) {
      this(sendId, address, false);
    }
  }

  /**
   * A page was looked at for a number of seconds, found by a search keyword where known. If a mail
   * led there, {@code sendId} and {@code mailedAt} name it.
   */
  record PageVisited(
      String page,
      long seconds,
      @Nullable String keyword,
      @Nullable String sendId,
      @Nullable Instant mailedAt)
      implements Happening {
    public PageVisited(String page, long seconds, @Nullable String keyword) {
      this(page, seconds, keyword, null, null);
    }
  }

  /**
   * A person read a content version, for a number of seconds where known. {@code mailedAt} is when
   * the mail that led there was sent: soon after it a machine may look like a reader. {@code
   * mailbox} is the mark of the address that it was mailed to, which whoever reads there shows to
   * have; null where a link does not tell.
   */
  record ContentRead(
      String content,
      int version,
      long seconds,
      @Nullable String sendId,
      @Nullable Instant mailedAt,
      @Nullable String mailbox)
      implements Happening {
    public ContentRead(
        String content,
        int version,
        long seconds,
        @Nullable String sendId,
        @Nullable Instant mailedAt) {
      this(content, version, seconds, sendId, mailedAt, null);
    }

    public ContentRead(String content, int version, long seconds, @Nullable String sendId) {
      this(content, version, seconds, sendId, null);
    }
  }

  /** The file of a content was downloaded (R6); the mail that led there is told as by a read. */
  record ContentDownloaded(
      String content, int version, @Nullable String sendId, @Nullable Instant mailedAt)
      implements Happening {}

  /** A mail went out; {@code mailbox} is the mark of its address, null if that was not kept. */
  record MailSent(
      String sendId,
      String messageId,
      String mail,
      @Nullable String content,
      @Nullable String journey,
      @Nullable String mailbox)
      implements Happening {
    public MailSent(
        String sendId,
        String messageId,
        String mail,
        @Nullable String content,
        @Nullable String journey) {
      this(sendId, messageId, mail, content, journey, null);
    }
  }

  record MailDelivered(String sendId) implements Happening {}

  /**
   * The mail came back; a permanent bounce means the address does not work. {@code address} is null
   * if that was not kept, or if only this mail was refused there.
   */
  record MailBounced(String sendId, boolean permanent, @Nullable String address)
      implements Happening {
    public MailBounced(String sendId, boolean permanent) {
      this(sendId, permanent, null);
    }
  }

  /** Whoever reads at the address called the mail spam; {@code address} is null if not kept. */
  record MailComplained(String sendId, @Nullable String address) implements Happening {
    public MailComplained(String sendId) {
      this(sendId, null);
    }
  }

  /**
   * A link of a mail was followed, by a person or by a machine that checks links; {@code content}
   * is null if it leads to the preferences.
   */
  record MailClicked(String sendId, @Nullable String content) implements Happening {}

  /**
   * A call to action was followed where it was placed, by a person or by a machine that checks
   * links. If a mail led there, {@code sendId} and {@code mailedAt} name it.
   */
  record CtaFollowed(
      String cta, String placement, @Nullable String sendId, @Nullable Instant mailedAt)
      implements Happening {}

  /** The person wants no more mail ({@code topic} null) or none about one topic. */
  record Unsubscribed(String sendId, @Nullable String topic) implements Happening {}

  /**
   * The person chose what to get: {@code topics} holds yes or no for each topic; {@code pace} is
   * null (as it comes), {@code weekly} or {@code monthly}. {@code again} is true if they
   * unsubscribed and now want mails again; nothing else is chosen then.
   */
  record PreferencesChosen(
      String sendId, SortedMap<String, String> topics, @Nullable String pace, boolean again)
      implements Happening {
    public PreferencesChosen(
        String sendId, SortedMap<String, String> topics, @Nullable String pace) {
      this(sendId, topics, pace, false);
    }

    /** The wish to get mails again. */
    public static PreferencesChosen again(String sendId) {
      return new PreferencesChosen(sendId, Collections.emptySortedMap(), null, true);
    }
  }

  /** The person said who they are, behind a link that was mailed to them. */
  record Corrected(String sendId, SortedMap<String, String> values) implements Happening {}

  /** The person asked for something of what is stored about them, behind such a link. */
  record DataAsked(String sendId, Wanted what) implements Happening {}

  /** What may be asked for: a copy of everything, or to be forgotten. */
  enum Wanted {
    EXPORT,
    ERASURE;

    /** As it is written; empty if it is none. */
    public static Optional<Wanted> of(String word) {
      return Arrays.stream(values()).filter(wanted -> wanted.word().equals(word)).findFirst();
    }

    /** In small letters. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record EventAttended(String event, long seconds) implements Happening {}

  /** An official account was followed; {@code scene} is the parameter of its QR code. */
  record ChannelFollowed(String account, @Nullable String scene) implements Happening {}

  /**
   * An SDR spoke with the person and wrote down the agreed fields (R102). {@code note} is whatever
   * else there is to say, which no rule reads; {@code callback} is when to call again. Both are
   * null if nobody said so.
   */
  record CallRecorded(
      String actor,
      String outcome,
      SortedMap<String, String> answers,
      @Nullable String note,
      @Nullable Instant callback)
      implements Happening {
    public CallRecorded(String actor, String outcome, SortedMap<String, String> answers) {
      this(actor, outcome, answers, null, null);
    }
  }

  /** Somebody wrote down what they think of the person; no rule reads it. */
  record NoteWritten(String actor, String text) implements Happening {}

  /**
   * The CRM wrote back. {@code status} is {@code received}, {@code accepted}, {@code returned},
   * {@code stage}, {@code won} or {@code lost}; {@code reason} says why a lead was returned or
   * lost, {@code values} holds what else sales entered.
   */
  record CrmChanged(
      String source,
      String handoff,
      String status,
      @Nullable String reason,
      @Nullable String stage,
      String actor,
      SortedMap<String, String> values)
      implements Happening {}

  /** A row of a file of leads already owned. */
  record RecordImported(String batch, long line, SortedMap<String, String> values)
      implements Happening {}

  record JourneyEnded(String journey, int version, String visit, String outcome)
      implements Happening {}

  /** A journey gave its lead up for now: the lead belongs at least one pool below {@code pool}. */
  record Demoted(String journey, String pool) implements Happening {}

  /** A person with the right to do so set values by hand. */
  record Overridden(String actor, @Nullable String reason, SortedMap<String, String> values)
      implements Happening {}

  /**
   * A program, not a person, followed a link or opened a page; {@code reason} says why we think so.
   */
  record MachineVisited(@Nullable String content, @Nullable String sendId, @Nullable String reason)
      implements Happening {}

  /** A merge was a mistake: the lead {@code absorbed} is a person of its own again. */
  record Separated(String actor, @Nullable String reason, String absorbed) implements Happening {}

  /**
   * Somebody typed a name of this lead beside names of another lead, {@code by}, so the two may be
   * the same person: nothing follows from it until a person says so (R17).
   */
  record NameClaimed(String by, Identity name) implements Happening {}

  /** The lead and {@code other} are one person, a person says. */
  record Joined(String actor, @Nullable String reason, String other) implements Happening {}

  /** The lead and {@code other} are two people, a person says: nothing joins them by itself. */
  record KeptApart(String actor, @Nullable String reason, String other) implements Happening {}

  /** A person put the lead into a journey by hand. */
  record PutIntoJourney(String actor, @Nullable String reason, String journey)
      implements Happening {}

  /** A person took the lead out of a journey: what began it does not begin it again. */
  record TakenOutOfJourney(String actor, @Nullable String reason, String journey)
      implements Happening {}

  /**
   * Nobody heard of the person since {@code silentSince}, and nobody objected to erasing them:
   * everything about the lead is deleted, unless there was a sign of life after all.
   */
  record RetentionEnded(Instant silentSince) implements Happening {}

  /** The person wants to be forgotten: everything about the lead is deleted. */
  record ErasureRequested(String actor, @Nullable String reason) implements Happening {}

  /**
   * A visitor who left no detail did nothing since: if that is still so, the lead is deleted and
   * what it did is only counted.
   */
  record VisitorExpired(Instant silentSince) implements Happening {}
}
