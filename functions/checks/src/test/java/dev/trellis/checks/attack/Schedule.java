package dev.trellis.checks.attack;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.profile.Field;

/**
 * What a victim and an attacker do, in which order and when; the same number always makes the same.
 */
final class Schedule {

  static final Person ATTACKER = new Person("grexit");

  private static final Duration AFTERWARDS = Duration.ofDays(5);

  private static final int LAST = -1;

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Random random;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> known = new ArrayList<>();
  private final Person victim;
  private final List<String> fields;

  /** One thing that somebody does, so long after what was before. */
  private record Step(Duration after, boolean isAttack, Consumer<Stage> act) {}

  Schedule(long seed) {
    random = new Random(seed * SPREAD);
    victim = new Person("v" + Long.toString(1_000_003 + seed * 7919, 36));
    fields = begins();
    for (var field : List.of("mobile", "email", "name", "company")) {
      if (fields.contains(field) && random.nextInt(5) > 0) {
        known.add(field);
      }
    }
    if (!known.contains("mobile") && !known.contains("email")) {
      known.add(fields.contains("mobile") ? "mobile" : "email");
    }
    for (int i = 6 + random.nextInt(8); i > 0; i--) {
      steps.add(random.nextInt(4) == 0 ? honest() : attack());
    }
    if (fields.contains("email") && random.nextBoolean()) {
      steps.addAll(2, List.of(honest(submits("summit-deck", 1)), honest(wishes())));
    }
    if (fields.contains("email")) {
      steps.add(new Step(Duration.ofDays(2), false, submits("summit-deck", 0)));
    }
  }

  Person victim() {
    return victim;
  }

  /** What the attacker knows of the victim. */
  List<String> known() {
    return known;
  }

  /** Plays it from the beginning to some days after the end. */
  void play(Stage stage, boolean isAttacked) {
    var at = World.START;
    for (var step : steps) {
      at = at.plus(step.after());
      stage.world.until(at);
      if (isAttacked || !step.isAttack()) {
        step.act().accept(stage);
      }
      stage.looks();
    }
    stage.world.until(at.plus(AFTERWARDS));
  }

  private List<String> begins() {
    var all = List.of("email", "mobile", "name", "company", "title");
    var told =
        switch (random.nextInt(6)) {
          case 0, 1 -> List.of("mobile", "name", "company", "title");
          case 2 -> List.of("email", "name", "company", "title");
          default -> all;
        };
    var isFile = !told.contains("email") || random.nextBoolean();
    var hasConsent = random.nextInt(4) > 0;
    var form = random.nextInt(3) == 0 ? "newsletter" : "summit-deck";
    steps.add(honest(isFile ? stage -> stage.imports(told, hasConsent) : submits(form, 0, told)));
    return told;
  }

  private Step honest() {
    return honest(
        switch (random.nextInt(7)) {
          case 0 -> stage -> stage.own.getFirst().get("/q/summit-talk");
          case 1, 2 -> reads(random.nextInt(2));
          case 3 -> submits("newsletter", 0);
          case 4 -> this::confirms;
          case 5 -> submits(OpenForms.VISIT, random.nextInt(2));
          default -> submits("summit-deck", random.nextInt(2));
        });
  }

  private Step honest(Consumer<Stage> act) {
    return new Step(pause(), false, act);
  }

  private Consumer<Stage> submits(String form, int browser) {
    return submits(form, browser, fields);
  }

  private Consumer<Stage> submits(String form, int browser, List<String> told) {
    var answers = victim.telling(told);
    if (form.equals(OpenForms.VISIT)) {
      answers.put("remark", victim.tells("remark"));
    }
    answers.put("consent", "yes");
    if (form.equals("summit-deck")) {
      answers.put("need", random.nextBoolean() ? "lead-scoring" : "tag-system");
    } else if (form.equals("newsletter")) {
      answers.keySet().retainAll(List.of("email", "mobile", "name", "consent"));
    }
    return stage -> stage.own.get(browser).submit(form, false, answers);
  }

  private Consumer<Stage> wishes() {
    return switch (random.nextInt(4)) {
      case 0 -> stage -> stage.leaves(true);
      case 1 -> stage -> stage.leaves(false);
      case 2 -> Stage::corrects;
      default -> Stage::chooses;
    };
  }

  private Consumer<Stage> reads(int browser) {
    return stage ->
        stage.world.lettersTo(victim.email()).stream()
            .flatMap(letter -> letter.links("/c/").stream())
            .findFirst()
            .ifPresent(stage.own.get(browser)::read);
  }

  private void confirms(Stage stage) {
    stage.world.lettersTo(victim.email()).stream()
        .flatMap(letter -> letter.links("/confirm/").stream())
        .reduce((_, last) -> last)
        .ifPresent(stage::confirms);
  }

  private Step attack() {
    var browser = random.nextInt(2);
    Consumer<Stage> act =
        switch (random.nextInt(15)) {
          case 0 -> stage -> stage.strange.get(browser).get("/q/summit-talk");
          case 1, 2, 3 -> clicks(browser, random.nextInt(8), random.nextInt(100));
          case 4 -> {
            var openid = "openid" + random.nextInt(3);
            yield stage -> stage.follows(openid, stage.strange.get(browser).scene("/go/community"));
          }
          case 5, 6 -> tells();
          case 7, 8, 9 -> pretends(browser).andThen(clicks(browser, 2 + random.nextInt(6), LAST));
          default -> types(browser);
        };
    return new Step(pause(), true, act);
  }

  private Consumer<Stage> types(int browser) {
    var form = List.of("summit-deck", "newsletter", OpenForms.VISIT).get(random.nextInt(3));
    var answers = words(form.equals("summit-deck"));
    if (!form.equals(OpenForms.VISIT) || random.nextBoolean()) {
      answers.put("consent", "yes");
    }
    if (form.equals("summit-deck") && random.nextInt(3) == 0) {
      answers.put("need", "roi-attribution");
      answers.put("plan", "no-plan");
    }
    var isKiosk = random.nextInt(5) == 0;
    return stage -> stage.attacks(stage.strange.get(browser), form, isKiosk, Map.copyOf(answers));
  }

  // All that is known, with an address of the attacker's own.
  private Consumer<Stage> pretends(int browser) {
    var answers = victim.telling(known);
    answers.put("email", mailbox(random.nextInt(2)));
    answers.put("consent", "yes");
    List.of("name", "company", "title").forEach(f -> answers.putIfAbsent(f, ATTACKER.tells(f)));
    switch (random.nextInt(3)) {
      case 0 -> answers.put("name", "Nora");
      case 1 -> answers.replace("name", victim.tells("name"), victim.nameTurned());
      default -> {}
    }
    return stage ->
        stage.attacks(stage.strange.get(browser), "summit-deck", false, Map.copyOf(answers));
  }

  // A partner's yes, and now and then a word that is only ours.
  private Consumer<Stage> tells() {
    var values = random.nextBoolean() ? words(false) : new TreeMap<>(victim.telling(known));
    values.put("consent", "yes");
    values.put("subscription", "yes");
    if (random.nextBoolean()) {
      values.put(Field.PACE, "weekly");
    }
    var names = new TreeSet<Identity>();
    victim.names().stream().filter(n -> values.containsValue(n.value())).forEach(names::add);
    if (names.isEmpty()) {
      names.add(Identity.parse("email:" + mailbox(random.nextInt(2))));
    }
    var isCall = random.nextBoolean();
    return stage -> stage.tells(names, isCall, values);
  }

  private TreeMap<String, String> words(boolean isWhole) {
    var words = new TreeMap<String, String>();
    var isPlain = random.nextBoolean();
    for (var field : Person.WORDS) {
      if (known.contains(field) && (isPlain || random.nextInt(5) < 2)) {
        words.put(field, victim.tells(field));
      } else if (random.nextInt(5) > 1 || isWhole && !field.equals("mobile")) {
        words.put(
            field, field.equals("email") ? mailbox(random.nextInt(2)) : ATTACKER.tells(field));
      }
    }
    switch (random.nextInt(6)) {
      case 0 -> words.put("name", random.nextBoolean() ? "N" : "Nora");
      case 1 -> words.replace("name", victim.tells("name"), victim.nameTurned());
      default -> {}
    }
    return words;
  }

  /** An address of the attacker's own. */
  static String mailbox(int number) {
    return number == 0 ? ATTACKER.email() : "second." + ATTACKER.email();
  }

  private static Consumer<Stage> clicks(int browser, int what, int which) {
    return stage -> {
      var letters =
          stage.world.letters().stream()
              .filter(letter -> letter.to().endsWith(ATTACKER.email()))
              .toList();
      if (!letters.isEmpty()) {
        var letter = letters.get(which == LAST ? letters.size() - 1 : which % letters.size());
        clicks(stage.strange.get(browser), letter, what);
      }
    };
  }

  private static void clicks(Browser browser, Letter letter, int what) {
    switch (what) {
      case 0, 1 -> letter.links("/c/").forEach(browser::read);
      case 2 -> letter.links("/confirm/").forEach(link -> browser.post(link, "confirm=all"));
      case 3 -> letter.links("/go/").forEach(browser::get);
      default -> letter.links("/u/").forEach(link -> leaves(browser, link, what));
    }
  }

  private static void leaves(Browser browser, String link, int what) {
    browser.get(link);
    switch (what) {
      case 4 -> browser.post(link, "preferences=1&pace=weekly");
      case 5 -> browser.post(link, "again=all");
      case 6 -> browser.post(link, Stage.details(ATTACKER));
      default -> {
        browser.post(link, "ask=erasure");
        browser.post(link, "List-Unsubscribe=One-Click");
      }
    }
  }

  private Duration pause() {
    return random.nextInt(3) > 0
        ? Duration.ofMinutes(1 + random.nextInt(90))
        : Duration.ofMinutes(60L * random.nextInt(48) + 1);
  }
}
