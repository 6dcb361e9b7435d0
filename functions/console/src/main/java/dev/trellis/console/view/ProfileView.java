package dev.trellis.console.view;

import dev.trellis.core.json.Json;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Tag;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Reads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The profile as shown: for each fact the value that counts, and who says otherwise (R24). */
final class ProfileView {

  private ProfileView() {}

  static Map<String, Object> of(Portrait portrait) {
    var profile = portrait.profile();
    var facts = new TreeMap<String, Object>();
    profile.facts().forEach((field, told) -> facts.put(field, fact(told)));
    var reads = new TreeMap<String, Object>();
    profile.countedReads().forEach((content, read) -> reads.put(content, read(read)));
    var interest = new TreeMap<String, Object>();
    portrait.interest().forEach((topic, score) -> interest.put(topic, ScoreView.points(score)));
    var view = new LinkedHashMap<String, Object>();
    view.put("identities", Json.tree(profile.identities()));
    view.put("facts", facts);
    view.put("tags", portrait.tags().stream().map(ProfileView::tag).toList());
    view.put("reads", reads);
    view.put("interest", interest);
    view.put("first", Json.tree(profile.first()));
    view.put("last", Json.tree(profile.last()));
    view.put("events", profile.events());
    return view;
  }

  private static Map<String, Object> fact(SortedMap<Authority, Fact> told) {
    var strongest = told.lastKey();
    var shown = told.get(strongest);
    var conflicts = new ArrayList<Object>();
    told.reversed()
        .forEach((authority, fact) -> {
          if (!fact.value().equals(shown.value())) {
            conflicts.add(told(authority, fact));
          }
        });
    var view = told(strongest, shown);
    view.put("conflicts", List.copyOf(conflicts));
    return view;
  }

  private static Map<String, Object> told(Authority authority, Fact fact) {
    var view = new LinkedHashMap<String, Object>();
    view.put("value", fact.value());
    view.put("authority", Json.tree(authority));
    view.put("at", Json.tree(fact.at()));
    return view;
  }

  private static Map<String, Object> tag(Tag tag) {
    var view = new LinkedHashMap<String, Object>();
    view.put("tag", tag.id());
    view.put("count", tag.count());
    view.put("first", Json.tree(tag.first()));
    view.put("last", Json.tree(tag.last()));
    view.put("evidence", tag.evidence());
    view.put("status", Json.tree(tag.status()));
    view.put("parent", tag.parent());
    return view;
  }

  private static Map<String, Object> read(Reads reads) {
    var view = new LinkedHashMap<String, Object>();
    view.put("count", reads.count());
    view.put("versions", Json.tree(reads.versions()));
    view.put("first", Json.tree(reads.first()));
    view.put("last", Json.tree(reads.last()));
    view.put("seconds", reads.seconds());
    return view;
  }
}
