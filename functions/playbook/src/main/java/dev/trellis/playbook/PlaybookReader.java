package dev.trellis.playbook;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.Code;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.CrmSource;
import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.Occasion;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Pool;
import dev.trellis.core.playbook.Stage;
import dev.trellis.playbook.check.AccountRulesCheck;
import dev.trellis.playbook.check.PlaybookCheck;
import dev.trellis.playbook.yaml.Problem;
import dev.trellis.playbook.yaml.Yaml;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
      new PlaybookCheck(playbook, reader.places).run();
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
    if (!problems.isEmpty()) {
      // Without languages nothing else can be read.
      throw new PlaybookException(problems);
    }
    main.only("company", "lifecycle", "plans", "mails");
    var company = CompanyReader.read(main);
    languages = company.languages();
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
    places.put("stages", stages);
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
    places.put("release", pools.find("release").orElse(pools));
    pools.find("otherReturns").ifPresent(p -> places.put("otherReturns", p));
    var codes = Yaml.read(root, "codes.yaml", problems);
    codes.only("events", "codes");
    var crm = Yaml.read(root, "crm.yaml", problems);
    crm.only("handOffTo", "assign", "sources");
    places.put("crm", crm);
    var source = new Source(root, languages, places, problems);
    var dictionaries = DictionariesReader.read(source);
    var forms = new LinkedHashMap<String, Form>();
    for (var file : source.list("forms", ".yaml")) {
      var id = file.substring("forms/".length(), file.length() - ".yaml".length());
      forms.put(id, new FormReader(source).read(id, Yaml.read(root, file, problems)));
    }
    var journeys = JourneysReader.read(source);
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
        ContentsReader.read(source),
        byId(codes.list("events"), "event", this::occasion, Occasion::id),
        byId(codes.list("codes"), "code", this::code, Code::id),
        forms,
        MailsReader.read(source),
        journeys.current(),
        journeys.former(),
        byId(crm.list("sources"), "source", this::source, CrmSource::id),
        crm.text("handOffTo"),
        AssignmentReader.read(crm),
        FieldsReader.read(source),
        TagSchemeReader.read(source),
        dictionaries,
        AccountRulesReader.read(source, dictionaries),
        MachinesReader.read(source),
        ImportsReader.read(source),
        AudiencesReader.read(source),
        ScenariosReader.read(source),
        CtasReader.read(source));
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
    place.only("id", "name", "when", "contents", "pools");
    var path = above + place.text("id");
    places.put("pool " + path, place);
    return new Pool(
        path,
        place.wording("name", languages),
        condition(place),
        place.find("contents").map(PlaybookReader::types).orElse(List.of()),
        place.list("pools").stream().map(p -> pool(p, path + "/")).toList());
  }

  private static List<String> types(Yaml place) {
    return place.list().stream().map(t -> t.oneOf(Content.TYPES)).toList();
  }

  private static Condition condition(Yaml place) {
    return place.find("when").map(ConditionReader::read).orElse(Condition.ALWAYS);
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
}
