package dev.trellis.playbook;

import dev.trellis.playbook.bind.Binder;
import java.util.LinkedHashMap;
import java.util.Map;

/** What editors are told of the playbook's files: {@code schema/<name>.schema.json} (R92). */
public final class Schemas {

  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private static final Map<String, Class<?>> FILES = new LinkedHashMap<>();

  static {
    FILES.put("playbook", PlaybookFile.class);
    FILES.put("stages", StagesFile.class);
    FILES.put("approvals", ApprovalsFile.class);
    FILES.put("pools", PoolsFile.class);
    FILES.put("codes", CodesFile.class);
    FILES.put("crm", CrmFile.class);
    FILES.put("form", FormFile.class);
    FILES.put("journey", JourneyFile.class);
    FILES.put("letter", LetterFile.class);
    FILES.put("scoring", ScoringFile.class);
    FILES.put("contents", ContentsFile.class);
    FILES.put("fields", FieldsFile.class);
    FILES.put("tags", TagsFile.class);
    FILES.put("titles", TitlesFile.class);
    FILES.put("variants", DictionariesReader.Variants.class);
    FILES.put("industries", DictionariesReader.IndustriesFile.class);
    FILES.put("keywords", DictionariesReader.Keywords.class);
    FILES.put("companies", DictionariesReader.Companies.class);
    FILES.put("accounts", AccountRulesReader.AccountsFile.class);
    FILES.put("machines", MachinesFile.class);
    FILES.put("imports", ImportsFile.class);
    FILES.put("audiences", AudiencesFile.class);
    FILES.put("scenarios", ScenariosFile.class);
    FILES.put("ctas", CtasFile.class);
    FILES.put("calls", CallsFile.class);
    FILES.put("holidays", HolidaysFile.class);
  }

  private Schemas() {}

  /** The schemas by the names of their files. */
  public static Map<String, Map<String, Object>> all() {
    var all = new LinkedHashMap<String, Map<String, Object>>();
    FILES.forEach((name, file) -> all.put(name, of(name, file)));
    Binder.usedByAll().forEach((name, schema) -> all.put(name, titled(name, schema)));
    return all;
  }

  /** The schema of a file. */
  public static Map<String, Object> of(String name, Class<?> file) {
    return titled(name, Binder.schema(file));
  }

  private static Map<String, Object> titled(String name, Map<String, Object> schema) {
    var titled = new LinkedHashMap<String, Object>();
    titled.put("$schema", DRAFT);
    titled.put("title", name);
    titled.putAll(schema);
    return titled;
  }
}
