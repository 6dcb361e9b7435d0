package dev.trellis.capture;

import module java.base;

import dev.trellis.core.dictionary.Dictionaries;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.playbook.AccountRules;
import dev.trellis.core.playbook.Audiences;
import dev.trellis.core.playbook.Code;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Fields;
import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.Form.Kind;
import dev.trellis.core.playbook.Form.Option;
import dev.trellis.core.playbook.Form.Question;
import dev.trellis.core.playbook.Imports;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Scenarios;
import dev.trellis.core.playbook.TagScheme;
import dev.trellis.core.playbook.Trust;
import dev.trellis.core.playbook.Trust.Joining;
import dev.trellis.core.signing.ContentLinks;
import dev.trellis.core.signing.ContentLinks.Link;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.core.text.Wording;
import dev.trellis.memory.FixedSecrets;
import dev.trellis.memory.InMemoryQueue;
import dev.trellis.playbook.PlaybookReader;

/**
 * The whole of capture at a trade fair: the default playbook, a tablet on the booth ({@code
 * booth}), a questionnaire with every kind of question ({@code survey}), a clock to turn and a
 * queue to look into.
 */
public final class Stand {

  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  public static final KeyRing SIGNING = KeyRing.of("only-for-tests-only-for-tests-32");
  public static final String SECRET = "whsec_c2FtcGxlIGtleSwgZ29vZCBmb3Igbm90aGluZyBidXQgdGVzdHM=";
  static final String WECHAT = "whsec_d2VjaGF0J3Mgc2VjcmV0IG9mIDI0IGJ5dGVz";
  public static final String URL = "https://go.trellis.example";
  public static final String BROWSER = "abcdefghijklmnop";
  static final String AGENT =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0";

  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");

  public final InMemoryQueue<LeadEvent> queue = new InMemoryQueue<>();
  public final FrontDoor door;
  public final Playbook playbook;
  private Instant now = NOON;

  public Stand() {
    this(URL);
  }

  Stand(String url) {
    playbook = playbook();
    var secrets = new FixedSecrets(Map.of("events", SECRET, "events.wechat", WECHAT));
    door = Routes.frontDoor(playbook, SIGNING, secrets, url, () -> now, queue);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Instant now() {
    return now;
  }

  Response get(String target, String... headers) {
    return open("GET", target, new byte[0], headers);
  }

  Response post(String target, byte[] body, String... headers) {
    return open("POST", target, body, headers);
  }

  Response open(String method, String target, byte[] body, String... headers) {
    var parts = target.split("\\?", 2);
    var query = new TreeMap<String, String>();
    if (parts.length == 2) {
      for (var pair : parts[1].split("&")) {
        var nameAndValue = pair.split("=", 2);
        var value = nameAndValue.length == 2 ? nameAndValue[1] : "";
        query.put(nameAndValue[0], URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    }
    var named = new HashMap<>(Map.of("user-agent", AGENT));
    for (int i = 0; i < headers.length; i += 2) {
      named.put(headers[i], headers[i + 1]);
    }
    var cookie = named.remove("cookie");
    var scanned = named.remove("cookie of a scan");
    var cookies = new HashMap<String, String>();
    Optional.ofNullable(cookie).ifPresent(c -> cookies.put("trellis", c));
    Optional.ofNullable(scanned).ifPresent(c -> cookies.put("trellis-scan", c));
    var source = named.remove("source");
    var request = new Request(method, parts[0], Map.of(), query, named, cookies, body, source);
    return door.open(request).response();
  }

  /**
   * Opens a form's page and takes the nonce from it; a person then needs a minute to fill it in.
   */
  String nonce(String form) {
    var nonce = nonceIn(text(get("/f/" + form)));
    pass(Duration.ofMinutes(1));
    return nonce;
  }

  static String nonceIn(String page) {
    var matcher = NONCE.matcher(page);
    matcher.find();
    return matcher.group(1);
  }

  /** Sends an HTML form. */
  Response submit(String form, Map<String, String> fields, String... headers) {
    var all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = "content-type";
    all[headers.length + 1] = "application/x-www-form-urlencoded";
    return post("/f/" + form, encoded(fields).getBytes(StandardCharsets.UTF_8), all);
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** What Lin Yue fills into the form of the talk. */
  static TreeMap<String, String> lin(String nonce) {
    return new TreeMap<>(
        Map.of(
            "nonce", nonce,
            "code", "summit-talk",
            "name", "Lin Yue",
            "company", "Example Machines",
            "email", "Lin.Yue@Example.com",
            "mobile", "138 0013 8000",
            "industry", "manufacturing",
            "consent", "yes"));
  }

  String token(String content, String sendId, String language) {
    return token(content, sendId, language, null);
  }

  String token(String content, String sendId, String language, Instant mailedAt) {
    return new ContentLinks(SIGNING)
        .make(new Link("L1", content, sendId, language, mailedAt), NOON.plus(Duration.ofDays(30)));
  }

  static String text(Response response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  static Wording words(String zh, String en) {
    return new Wording(new TreeMap<>(Map.of("zh", zh, "en", en)));
  }

  private static Playbook playbook() {
    var p = PlaybookReader.read(Path.of("..", "..", "infra", "playbook"));
    var forms = new TreeMap<>(p.forms());
    forms.put("booth", form("booth", true, List.of(question("email", Kind.EMAIL, false))));
    forms.put("survey", form("survey", false, questionnaire()));
    var codes = new TreeMap<>(p.codes());
    codes.put("booth-tablet", new Code("booth-tablet", "summit-2026", "booth", null, "booth"));
    codes.put("last-year", new Code("last-year", "summit-2026", "wall", null, null, true, null));
    codes.put(
        "last-talk",
        new Code("last-talk", "summit-2026", "slide", null, "gone", true, "summit-talk"));
    codes.put("brochure", new Code("brochure", null, "page-2", null, "survey"));
    var contents = new TreeMap<>(p.contents());
    contents.put("stray", stray());
    return new Playbook(
        p.root(),
        p.company(),
        p.stages(),
        p.pools(),
        p.returns(),
        p.otherReturns(),
        p.settling(),
        p.plans(),
        p.scoring(),
        contents,
        p.occasions(),
        codes,
        forms,
        p.mails(),
        p.journeys(),
        p.formerJourneys(),
        p.crmSources(),
        p.handOffTo(),
        p.assignment(),
        Fields.EMPTY,
        TagScheme.EMPTY,
        Dictionaries.EMPTY,
        AccountRules.EMPTY,
        p.machines(),
        Imports.EMPTY,
        Audiences.EMPTY,
        Scenarios.EMPTY,
        p.ctas(),
        p.calls(),
        new Trust(Joining.USUAL, Map.of("wechat", Set.of("openid"))),
        p.retention(),
        p.sweep());
  }

  private static Content stray() {
    var outside = words("../template.yaml", "../../pom.xml");
    var title = words("外部", "Outside");
    return Content.of(
        "stray", 1, "tool", "basics", "general", List.of(), title, title, null, outside);
  }

  private static Form form(String id, boolean isShared, List<Question> questions) {
    var title = words("标题", "Title");
    var thanks = words("谢谢", "Thank you");
    return new Form(id, title, title, title, thanks, thanks, null, isShared, false, questions);
  }

  private static List<Question> questionnaire() {
    return List.of(
        question("topic", Kind.TEXT, true),
        question("email", Kind.EMAIL, false),
        question("mobile", Kind.PHONE, false),
        question("size", Kind.CHOICE, true),
        question("channels", Kind.CHOICES, false),
        question("terms", Kind.CONSENT, false),
        question("mails", Kind.CONSENT, false),
        question("comments", Kind.TEXT, false));
  }

  private static Question question(String id, Kind kind, boolean isRequired) {
    var options =
        List.of(
            new Option("small", words("小", "Small")),
            new Option("medium", words("中", "Medium")),
            new Option("large", words("大", "Large")));
    var label = words("问题 " + id, "Question " + id);
    return new Question(id, kind, isRequired, label, null, null, options);
  }
}
