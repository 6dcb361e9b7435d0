package dev.trellis.console.view;

import dev.trellis.core.account.Account;
import dev.trellis.core.account.Chain.Slot;
import dev.trellis.core.account.CompanyFact;
import dev.trellis.core.account.Person;
import dev.trellis.core.account.RollUp;
import dev.trellis.core.account.Telling;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.NamedAccount;
import dev.trellis.core.playbook.Playbook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A company as a tree of maps and lists, ready to be composed. */
final class AccountTree {

  private AccountTree() {}

  static Map<String, Object> line(Account account) {
    var line = new LinkedHashMap<String, Object>();
    line.put("key", account.key().toString());
    line.put("name", account.name());
    line.put("named", account.named().map(NamedAccount::id).orElse(null));
    line.put("priority", account.named().map(NamedAccount::priority).orElse(null));
    line.put("tier", account.named().map(NamedAccount::tier).orElse(null));
    line.put("customerSince", Json.tree(account.customerSince().orElse(null)));
    line.put("people", account.people().size());
    line.put("former", account.former().size());
    line.put("coveragePercent", account.chain().coveragePercent());
    return line;
  }

  static Map<String, Object> of(Account account, Playbook playbook) {
    var view = line(account);
    view.put("aliases", account.aliases().stream().map(Object::toString).toList());
    var facts = new LinkedHashMap<String, Object>();
    account.facts().forEach(f -> facts.put(f.field(), fact(f)));
    view.put("facts", facts);
    view.put("people", account.people().stream().map(AccountTree::person).toList());
    view.put("former", account.former().stream().map(AccountTree::person).toList());
    view.put("chain", account.chain().slots().stream().map(s -> slot(s, playbook)).toList());
    var scores = new TreeMap<String, Object>();
    account.scores().forEach(s -> scores.put(s.name(), score(s)));
    view.put("scores", scores);
    return view;
  }

  private static Map<String, Object> fact(CompanyFact fact) {
    var view = told(fact.shown());
    view.put("confidencePercent", fact.confidencePercent());
    view.put("others", fact.others().stream().map(AccountTree::told).toList());
    return view;
  }

  private static Map<String, Object> told(Telling telling) {
    var view = new LinkedHashMap<String, Object>();
    view.put("value", telling.value());
    view.put("authority", Json.tree(telling.authority()));
    view.put("at", telling.at().toString());
    view.put("source", telling.source());
    return view;
  }

  private static Map<String, Object> person(Person person) {
    var view = new LinkedHashMap<String, Object>();
    view.put("lead", person.lead());
    view.put("name", person.name());
    view.put("roles", List.copyOf(person.roles()));
    view.put("title", person.title());
    view.put("since", Json.tree(person.since()));
    view.put("until", Json.tree(person.until()));
    return view;
  }

  private static Map<String, Object> slot(Slot slot, Playbook playbook) {
    var view = new LinkedHashMap<String, Object>();
    view.put("role", slot.role().role());
    var names = new LinkedHashMap<String, Object>();
    playbook.company().languages().forEach(l -> names.put(l, slot.role().name().in(l)));
    view.put("name", names);
    view.put("state", Json.tree(slot.state()));
    view.put("weight", slot.role().weight());
    view.put("required", slot.role().required());
    view.put("people", slot.people());
    view.put("former", slot.former());
    return view;
  }

  private static Map<String, Object> score(RollUp score) {
    var ofPeople = new TreeMap<String, Object>();
    score.ofPeople().forEach((lead, own) -> ofPeople.put(lead, ScoreView.points(own)));
    var view = new LinkedHashMap<String, Object>();
    view.put("points", ScoreView.points(score.sum()));
    view.put("ofPeople", ofPeople);
    return view;
  }
}
