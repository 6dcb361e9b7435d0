package dev.trellis.console.view;

import dev.trellis.console.report.AudienceList;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Audiences.Audience;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Audiences: who is in them now, and why (R50). */
public final class AudienceView {

  private final Leads leads;

  public AudienceView(Leads leads) {
    this.leads = leads;
  }

  /** Every audience, as it is now. */
  public List<AudienceList> all() {
    return leads.playbook().audiences().all().stream().map(this::list).toList();
  }

  public Optional<AudienceList> one(String id) {
    return leads.playbook().audiences().find(id).map(this::list);
  }

  private AudienceList list(Audience audience) {
    return AudienceList.of(
        audience, leads.living().map(s -> s.lead()), leads.playbook(), leads.now());
  }

  /** The audience and its figures. */
  public static Map<String, Object> summary(AudienceList list) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", list.audience().id());
    view.put("name", Json.tree(list.audience().name().texts()));
    view.put("of", Json.tree(list.audience().of()));
    view.put("asOf", list.asOf().toString());
    view.put("people", list.members().size());
    view.put("load", list.load());
    view.put("unowned", list.unowned());
    return view;
  }

  /** The audience, its figures and its people. */
  public static Map<String, Object> tree(AudienceList list) {
    var view = summary(list);
    view.put("members", list.members().stream().map(Json::tree).toList());
    return view;
  }
}
