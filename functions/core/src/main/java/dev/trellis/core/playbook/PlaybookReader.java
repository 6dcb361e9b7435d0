package dev.trellis.core.playbook;

import dev.trellis.core.journey.Journey;
import dev.trellis.core.lifecycle.Condition;
import dev.trellis.core.playbook.Form.Kind;
import dev.trellis.core.playbook.Form.Option;
import dev.trellis.core.playbook.Form.Question;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads a playbook folder and reports every problem with file, line and remedy. */
public final class PlaybookReader {

  private final Path root;
  private final List<Problem> problems = new ArrayList<>();
  private List<String> languages = List.of();

  private PlaybookReader(Path root) {
    this.root = root;
  }

  /**
   * Reads and checks a playbook.
   *
   * @throws PlaybookException if anything in it is wrong; lists all that was found
   */
  public static Playbook read(Path root) {
    var reader = new PlaybookReader(root);
    var playbook = reader.playbook();
    if (reader.problems.isEmpty()) {
      new PlaybookCheck(playbook, reader.places, reader.problems).run();
      new AccountRulesCheck(playbook.accounts(), playbook.dictionaries().companies(), reader.places)
          .run();
    }
    if (!reader.problems.isEmpty()) {
      throw new PlaybookException(reader.problems);
    }
    return playbook;
  }

  /** Where each thing was defined, by kind and id, for the checks that look across files. */
  private final Map<String, Yaml> places = new HashMap<>();

  private Playbook playbook() {
    var main = Yaml.read(root, "playbook.yaml", problems);
    main.only("company", "lifecycle", "plans");
    var company = company(main.get("company"));
    var plans = new LinkedHashMap<String, Period>();
    main.find("plans")
        .ifPresent(p ->
            p.map()
                .forEach((answer, period) -> {
                  if (!period.text().equals("none")) {
                    plans.put(answer, period.period());
                  }
                }));
    var lifecycle = main.find("lifecycle").map(l -> "lifecycles/" + l.text() + "/").orElse("");
    var stages = Yaml.read(root, lifecycle + "stages.yaml", problems);
    stages.only("stages");
    var pools = Yaml.read(root, lifecycle + "pools.yaml", problems);
    pools.only("pools", "returns", "otherReturns", "release", "coolDown");
    var returns = new LinkedHashMap<String, String>();
    pools
        .find("returns")
        .ifPresent(r ->
            r.map()
                .forEach((reason, pool) -> {
                  places.put("return " + reason, pool);
                  returns.put(reason, pool.text());
                }));
    pools.find("otherReturns").ifPresent(p -> places.put("otherReturns", p));
    var codes = Yaml.read(root, "codes.yaml", problems);
    codes.only("events", "codes");
    var contents = Yaml.read(root, "contents.yaml", problems);
    contents.only("contents");
    var crm = Yaml.read(root, "crm.yaml", problems);
    crm.only("handOffTo", "sources");
    places.put("crm", crm);
    var source = new Source(root, languages, places, problems);
    var dictionaries = DictionariesReader.read(source);
    return new Playbook(
        root,
        company,
        stages.list("stages").stream().map(this::stage).toList(),
        pools.list("pools").stream().map(p -> pool(p, "")).toList(),
        returns,
        pools.text("otherReturns"),
        SettlingReader.read(pools),
        plans,
        ScoringReader.read(source),
        byId(contents.list("contents"), "content", this::content, Content::id),
        byId(codes.list("events"), "event", this::occasion, Occasion::id),
        byId(codes.list("codes"), "code", this::code, Code::id),
        files("forms", ".yaml", (id, file) -> form(id, Yaml.read(root, file, problems))),
        mails(),
        files("journeys", ".yaml", (id, file) -> journey(id, file)),
        byId(crm.list("sources"), "source", this::source, CrmSource::id),
        crm.text("handOffTo"),
        FieldsReader.read(source),
        TagSchemeReader.read(source),
        dictionaries,
        AccountRulesReader.read(source, dictionaries),
        MachinesReader.read(source),
        ImportsReader.read(source),
        AudiencesReader.read(source),
        ScenariosReader.read(source));
  }

  private Company company(Yaml place) {
    place.only(
        "name", "address", "site", "privacy", "languages", "country", "zone", "sender", "linkDays");
    languages = place.get("languages").texts();
    return new Company(
        place.wording("name", languages),
        place.wording("address", languages),
        place.text("site"),
        place.text("privacy"),
        languages,
        place.text("country"),
        place
            .get("zone")
            .converted(PlaybookReader::zone, ZoneId.of("UTC"), "a zone", "Asia/Shanghai"),
        place.text("sender"),
        place.number("linkDays"));
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException("no such zone", e);
    }
  }

  private Stage stage(Yaml place) {
    place.only("id", "name", "team", "kpi", "sop", "when");
    places.put("stage " + place.text("id"), place);
    return new Stage(
        place.text("id"),
        place.wording("name", languages),
        place.text("team"),
        place.wording("kpi", languages),
        place.wording("sop", languages),
        condition(place));
  }

  private Pool pool(Yaml place, String above) {
    place.only("id", "name", "when", "pools");
    var path = above + place.text("id");
    places.put("pool " + path, place);
    return new Pool(
        path,
        place.wording("name", languages),
        condition(place),
        place.list("pools").stream().map(p -> pool(p, path + "/")).toList());
  }

  private static Condition condition(Yaml place) {
    return place.find("when").map(ConditionReader::read).orElse(Condition.ALWAYS);
  }

  private Content content(Yaml place) {
    place.only(
        "id", "version", "form", "type", "topic", "tags", "title", "summary", "page", "file");
    return new Content(
        place.text("id"),
        place.number("version"),
        place.text("form"),
        place.text("type"),
        place.text("topic"),
        place.find("tags").map(Yaml::texts).orElse(List.of()),
        place.wording("title", languages),
        place.wording("summary", languages),
        fileWording(place, "page"),
        fileWording(place, "file"));
  }

  private Wording fileWording(Yaml place, String key) {
    if (place.find(key).isEmpty()) {
      return null;
    }
    var wording = place.wording(key, languages);
    for (var file : wording.texts().values()) {
      var path = root.resolve(file).normalize();
      if (!path.startsWith(root.normalize()) || !Files.isRegularFile(path)) {
        place.get(key).problem("no file \"" + file + "\"", "Add it to the playbook folder");
      }
    }
    return wording;
  }

  private Occasion occasion(Yaml place) {
    place.only("id", "name", "place", "date");
    return new Occasion(
        place.text("id"),
        place.wording("name", languages),
        place.wording("place", languages),
        place.get("date").converted(LocalDate::parse, LocalDate.EPOCH, "a date", "2026-11-20"));
  }

  private Code code(Yaml place) {
    place.only("id", "event", "placement", "content", "form");
    return new Code(
        place.text("id"),
        place.text("event"),
        place.text("placement"),
        place.textOr("content", null),
        place.text("form"));
  }

  private CrmSource source(Yaml place) {
    place.only("id", "fields");
    var fields = new LinkedHashMap<String, String>();
    place.find("fields").ifPresent(f -> f.map().forEach((k, v) -> fields.put(k, v.text())));
    return new CrmSource(place.text("id"), fields);
  }

  private Form form(String id, Yaml place) {
    place.only(
        "title",
        "intro",
        "submit",
        "thanksTitle",
        "thanks",
        "content",
        "sharedDevice",
        "questions");
    places.put("form " + id, place);
    return new Form(
        id,
        place.wording("title", languages),
        place.wording("intro", languages),
        place.wording("submit", languages),
        place.wording("thanksTitle", languages),
        place.wording("thanks", languages),
        place.textOr("content", null),
        place.flag("sharedDevice"),
        place.list("questions").stream().map(q -> question(id, q)).toList());
  }

  private Question question(String form, Yaml place) {
    place.find("id").ifPresent(q -> places.put("question " + form + "/" + q.text(), q));
    place.only("id", "kind", "required", "label", "hint", "autocomplete", "options");
    var kind = place.constant(Kind.class, place.text("kind")).orElse(Kind.TEXT);
    var options = place.list("options").stream().map(this::option).toList();
    if (options.isEmpty() && (kind == Kind.CHOICE || kind == Kind.CHOICES)) {
      place.problem("a choice without options", "Add \"options:\" with id and label each");
    }
    return new Question(
        place.text("id"),
        kind,
        place.flag("required"),
        place.wording("label", languages),
        place.find("hint").isPresent() ? place.wording("hint", languages) : null,
        place.textOr("autocomplete", null),
        options);
  }

  private Option option(Yaml place) {
    place.only("id", "label");
    return new Option(place.text("id"), place.wording("label", languages));
  }

  private Journey journey(String id, String file) {
    var place = Yaml.read(root, file, problems);
    places.put("journey " + id, place);
    return JourneyReader.read(id, place, languages);
  }

  /** One mail is a file per language, {@code mails/<id>.<language>.md}. */
  private Map<String, MailText> mails() {
    var subjects = new TreeMap<String, TreeMap<String, String>>();
    var bodies = new TreeMap<String, TreeMap<String, String>>();
    for (var file : list("mails", ".md")) {
      var name = file.substring("mails/".length(), file.length() - ".md".length());
      int dot = name.lastIndexOf('.');
      var language = dot < 0 ? "" : name.substring(dot + 1);
      if (!languages.contains(language)) {
        problems.add(
            new Problem(file, 1, "the name says no language", "Name it <id>.<language>.md"));
        continue;
      }
      var id = name.substring(0, dot);
      var matter = FrontMatter.read(root, file, problems);
      matter.head().only("subject");
      subjects
          .computeIfAbsent(id, _ -> new TreeMap<>())
          .put(language, matter.head().text("subject"));
      bodies.computeIfAbsent(id, _ -> new TreeMap<>()).put(language, matter.body());
    }
    var mails = new LinkedHashMap<String, MailText>();
    subjects.forEach((id, subject) -> {
      for (var language : languages) {
        if (!subject.containsKey(language)) {
          problems.add(
              new Problem(
                  "mails/" + id + "." + language + ".md",
                  1,
                  "the mail \"" + id + "\" is not written in \"" + language + "\"",
                  "Add this file"));
        }
      }
      mails.put(id, new MailText(id, new Wording(subject), new Wording(bodies.get(id))));
    });
    return mails;
  }

  private <T> Map<String, T> byId(
      List<Yaml> list, String kind, Function<Yaml, T> read, Function<T, String> id) {
    var all = new LinkedHashMap<String, T>();
    for (var place : list) {
      var one = read.apply(place);
      places.put(kind + " " + id.apply(one), place);
      if (all.put(id.apply(one), one) != null) {
        place.problem("a second " + kind + " \"" + id.apply(one) + "\"", "Give it another id");
      }
    }
    return all;
  }

  private interface FileReader<T> {
    T read(String id, String file);
  }

  private <T> Map<String, T> files(String folder, String ending, FileReader<T> reader) {
    var all = new LinkedHashMap<String, T>();
    for (var file : list(folder, ending)) {
      var id = file.substring(folder.length() + 1, file.length() - ending.length());
      all.put(id, reader.read(id, file));
    }
    return all;
  }

  private Collection<String> list(String folder, String ending) {
    if (!Files.isDirectory(root.resolve(folder))) {
      return List.of();
    }
    try (var files = Files.list(root.resolve(folder))) {
      return files
          .map(f -> folder + "/" + f.getFileName())
          .filter(f -> f.endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      problems.add(new Problem(folder, 1, "cannot be listed", "Check the folder's permissions"));
      return List.of();
    }
  }

  /** A Markdown file that starts with YAML between lines of three dashes. */
  private record FrontMatter(Yaml head, String body) {
    static FrontMatter read(Path root, String file, List<Problem> problems) {
      String text;
      try {
        text = Files.readString(root.resolve(file), StandardCharsets.UTF_8);
      } catch (IOException e) {
        problems.add(new Problem(file, 1, "cannot be read", "Save it as UTF-8"));
        text = "---\nsubject: x\n---\n";
      }
      int end = text.indexOf("\n---\n", 3);
      if (!text.startsWith("---\n") || end < 0) {
        problems.add(
            new Problem(
                file,
                1,
                "has no front matter",
                "Start it with a line \"---\", then \"subject: …\", then \"---\""));
        return new FrontMatter(Yaml.parse(file, "subject: x", 1, problems), text);
      }
      return new FrontMatter(
          Yaml.parse(file, text.substring(4, end), 2, problems), text.substring(end + 5).strip());
    }
  }
}
