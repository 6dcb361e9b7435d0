package dev.trellis.console.view;

import module java.base;

import dev.trellis.console.view.ProfileView.Tagged;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.json.Json.Inline;
import dev.trellis.core.playbook.Fields.Block;
import dev.trellis.core.playbook.TagDefinition;
import dev.trellis.core.playbook.TagScheme.Layer;
import dev.trellis.core.portrait.Attribute;
import dev.trellis.core.portrait.BlockView;
import dev.trellis.core.portrait.Conflict;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Tag;

/**
 * What a lead's history means, layer by layer and as of now, beside what was declared (R19, R20).
 */
record PortraitView(
    Declared archive, Meant portrait, Map<Block, Known> blocks, List<Conflict> conflicts) {

  static PortraitView of(Portrait portrait, List<LeadEvent> log) {
    var archive = Archive.of(log);
    var blocks = new LinkedHashMap<Block, Known>();
    portrait.blocks().forEach(block -> blocks.put(block.block(), Known.of(block)));
    return new PortraitView(
        new Declared(archive.fields(), archive.verdicts()),
        new Drawing(portrait, log).meant(archive),
        blocks,
        portrait.attributes().conflicts());
  }

  /** What was told, and what sales judged. */
  record Declared(SortedMap<String, List<Archive.Told>> fields, List<Archive.SqlVerdict> sql) {}

  /** What follows from it now. */
  record Meant(
      Instant asOf,
      List<TagView> interests,
      Attributes attributes,
      Activity activity,
      Map<String, Object> bant,
      Archive.SqlVerdict isSQL) {}

  record Attributes(List<TagView> tags, SortedMap<String, Counted> values) {}

  record Counted(@Inline Attribute attribute, boolean counts) {}

  record Activity(
      String grade,
      Map<String, String> name,
      BigDecimal points,
      List<String> evidence,
      List<TagView> tags) {}

  /**
   * A tag, and who gave it.
   *
   * @param events in which its evidence shows
   */
  record TagView(
      @Inline Tagged tag, Map<String, String> name, List<String> by, List<String> events) {}

  /** How much of a block is known, and what. */
  record Known(int completenessPercent, Map<String, String> fields) {
    static Known of(BlockView block) {
      var fields = new LinkedHashMap<String, String>();
      block
          .fields()
          .forEach((field, value) -> fields.put(field, value.map(Attribute::value).orElse(null)));
      return new Known(block.completenessPercent(), fields);
    }
  }

  private record Drawing(Portrait portrait, List<LeadEvent> log) {

    Meant meant(Archive archive) {
      var values = new TreeMap<String, Counted>();
      portrait.attributes().all().forEach(a -> values.put(a.field(), counted(a)));
      return new Meant(
          portrait.now(),
          tags(Layer.INTEREST),
          new Attributes(tags(Layer.ATTRIBUTE), values),
          activity(),
          bant(),
          archive.sql().orElse(null));
    }

    private Counted counted(Attribute attribute) {
      return new Counted(attribute, portrait.attributes().counts(attribute));
    }

    private Activity activity() {
      var tags = tags(Layer.ACTIVITY);
      return portrait
          .activityGrade()
          .map(g ->
              new Activity(
                  g.grade().id(),
                  g.grade().name().texts(),
                  Thousandths.exact(g.points()),
                  g.evidence(),
                  tags))
          .orElseGet(() -> new Activity(null, null, null, null, tags));
    }

    private Map<String, Object> bant() {
      var bant = portrait.bant();
      var view = new LinkedHashMap<String, Object>();
      bant.facets()
          .forEach((facet, value) ->
              view.put(facet, value.<Object>map(this::counted).orElse("unknown")));
      view.put("valid", bant.valid());
      view.put("missing", bant.missing());
      return view;
    }

    private List<TagView> tags(Layer layer) {
      return portrait.tags(layer).stream().map(this::tag).toList();
    }

    private TagView tag(Tag tag) {
      var events =
          log.stream()
              .filter(event -> tag.evidence().stream().anyMatch(e -> shows(event, e)))
              .toList();
      var definition = portrait.playbook().tagScheme().tag(tag.id());
      return new TagView(
          Tagged.of(tag),
          definition.map(TagDefinition::name).map(name -> name.texts()).orElse(null),
          events.stream().flatMap(e -> Archive.actor(e).stream()).distinct().toList(),
          events.stream().map(LeadEvent::id).toList());
    }

    // Evidence names an event or a content that was read.
    private static boolean shows(LeadEvent event, String evidence) {
      return event.id().equals(evidence)
          || event.happening() instanceof Happening.ContentRead read
              && read.content().equals(evidence);
    }
  }
}
