package dev.trellis.crm;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.playbook.Assignment.Assigned;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Tag;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.profile.Reads;
import dev.trellis.core.profile.Touch;

/**
 * What sales gets with a lead (R104): who it is, where it came from, what it did and read, what we
 * think of it and why. Nothing in it that no event told.
 *
 * @param page where the console shows the lead to whoever may sign in
 * @param assigned who in sales it is for, and by which rule (R56); null if no rule names anybody
 * @param answers what else the person or sales said, by field
 */
record Dossier(
    String handoff,
    String lead,
    String page,
    Instant at,
    Contact contact,
    Company company,
    Source source,
    Touches touches,
    List<ContentRead> contents,
    List<Tag> tags,
    List<Score> scores,
    Bant bant,
    Standing standing,
    Assigned assigned,
    SortedMap<String, String> answers) {

  private static final String UNKNOWN = "unknown";
  private static final String OF_COMPANY = "company.";

  /** Facts with a place of their own, and those that say nothing about the person. */
  private static final Set<String> SHOWN =
      Set.of(
          Field.NAME,
          Field.TITLE,
          Field.EMAIL,
          Field.MOBILE,
          Field.LOCALE,
          Field.CONSENT,
          Field.COMPANY,
          Field.INDUSTRY,
          Field.NEED,
          Field.PLAN,
          "budget",
          "authority",
          Field.SUBSCRIPTION,
          Field.MAILBOX,
          Field.CALLBACK,
          Field.KEPT);

  private static final List<String> OURS =
      List.of(
          Field.SUBMITTED,
          Field.JOURNEY,
          Field.STEERED,
          Field.SUBSCRIPTION + ".",
          Field.MAILBOX + ".",
          Field.SOFT_BOUNCES,
          Field.TYPED,
          "crm.",
          "asked.",
          OF_COMPANY);

  /**
   * How to reach the person; {@code email} is the address that mail goes to now. {@code typed} are
   * numbers that somebody typed, and that nothing shows to be the person's.
   */
  record Contact(
      String name,
      String title,
      String email,
      SortedSet<String> emails,
      SortedSet<String> phones,
      SortedSet<String> typed,
      SortedSet<String> wecom,
      String language,
      String consent) {}

  /** Whom the person works for; {@code more} holds every other fact about the company. */
  record Company(String name, String industry, SortedMap<String, String> more) {}

  /** What brought the person first, and what last. */
  record Source(Step first, Step last) {}

  /** One touch, with the event, placement and code behind it. */
  record Step(
      Instant at,
      Channel channel,
      String kind,
      String event,
      String eventName,
      String placement,
      String code,
      String content) {}

  /** How often the person did something with us, in all and by kind. */
  record Touches(int count, int days, SortedMap<Behaviour, Integer> byKind) {}

  /** A content that the person read. */
  record ContentRead(
      String id,
      String title,
      String topic,
      String type,
      int count,
      long seconds,
      Instant first,
      Instant last) {}

  /** Points with their reasons, which sum exactly to the score. */
  record Score(String name, BigDecimal points, List<Reason> reasons) {}

  /** One addend of a score. */
  record Reason(String rule, String evidence, BigDecimal points) {}

  /** Budget, authority, need and timeline (R36); unknown is not no. */
  record Bant(String budget, String authority, String need, String timeline) {}

  /**
   * Stage and pool with what they are called, the rules that put it there, and what it misses for
   * MQL, in sentences.
   */
  record Standing(
      String stage,
      String stageName,
      String pool,
      String poolName,
      List<String> because,
      List<String> missing) {}

  /**
   * @param console where the console is, without a slash at the end
   */
  static Dossier of(
      String handoff,
      String lead,
      Profile profile,
      Playbook playbook,
      String console,
      Instant now) {
    var portrait = Portrait.of(lead, profile, playbook, now);
    var text = new DossierText(playbook);
    var counting = portrait.profile();
    return new Dossier(
        handoff,
        lead,
        console + "/leads/" + lead,
        now,
        contact(portrait),
        new Company(
            value(counting, Field.COMPANY), value(counting, Field.INDUSTRY), ofCompany(counting)),
        new Source(
            profile.first().map(t -> step(t, playbook, text)).orElse(null),
            profile.last().map(t -> step(t, playbook, text)).orElse(null)),
        touches(profile),
        contents(portrait, text),
        portrait.tags(),
        scores(portrait, text),
        bant(counting),
        text.standing(portrait),
        playbook
            .assignment()
            .of(lead, playbook.audiences().owner(profile), portrait.value(Field.INDUSTRY))
            .orElse(null),
        answers(counting));
  }

  private static Contact contact(Portrait portrait) {
    var profile = portrait.profile();
    return new Contact(
        value(profile, Field.NAME),
        value(profile, Field.TITLE),
        portrait.email().orElse(null),
        profile.identities(IdentityType.EMAIL),
        profile.identities(IdentityType.PHONE),
        profile.names().claimed(IdentityType.PHONE),
        profile.identities(IdentityType.WECOM),
        portrait.language(),
        profile.value(Field.CONSENT).orElse(UNKNOWN));
  }

  private static Step step(Touch touch, Playbook playbook, DossierText text) {
    var origin = touch.origin();
    var occasion = origin.event() == null ? null : playbook.occasions().get(origin.event());
    return new Step(
        touch.at(),
        touch.channel(),
        touch.kind(),
        origin.event(),
        occasion == null ? null : text.in(occasion.name()),
        origin.placement(),
        origin.code(),
        origin.content());
  }

  private static Touches touches(Profile profile) {
    var byKind = new TreeMap<Behaviour, Integer>();
    for (var day : profile.countedActivity().values()) {
      day.forEach((kind, tally) -> byKind.merge(kind, tally.count(), Integer::sum));
    }
    var count = byKind.values().stream().mapToInt(Integer::intValue).sum();
    return new Touches(count, profile.countedActivity().size(), byKind);
  }

  private static List<ContentRead> contents(Portrait portrait, DossierText text) {
    return portrait.profile().countedReads().entrySet().stream()
        .map(read ->
            content(
                read.getKey(), read.getValue(), portrait.playbook().content(read.getKey()), text))
        .toList();
  }

  private static ContentRead content(
      String id, Reads reads, Optional<Content> content, DossierText text) {
    return new ContentRead(
        id,
        content.map(Content::title).map(text::in).orElse(null),
        content.map(Content::topic).orElse(null),
        content.map(Content::type).orElse(null),
        reads.count(),
        reads.seconds(),
        reads.first(),
        reads.last());
  }

  private static List<Score> scores(Portrait portrait, DossierText text) {
    return portrait.scores().stream()
        .map(score ->
            new Score(
                score.name(),
                points(score.points()),
                score.contributions().stream()
                    .map(c -> new Reason(c.rule(), text.evidence(c.evidence()), points(c.points())))
                    .toList()))
        .toList();
  }

  private static BigDecimal points(long thousandths) {
    return BigDecimal.valueOf(thousandths, 3);
  }

  private static Bant bant(Profile profile) {
    return new Bant(
        profile.value("budget").orElse(UNKNOWN),
        profile.value("authority").orElse(UNKNOWN),
        profile.value(Field.NEED).orElse(UNKNOWN),
        profile.value(Field.PLAN).orElse(UNKNOWN));
  }

  private static SortedMap<String, String> ofCompany(Profile profile) {
    var more = new TreeMap<String, String>();
    for (var field : profile.facts().keySet()) {
      if (field.startsWith(OF_COMPANY)) {
        more.put(field.substring(OF_COMPANY.length()), value(profile, field));
      }
    }
    return more;
  }

  private static SortedMap<String, String> answers(Profile profile) {
    var answers = new TreeMap<String, String>();
    for (var field : profile.facts().keySet()) {
      if (!SHOWN.contains(field) && OURS.stream().noneMatch(field::startsWith)) {
        answers.put(field, value(profile, field));
      }
    }
    profile.callback().ifPresent(back -> answers.put(Field.CALLBACK, back.at().toString()));
    return answers;
  }

  private static String value(Profile profile, String field) {
    return profile.value(field).orElse(null);
  }
}
