package dev.trellis.checks.figures;

import module java.base;

import dev.trellis.aws.SideBySide;
import dev.trellis.aws.dynamodb.Document;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.journey.Why;
import dev.trellis.core.json.Json;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.signing.ContentLinks;
import dev.trellis.core.signing.ContentLinks.Link;
import dev.trellis.memory.StandingClock;
import dev.trellis.nurture.AdvanceJourneys;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** People who do the same at the same time, and what that costs. */
final class Traffic {

  private static final String CAPTURE = "CaptureFunction";
  private static final String DISPATCH = "NurtureDispatchFunction";
  private static final String HAND_OFF = "CrmHandoffFunction";
  private static final Set<String> INSIDE =
      Set.of("ScoringFunction", "PoolsFunction", "NurtureFunction");
  private static final Set<String> AFTER_MAIL =
      Set.of("NurtureFeedbackFunction", "ScoringFunction", "PoolsFunction", "NurtureFunction");

  private final Installation installation;
  private final StandingClock clock;
  private List<Map<String, String>> regulars = List.of();
  private int people;

  Traffic(Installation installation, StandingClock clock) {
    this.installation = installation;
    this.clock = clock;
  }

  /**
   * The same work for a number of people: what each function used for each unit of work.
   *
   * @param readers who they are
   */
  record Costs(int people, Map<Unit, Map<String, Usage>> used, List<Map<String, String>> readers) {

    Usage of(Unit unit, String function) {
      return used.get(unit).getOrDefault(function, Usage.NONE);
    }
  }

  /** Everything that is measured for a number of people. */
  Costs measure(int number) throws Exception {
    var used = new TreeMap<Unit, Map<String, Usage>>();
    mailAgain(regulars, "before " + people); // whether SES may send is asked again now and then
    installation.drain(Set.of(DISPATCH));
    installation.drain(AFTER_MAIL);
    var readers = answers(number, Map.of());
    used.put(Unit.CAPTURE, Map.of(CAPTURE, submit(readers)));
    used.put(Unit.NEW_LEAD, installation.drain(INSIDE));
    used.put(Unit.MAIL, installation.drain(Set.of(DISPATCH)));
    used.put(Unit.AFTER_MAIL, installation.drain(AFTER_MAIL));
    clock.forward(Duration.ofMinutes(1));
    read(readers);
    used.put(Unit.EVENT, installation.drain(INSIDE));
    mailAgain(readers, "next");
    used.put(Unit.READERS_MAIL, installation.drain(Set.of(DISPATCH)));
    installation.drain(AFTER_MAIL);
    submit(answers(number, Map.of("plan", "within-3-months")));
    installation.drain(INSIDE);
    installation.drain(Set.of(DISPATCH));
    installation.drain(AFTER_MAIL);
    used.put(Unit.HAND_OFF, installation.drain(Set.of(HAND_OFF)));
    used.put(Unit.AFTER_HAND_OFF, installation.drain(INSIDE));
    regulars = regulars.isEmpty() ? readers.subList(0, 1) : regulars;
    return new Costs(number, used, readers);
  }

  /** Measures the same event, which is to be the first of a day. */
  void nextDay(Costs costs) throws Exception {
    read(costs.readers());
    costs.used().put(Unit.NEXT_DAY, installation.drain(INSIDE));
  }

  /** Whoever was mailed reads, one after the other in tens, until there were so many events. */
  void readOften(int events) throws Exception {
    var mails = mails();
    for (int read = 0; read < events; ) {
      clock.forward(Duration.ofHours(1));
      for (var mail : mails) {
        beacon(mail);
        read++;
      }
      installation.drain(INSIDE);
    }
  }

  /** A tick of each room that has one. */
  Usage tick() throws Exception {
    var meter = new Meter();
    for (var function : List.of("PoolsTickFunction", "NurtureTickFunction")) {
      installation.invoke(function, Map.of("source", "aws.scheduler"), meter);
    }
    clock.forward(Duration.ofMinutes(1));
    return meter.usage(2, 0);
  }

  /** A tick at which as many leads as that have a timer due, all in one instant; then another. */
  Usage crowd(int leads) throws Exception {
    var due = clock.instant();
    var ids = IntStream.range(0, leads).mapToObj("crowd-%06d"::formatted).toList();
    SideBySide.ask(
        ids,
        id -> {
          installation.timers().set(AdvanceJourneys.TIMERS, id, due);
          return id;
        });
    var meter = new Meter();
    for (int i = 0; i < 2; i++) {
      installation.invoke("NurtureTickFunction", Map.of("source", "aws.scheduler"), meter);
      clock.forward(Duration.ofMinutes(1));
    }
    return meter.usage(leads, 0);
  }

  private List<Map<String, String>> answers(int number, Map<String, String> more) {
    return IntStream.range(0, number).mapToObj(_ -> person(more)).toList();
  }

  private Map<String, String> person(Map<String, String> more) {
    var number = ++people;
    var answers = new LinkedHashMap<String, String>();
    answers.put("name", "王小明");
    answers.put("company", "示例制造有限公司");
    answers.put("title", "市场总监");
    answers.put("email", "visitor-%04d@example.com".formatted(number));
    answers.put("mobile", "1380013%04d".formatted(number));
    answers.put("industry", "manufacturing");
    answers.put("need", "lead-scoring");
    answers.put("consent", "yes");
    answers.put("code", "summit-talk");
    answers.putAll(more);
    return answers;
  }

  private Usage submit(List<Map<String, String>> all) throws Exception {
    var waiting = new ArrayList<Map<String, String>>();
    for (var answers : all) {
      var form = request("GET", "/f/summit-deck", Map.of("form", "summit-deck"), null);
      var page = Json.parse((String) installation.invoke(CAPTURE, form, new Meter()).get("body"));
      var filledIn = new LinkedHashMap<>(answers);
      filledIn.put("nonce", (String) page.get("nonce"));
      waiting.add(filledIn);
    }
    clock.forward(Duration.ofSeconds(20));
    var meter = new Meter();
    for (var answers : waiting) {
      var form =
          request("POST", "/f/summit-deck", Map.of("form", "summit-deck"), Json.compose(answers));
      form.put("cookies", List.of("trellis=browser-00" + answers.get("email").substring(6, 12)));
      expect(202, installation.invoke(CAPTURE, form, meter));
    }
    return meter.usage(all.size(), 0);
  }

  private void read(List<Map<String, String>> readers) throws Exception {
    for (var mail : mails(readers)) {
      beacon(mail);
    }
  }

  private List<Mail> mails(List<Map<String, String>> readers) {
    var addresses = readers.stream().map(r -> r.get("email")).toList();
    return mails().stream()
        .filter(mail -> addresses.stream().anyMatch(mail.profile()::contains))
        .toList();
  }

  // As a journey asks for it, to the people to whom one went already.
  private void mailAgain(List<Map<String, String>> readers, String name) {
    for (var mail : mails(readers)) {
      var due =
          new MailDue(
              Ids.derived(mail.sendId(), name),
              mail.lead(),
              "nurture",
              "basics",
              "basics",
              "summit-deck",
              new Why(1, null, null, null, null, null, null),
              null,
              clock.instant());
      installation.send("MailsQueue", Json.write(due));
    }
  }

  private void beacon(Mail mail) throws Exception {
    var token =
        new ContentLinks(installation.links())
            .make(
                new Link(
                    mail.lead(),
                    "summit-deck",
                    mail.sendId(),
                    "zh",
                    clock.instant().minus(Duration.ofDays(1)),
                    new Identity(IdentityType.EMAIL, mail.address()).mark()),
                clock.instant().plus(Duration.ofDays(30)));
    var beacon =
        request("POST", "/c/" + token + "/read", Map.of("token", token), "{\"seconds\":45}");
    expect(204, installation.invoke(CAPTURE, beacon, new Meter()));
  }

  private record Mail(String lead, String sendId, String profile) {

    private static final Pattern ADDRESS = Pattern.compile("visitor-[0-9]{4}@example[.]com");

    String address() {
      return ADDRESS.matcher(profile).results().map(MatchResult::group).findFirst().orElseThrow();
    }
  }

  private List<Mail> mails() {
    var profiles = new TreeMap<String, String>();
    var sendIds = new TreeMap<String, String>();
    for (var item : installation.items("LeadsTable")) {
      var key = item.get("item").s();
      if (key.equals("profile")) {
        profiles.put(item.get("lead").s(), Document.read(item.get("body")));
      } else if (key.startsWith("mail#")) {
        sendIds.put(item.get("lead").s(), key.substring("mail#".length()));
      }
    }
    return sendIds.entrySet().stream()
        .map(e -> new Mail(e.getKey(), e.getValue(), profiles.get(e.getKey())))
        .toList();
  }

  static Map<String, Object> request(
      String method, String path, Map<String, String> parameters, String body) {
    var event = new LinkedHashMap<String, Object>();
    event.put("version", "2.0");
    event.put("rawPath", path);
    event.put(
        "headers",
        Map.of(
            "accept", "application/json",
            "content-type", "application/json",
            "user-agent", "Mozilla/5.0 AppleWebKit/605.1.15"));
    event.put("pathParameters", parameters);
    var http = Map.of("method", method, "path", path, "sourceIp", "203.0.113.7");
    event.put("requestContext", Map.of("http", http));
    event.put("isBase64Encoded", false);
    if (body != null) {
      event.put("body", body);
    }
    return event;
  }

  static void expect(int status, Map<String, Object> answer) {
    if (!(answer.get("statusCode") instanceof Number n) || n.intValue() != status) {
      throw new IllegalStateException("answered " + answer.get("statusCode"));
    }
  }

  /** How many leads there are. */
  long leads() {
    return installation.items("LeadsTable").stream().filter(Traffic::isProfile).count();
  }

  /** As many leads as that, each with the profile and the timers of one that there is. */
  void growTo(int leads) {
    var profiles = installation.items("LeadsTable").stream().filter(Traffic::isProfile).toList();
    var timers = installation.items("TimersTable");
    var ids = profiles.stream().map(i -> i.get("lead").s()).toList();
    var moreProfiles = new ArrayList<Map<String, AttributeValue>>();
    var moreTimers = new ArrayList<Map<String, AttributeValue>>();
    for (int number = ids.size(); number < leads; number++) {
      var original = ids.get(number % ids.size());
      var copy = "%s%06d".formatted(original.substring(0, original.length() - 6), number);
      moreProfiles.addAll(copies(profiles, original, copy));
      moreTimers.addAll(copies(timers, original, copy));
    }
    installation.write("LeadsTable", moreProfiles);
    installation.write("TimersTable", moreTimers);
  }

  private static boolean isProfile(Map<String, AttributeValue> item) {
    return item.get("item").s().equals("profile");
  }

  private static List<Map<String, AttributeValue>> copies(
      List<Map<String, AttributeValue>> items, String original, String copy) {
    return items.stream()
        .filter(i -> i.containsKey("lead") && i.get("lead").s().equals(original))
        .map(i -> copy(i, original, copy))
        .toList();
  }

  private static Map<String, AttributeValue> copy(
      Map<String, AttributeValue> item, String original, String copy) {
    var out = new TreeMap<String, AttributeValue>();
    item.forEach((name, value) ->
        out.put(
            name,
            value.s() == null ? value : AttributeValue.fromS(value.s().replace(original, copy))));
    return out;
  }
}
