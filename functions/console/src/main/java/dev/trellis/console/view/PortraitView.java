package dev.trellis.console.view;

import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.TagScheme.Layer;
import dev.trellis.core.portrait.Archive;
import dev.trellis.core.portrait.Attribute;
import dev.trellis.core.portrait.BlockView;
import dev.trellis.core.portrait.Conflict;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Tag;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a lead's history means, layer by layer and as of now, beside what was declared (R19, R20).
 */
final class PortraitView {

  private static final int THOUSANDTHS = 3;

  private final Portrait portrait;
  private final List<LeadEvent> log;
  private final Archive archive;

  PortraitView(Portrait portrait, List<LeadEvent> log) {
    this.portrait = portrait;
    this.log = log;
    this.archive = Archive.of(log);
  }

  /** Adds the members {@code archive, portrait, blocks, conflicts}. */
  void addTo(Map<String, Object> view) {
    view.put("archive", archive());
    view.put("portrait", portrait());
    view.put("blocks", blocks());
    view.put(
        "conflicts",
        portrait.attributes().conflicts().stream().map(PortraitView::conflict).toList());
  }

  private Map<String, Object> archive() {
    var fields = new TreeMap<String, Object>();
    archive
        .fields()
        .forEach((field, told) -> fields.put(field, told.stream().map(Json::tree).toList()));
    var view = new LinkedHashMap<String, Object>();
    view.put("fields", fields);
    view.put("sql", archive.verdicts().stream().map(Json::tree).toList());
    return view;
  }

  private Map<String, Object> portrait() {
    var view = new LinkedHashMap<String, Object>();
    view.put("asOf", Json.tree(portrait.now()));
    view.put("interests", tags(Layer.INTEREST));
    view.put("attributes", attributes());
    view.put("activity", activity());
    view.put("bant", bant());
    view.put("isSQL", archive.sql().map(PortraitView::verdict).orElse(null));
    return view;
  }

  // No is an answer as well: it must not be left out.
  private static Map<String, Object> verdict(Archive.SqlVerdict verdict) {
    var view = new LinkedHashMap<String, Object>();
    view.put("isSql", verdict.isSql());
    view.put("who", verdict.who());
    view.put("at", Json.tree(verdict.at()));
    view.put("why", verdict.why());
    view.put("event", verdict.event());
    return view;
  }

  private Map<String, Object> attributes() {
    var values = new TreeMap<String, Object>();
    portrait.attributes().all().forEach(a -> values.put(a.field(), attribute(a)));
    var view = new LinkedHashMap<String, Object>();
    view.put("tags", tags(Layer.ATTRIBUTE));
    view.put("values", values);
    return view;
  }

  private Map<String, Object> activity() {
    var view = new LinkedHashMap<String, Object>();
    portrait
        .activityGrade()
        .ifPresent(g -> {
          view.put("grade", g.grade().id());
          view.put("name", g.grade().name().texts());
          view.put("points", BigDecimal.valueOf(g.points(), THOUSANDTHS));
          view.put("evidence", g.evidence());
        });
    view.put("tags", tags(Layer.ACTIVITY));
    return view;
  }

  private Map<String, Object> bant() {
    var bant = portrait.bant();
    var view = new LinkedHashMap<String, Object>();
    bant.facets()
        .forEach((facet, value) ->
            view.put(facet, value.<Object>map(this::attribute).orElse("unknown")));
    view.put("valid", bant.valid());
    view.put("missing", bant.missing());
    return view;
  }

  private List<Map<String, Object>> tags(Layer layer) {
    return portrait.tags(layer).stream().map(this::tag).toList();
  }

  private Map<String, Object> tag(Tag tag) {
    var events =
        log.stream()
            .filter(event -> tag.evidence().stream().anyMatch(e -> shows(event, e)))
            .toList();
    var view = new LinkedHashMap<String, Object>();
    view.put("tag", tag.id());
    portrait
        .playbook()
        .tagScheme()
        .tag(tag.id())
        .ifPresent(definition -> view.put("name", definition.name().texts()));
    view.put("parent", tag.parent());
    view.put("status", Json.tree(tag.status()));
    view.put(
        "by",
        events.stream()
            .map(e -> Archive.actor(e).orElse(null))
            .filter(Objects::nonNull)
            .distinct()
            .toList());
    view.put("count", tag.count());
    view.put("first", Json.tree(tag.first()));
    view.put("last", Json.tree(tag.last()));
    view.put("evidence", tag.evidence());
    view.put("events", events.stream().map(LeadEvent::id).toList());
    return view;
  }

  // Evidence names an event or a content that was read.
  private static boolean shows(LeadEvent event, String evidence) {
    return event.id().equals(evidence)
        || event.happening() instanceof Happening.ContentRead read
            && read.content().equals(evidence);
  }

  private Map<String, Object> attribute(Attribute attribute) {
    var view = told(attribute);
    view.put("counts", portrait.attributes().counts(attribute));
    return view;
  }

  private static Map<String, Object> told(Attribute attribute) {
    var view = new LinkedHashMap<String, Object>();
    view.put("value", attribute.value());
    view.put("source", Json.tree(attribute.source()));
    view.put("confidencePercent", attribute.confidencePercent());
    view.put("at", Json.tree(attribute.at()));
    view.put("evidence", attribute.evidence());
    view.put("note", attribute.note());
    return view;
  }

  private static Map<String, Object> conflict(Conflict conflict) {
    var view = new LinkedHashMap<String, Object>();
    view.put("field", conflict.field());
    view.put("shown", told(conflict.shown()));
    view.put("others", conflict.others().stream().map(PortraitView::told).toList());
    return view;
  }

  private Map<String, Object> blocks() {
    var view = new LinkedHashMap<String, Object>();
    portrait.blocks().forEach(b -> view.put(String.valueOf(Json.tree(b.block())), block(b)));
    return view;
  }

  private static Map<String, Object> block(BlockView block) {
    var fields = new LinkedHashMap<String, Object>();
    block
        .fields()
        .forEach((field, value) -> fields.put(field, value.map(Attribute::value).orElse(null)));
    var view = new LinkedHashMap<String, Object>();
    view.put("completenessPercent", block.completenessPercent());
    view.put("fields", fields);
    return view;
  }
}
