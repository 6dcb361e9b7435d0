package dev.trellis.checks.story;

import module java.base;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.trellis.local.LocalTrellis;
import dev.trellis.local.Options;
import java.net.http.HttpResponse;

/** The whole system under a clock that stands still, and what its visitors and staff do with it. */
final class Town implements AutoCloseable {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalTime NINE = LocalTime.of(9, 0);

  /** A Monday. */
  static final Instant MORNING = Instant.parse("2026-10-26T01:00:00Z");

  static final Path TEMPLATE = Path.of("../../infra/template.yaml");

  private final LocalTrellis trellis;
  private final Visitor staff;

  Town(Path state) throws IOException {
    this(Options.of(TEMPLATE, state));
  }

  Town(Options options) throws IOException {
    trellis = LocalTrellis.start(options.standingAt(MORNING));
    staff = visitor("en");
  }

  Visitor visitor(String language) {
    return new Visitor(trellis.url(), language);
  }

  String url() {
    return trellis.url();
  }

  Instant now() {
    return trellis.now();
  }

  void pass(Duration time) throws TimeoutException, InterruptedException {
    trellis.advance(time);
  }

  /** Lets time pass until it is Monday morning: what follows is not held back by a weekend. */
  void passToMonday() throws TimeoutException, InterruptedException {
    var monday = now().atZone(SHANGHAI).with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(NINE);
    pass(Duration.between(now(), monday));
  }

  void quiet() throws TimeoutException, InterruptedException {
    trellis.awaitIdle();
  }

  /** Whoever a file names comes as well. */
  void importFile(Path file) throws IOException, InterruptedException {
    trellis.importFile(file, new PrintStream(OutputStream.nullOutputStream()));
  }

  HttpResponse<byte[]> answer(String path) throws IOException, InterruptedException {
    return staff.get(path);
  }

  /** A page as people see it. */
  String html(String path, String language) throws IOException, InterruptedException {
    return visitor(language).html(path);
  }

  View json(String path) throws IOException, InterruptedException {
    var answer = staff.get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " answered " + answer.statusCode());
    }
    return View.of(answer);
  }

  /** Everybody in short, youngest first, page by page. */
  List<View> leads() throws IOException, InterruptedException {
    var all = new ArrayList<View>();
    for (var next = Optional.of("/local/leads"); next.isPresent(); ) {
      var answer = staff.get(next.get());
      all.addAll(View.of(answer).list());
      next = next(answer);
    }
    return all;
  }

  /** Where a list goes on. */
  static Optional<String> next(HttpResponse<?> answer) {
    return answer.headers().firstValue("link").map(l -> l.replaceFirst("<(.*)>.*", "$1"));
  }

  View verdict(String handoff, String json) throws IOException, InterruptedException {
    var answer = staff.post("/local/crm/" + handoff, "application/json", json);
    if (answer.statusCode() != 200) {
      throw new AssertionError("the verdict was answered " + answer.statusCode());
    }
    return new View(JSON.std.anyFrom(answer.body()));
  }

  /** What the operator's tool answers. */
  String ops(String line) throws IOException, InterruptedException, TimeoutException {
    var said = JSON.std.asString(Map.of("do", line, "language", "en"));
    var answer = staff.post("/local/ops", "application/json", said);
    if (answer.statusCode() != 200) {
      throw new AssertionError(line + " was answered " + Visitor.text(answer));
    }
    quiet();
    return Visitor.text(answer);
  }

  /** Does by a route of staff what its path says. */
  HttpResponse<byte[]> say(String path) throws IOException, InterruptedException {
    return staff.post(path, "application/json", "{}");
  }

  /** Every mail to one address, oldest first. */
  List<View> mailsTo(String address) throws IOException, InterruptedException {
    return json("/local/mails").list().stream()
        .filter(m -> m.at("to").toString().contains(address))
        .toList();
  }

  /** The 360° view of whoever has this address. */
  View lead(String address) throws IOException, InterruptedException {
    var ids =
        leads().stream()
            .filter(l -> address.equals(l.at("email").value()))
            .map(l -> l.at("id").text())
            .toList();
    if (ids.size() != 1) {
      throw new AssertionError(ids.size() + " leads have the address");
    }
    return json("/local/leads/" + ids.getFirst());
  }

  /** Scans the code, fills in the form as a person would, and waits until all is quiet. */
  Visitor register(String address, Map<String, String> answers)
      throws IOException, InterruptedException, TimeoutException {
    var visitor = visitor("zh-CN,zh;q=0.9");
    var form = visitor.get("/q/summit-talk").headers().firstValue("location").orElseThrow();
    var fields = visitor.open(form);
    pass(Duration.ofSeconds(20));
    fields.putAll(person(address));
    fields.putAll(answers);
    var answer = visitor.post("/f/summit-deck", fields);
    if (answer.statusCode() != 303) {
      throw new AssertionError("the form answered " + answer.statusCode() + Visitor.text(answer));
    }
    quiet();
    return visitor;
  }

  static Map<String, String> person(String address) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("name", "李娜");
    fields.put("company", "示例制造有限公司");
    fields.put("title", "市场总监");
    fields.put("email", address);
    fields.put("consent", "yes");
    return fields;
  }

  @Override
  public void close() {
    trellis.close();
  }
}
