package dev.trellis.playbook;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.dictionary.Dictionaries;
import dev.trellis.core.playbook.AccountRules;
import dev.trellis.core.playbook.AccountRules.ChainRole;
import dev.trellis.core.playbook.AccountRules.Exclusion;
import dev.trellis.core.playbook.NamedAccount;
import dev.trellis.core.playbook.NamedAccount.Outside;
import dev.trellis.playbook.yaml.Yaml;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code accounts.yaml}. */
final class AccountRulesReader {

  private final Source source;
  private final Dictionaries dictionaries;

  private AccountRulesReader(Source source, Dictionaries dictionaries) {
    this.source = source;
    this.dictionaries = dictionaries;
  }

  static AccountRules read(Source source, Dictionaries dictionaries) {
    return source
        .find("accounts.yaml")
        .map(new AccountRulesReader(source, dictionaries)::rules)
        .orElse(AccountRules.EMPTY);
  }

  private AccountRules rules(Yaml file) {
    file.only("accounts", "exclusions", "chain");
    return new AccountRules(
        file.list("accounts").stream().map(this::named).toList(),
        file.list("exclusions").stream().map(this::exclusion).toList(),
        file.list("chain").stream().map(this::role).toList());
  }

  private NamedAccount named(Yaml place) {
    place.only("id", "name", "aliases", "domains", "priority", "tier", "outside");
    place("account", place.text("id"), place);
    var name = place.wording("name", source.languages());
    var aliases = texts(place, "aliases");
    var names = new ArrayList<>(name.texts().values());
    names.addAll(aliases);
    return new NamedAccount(
        place.text("id"),
        name,
        aliases,
        cores(names),
        domains(place),
        place.number("priority"),
        place.text("tier"),
        place.find("outside").map(AccountRulesReader::outside).orElse(null));
  }

  private static Outside outside(Yaml place) {
    place.only("source", "asOf", "confidencePercent", "values");
    var values = new TreeMap<String, String>();
    place.get("values").map().forEach((field, value) -> values.put(field, value.text()));
    var confidence = place.number("confidencePercent");
    if (confidence < 1 || confidence > 100) {
      place
          .get("confidencePercent")
          .problem("\"" + confidence + "\" is no percentage", "Write 1 to 100");
    }
    return new Outside(
        place.text("source"),
        place
            .get("asOf")
            .converted(AccountRulesReader::startOf, Instant.EPOCH, "a day", "2026-06-30"),
        confidence,
        values);
  }

  private static Instant startOf(String day) {
    return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private Exclusion exclusion(Yaml place) {
    place.only("id", "name", "when", "companies", "domains");
    place("exclusion", place.text("id"), place);
    var any = new ArrayList<Condition>();
    place.find("when").map(ConditionReader::read).ifPresent(any::add);
    add(any, "account.name", cores(texts(place, "companies")));
    add(any, "account.domain", domains(place));
    if (any.isEmpty()) {
      place.problem("excludes nobody", "Add \"when:\", \"companies:\" or \"domains:\"");
    }
    return new Exclusion(
        place.text("id"),
        place.wording("name", source.languages()),
        any.size() == 1 ? any.getFirst() : new Condition.Any(List.copyOf(any)));
  }

  private static void add(List<Condition> any, String field, Set<String> words) {
    if (!words.isEmpty()) {
      any.add(new Leaf(field, new Condition.In(words)));
    }
  }

  private ChainRole role(Yaml place) {
    place.only("role", "name", "weight", "required");
    place("chain", place.text("role"), place);
    var weight = place.number("weight");
    if (weight < 1) {
      place.get("weight").problem("a weight of " + weight + " counts nothing", "Write 1 or more");
    }
    return new ChainRole(
        place.text("role"),
        place.wording("name", source.languages()),
        weight,
        place.flag("required"));
  }

  private Set<String> cores(Collection<String> names) {
    var cores = new TreeSet<String>();
    names.forEach(n -> dictionaries.companies().core(n).ifPresent(cores::add));
    return cores;
  }

  private static Set<String> domains(Yaml place) {
    var domains = new TreeSet<String>();
    texts(place, "domains").forEach(d -> domains.add(d.toLowerCase(Locale.ROOT)));
    return domains;
  }

  private static List<String> texts(Yaml place, String key) {
    return place.list(key).stream().map(Yaml::text).toList();
  }

  private void place(String kind, String id, Yaml place) {
    if (source.places().put(kind + " " + id, place) != null) {
      place.problem("a second " + kind + " \"" + id + "\"", "Give it another id, or remove one");
    }
  }
}
