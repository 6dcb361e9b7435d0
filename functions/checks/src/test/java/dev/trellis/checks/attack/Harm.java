package dev.trellis.checks.attack;

import module java.base;

import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MailLedger.Entry;

/** What an attack did to its victim, beside the same time without it. */
final class Harm {

  private static final String AGAIN = "deck-delivery";

  // Whoever wants no mail can be asked once a day whether they signed up: else they never could.
  private static final String QUESTION = "confirm-address";

  private static final String ANSWERED = "newsletter-welcome";

  private static final Set<String> ASKED = Set.of(AGAIN, QUESTION, ANSWERED);

  private static final Set<String> CLOSED =
      Set.of(
          "suppressed",
          "unsubscribed",
          "no consent",
          "consent pending",
          "no address",
          "complaint",
          "bounced");

  private final Stage quiet;
  private final Stage attacked;
  private final Schedule schedule;
  private final Person victim;
  private final List<String> all = new ArrayList<>();

  Harm(Stage quiet, Stage attacked, Schedule schedule) {
    this.quiet = quiet;
    this.attacked = attacked;
    this.schedule = schedule;
    this.victim = schedule.victim();
  }

  List<String> all() {
    disclosed();
    renamed();
    mailed();
    attacked.unsaid.forEach(typed -> all.add("the timeline does not tell of " + typed));
    return all;
  }

  private void disclosed() {
    for (var letter : attacked.world.letters()) {
      if (letter.to().endsWith(Schedule.ATTACKER.email())) {
        Person.WORDS.stream()
            .filter(word ->
                attacked.told.stream().noneMatch(t -> t.contains(victim.unmistakable(word))))
            .filter(word -> letter.all().contains(victim.unmistakable(word)))
            .forEach(word -> all.add("the attacker is mailed the " + word));
      }
    }
    for (var browser : attacked.strange) {
      Person.WORDS.stream()
          .filter(word -> !schedule.known().contains(word))
          .filter(word -> browser.hasShown(victim.unmistakable(word)))
          .forEach(word -> all.add("the attacker is shown the " + word));
      if (browser.hasShown("value=\"monthly\" checked")) {
        all.add("the attacker is shown what the victim chose");
      }
    }
  }

  // After every step.
  private void renamed() {
    for (int step = 0; step < quiet.standings.size(); step++) {
      var was = quiet.standings.get(step).getFirst();
      if (attacked.standings.get(step).stream().noneMatch(is -> is.mayBe(was))) {
        all.add("is %s, not %s".formatted(attacked.standings.get(step), was));
      }
    }
  }

  private void mailed() {
    var got = asked(attacked);
    asked(quiet).stream()
        .filter(mail -> got.stream().noneMatch(mail::isIn))
        .forEach(mail -> all.add("lost: " + mail));
    var closed = closed(attacked);
    closed.removeAll(closed(quiet));
    closed.forEach(reason -> all.add("suppressed: " + reason));
    var leads = own(attacked).map(LeadRecord::lead).collect(Collectors.toSet());
    attacked.world.letters().stream()
        .filter(letter -> leads.contains(letter.lead()))
        .filter(letter -> !letter.to().equals(victim.email()) && !isOurs(letter))
        .forEach(letter -> all.add("redirected to " + letter.to()));
    if (attacked.left != null && !attacked.isBack()) {
      var back = unwanted(quiet).map(Letter::at).findFirst().orElse(Instant.MAX);
      unwanted(attacked)
          .filter(letter -> letter.at().isBefore(back))
          .forEach(letter -> all.add("mailed after a no: " + mail(attacked, letter)));
    }
  }

  // Until the victim comes back on their own.
  private Stream<Letter> unwanted(Stage stage) {
    return stage.world.lettersTo(victim.email()).stream()
        .filter(letter -> letter.at().isAfter(stage.left))
        .filter(letter -> !mail(stage, letter).mail().equals(QUESTION));
  }

  private record Asked(String mail, LocalDate day) {

    // What comes once may have come before, and who agreed meanwhile is not asked any more.
    boolean isIn(Asked other) {
      return other.mail.equals(mail)
              && (mail.equals(AGAIN) ? other.day.equals(day) : !other.day.isAfter(day))
          || mail.equals(QUESTION) && other.mail.equals(ANSWERED) && !other.day.isAfter(day);
    }
  }

  private static boolean isOurs(Letter letter) {
    return letter.to().contains("sdr@");
  }

  private Stream<LeadRecord> own(Stage stage) {
    return stage.world.leads(victim.names().subList(0, 1)).stream();
  }

  // As long as that was not the victim's own wish.
  private Set<String> closed(Stage stage) {
    return own(stage)
        .flatMap(lead -> stage.world.tables().mails(lead.lead()).stream())
        .filter(entry -> stage.left == null || entry.at().isBefore(stage.left))
        .map(Entry::reason)
        .filter(reason -> reason != null && CLOSED.contains(reason))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  // Which the victim got on which day, of those that somebody asks for.
  private Set<Asked> asked(Stage stage) {
    return stage.world.lettersTo(victim.email()).stream()
        .map(letter -> mail(stage, letter))
        .filter(mail -> ASKED.contains(mail.mail()))
        .collect(Collectors.toSet());
  }

  private static Asked mail(Stage stage, Letter letter) {
    var day = LocalDate.ofInstant(letter.at(), ZoneOffset.UTC);
    return stage.world.tables().mails(letter.lead()).stream()
        .filter(entry -> entry.sendId().equals(letter.sendId()))
        .map(entry -> new Asked(entry.mail(), day))
        .findFirst()
        .orElseThrow();
  }
}
