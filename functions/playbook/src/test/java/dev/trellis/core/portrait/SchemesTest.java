package dev.trellis.core.portrait;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.PlaybookCopy;
import dev.trellis.core.Samples;
import dev.trellis.core.condition.Value;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookJson;
import dev.trellis.core.playbook.TagDefinition;
import dev.trellis.core.playbook.TagDefinition.Computation;
import dev.trellis.core.playbook.TagScheme.Layer;
import dev.trellis.core.playbook.TagScheme.TagCategory;
import dev.trellis.playbook.check.TagReport;
import dev.trellis.playbook.check.TagReport.Line;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two companies with different schemes keep the same promises (R46). */
@org.junit.jupiter.api.Tag("R46")
class SchemesTest {

  private static final long DRAWN_MICROS = 20_000;
  private static final long PLACED_MICROS = 40_000;
  private static final long LOADED_MICROS = 400_000;

  @TempDir private Path root;

  enum Scheme {
    SHIPPED,
    MACHINE_TOOLS
  }

  @ParameterizedTest
  @EnumSource
  void everyTagCanBeComputedAndHasAUse(Scheme scheme) throws IOException {
    var report = TagReport.of(playbook(scheme));

    assertThat(report.lines()).isNotEmpty();
    assertThat(report.lines()).allMatch(Line::isClean);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsToldGivesTheTagTheSchemeSays(Scheme scheme) throws IOException {
    var playbook = playbook(scheme);
    int told = 0;
    for (var category : playbook.tagScheme().categories().toList()) {
      for (var tag : playbook.tagScheme().tags().toList()) {
        if (all(category).contains(tag) && way(tag) instanceof Computation.Told way) {
          var facts = new TreeMap<String, String>();
          facts.put(way.field(), way.words().iterator().next());
          playbook
              .tagScheme()
              .tag(tag.parent() == null ? tag.id() : tag.parent())
              .filter(p -> way(p) instanceof Computation.Told)
              .map(p -> (Computation.Told) way(p))
              .ifPresent(p -> facts.put(p.field(), p.words().iterator().next()));
          assertThat(Drawing.tagIds(draw(playbook, imported(facts)))).contains(tag.id());
          told++;
        }
      }
    }
    assertThat(told).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void noHistoryBreaksTheScheme(Scheme scheme) throws IOException {
    var playbook = playbook(scheme);
    var random = new Random(46);
    var seen = new HashSet<String>();
    for (int round = 0; round < 300; round++) {
      var events = new ArrayList<>(Samples.history(random, 1 + random.nextInt(20)));
      for (int i = random.nextInt(8); i > 0; i--) {
        events.add(anyFact(playbook, random, "f" + i));
      }
      var portrait = draw(playbook, events.toArray(LeadEvent[]::new));
      keepsItsPromises(playbook, portrait);
      Collections.shuffle(events, random);
      assertThat(draw(playbook, events.toArray(LeadEvent[]::new)).tags())
          .isEqualTo(portrait.tags());
      seen.addAll(Drawing.tagIds(portrait));
    }
    var share = seen.size() * 100 / playbook.tagScheme().tags().count();
    assertThat(share).as("percent of the tags that came up").isGreaterThan(50);
  }

  private static void keepsItsPromises(Playbook playbook, Portrait portrait) {
    var ids = Drawing.tagIds(portrait);
    assertThat(ids).doesNotHaveDuplicates();
    for (var tag : portrait.tags()) {
      if (tag.parent() != null) {
        assertThat(ids).contains(tag.parent());
      }
      if (tag.first() != null) {
        assertThat(tag.first()).isBeforeOrEqualTo(tag.last());
      }
    }
    playbook
        .tagScheme()
        .categories()
        .filter(TagCategory::single)
        .forEach(c ->
            assertThat(c.tags().stream().map(TagDefinition::id).filter(ids::contains))
                .hasSizeLessThanOrEqualTo(1));
    var layers = Arrays.stream(Layer.values()).flatMap(l -> portrait.tags(l).stream()).toList();
    assertThat(layers).containsExactlyInAnyOrderElementsOf(portrait.tags());
    assertThat(new Lifecycle(playbook).place(portrait).pool()).isNotEmpty();
  }

  @Test
  @org.junit.jupiter.api.Tag("R3")
  void withoutSchemeAndFieldsTheTagsOfContentsAndNeedsRemain() throws IOException {
    var bare =
        PlaybookCopy.in(root)
            .without("tags.yaml")
            .without("fields.yaml")
            .without("calls.yaml")
            .read();
    var portrait =
        draw(
            bare,
            Drawing.form("need", "lead-scoring", "industry", "finance"),
            Samples.read("r", Samples.T0.plusSeconds(1), "summit-deck"));

    assertThat(Drawing.tagIds(portrait))
        .containsExactly("need:lead-scoring", "need:omni-channel-capture");
    assertThat(portrait.activityGrade()).isEmpty();
    assertThat(portrait.bant().valid()).isFalse();
    assertThat(portrait.value("bant")).isEqualTo(new Value.Unknown());
    assertThat(portrait.blocks()).allMatch(b -> b.completenessPercent() == 100);
    assertThat(new Lifecycle(bare).place(portrait).pool()).isEqualTo("mil/high");
  }

  @Test
  void aChangedTagWordOrThresholdChangesEveryPortraitAndRewritesNoProfile() throws IOException {
    var profile =
        Drawing.profile(
            Drawing.form("need", "lead-scoring", "title", "信息中心主任"),
            Samples.read("r", Samples.T0.plusSeconds(1), "summit-deck"));
    var before = profile.toJson();
    var now = Samples.T0.plusSeconds(60);
    var old = Portrait.of("L1", profile, PLAYBOOK, Drawing.FEW_WORDS, now);
    var changed =
        PlaybookCopy.in(root)
            .replace("tags.yaml", "field: { need: lead-scoring }", "field: { need: tag-system }")
            .replace("tags.yaml", "times: 2", "times: 1")
            .replace("tags.yaml", "atLeast: 10 }", "atLeast: 25 }")
            .replace("scoring.yaml", "submit: { points: 10", "submit: { points: 1")
            .read();
    var words =
        new Inference(
            _ ->
                java.util.Optional.of(
                    new dev.trellis.core.dictionary.Titles.Match("cmo", "marketing", "head", "x")),
            Drawing.FEW_WORDS.industries(),
            Drawing.FEW_WORDS.keywords());
    var fresh = Portrait.of("L1", profile, changed, words, now);

    assertThat(Drawing.tagIds(old))
        .contains("need:lead-scoring", "role:cio", "grade:c")
        .doesNotContain("prefers:slides");
    assertThat(Drawing.tagIds(fresh))
        .contains("prefers:slides", "role:cmo", "grade:d")
        .doesNotContain("need:lead-scoring", "role:cio");
    assertThat(fresh.activity().points()).isLessThan(old.activity().points());
    assertThat(profile.toJson()).isEqualTo(before);
  }

  @Test
  @org.junit.jupiter.api.Tag("R49")
  void drawingThePortraitOfABusyLeadTakesALittleTime() throws IOException {
    var random = new Random(49);
    var events = new ArrayList<>(Samples.history(random, 200));
    for (int i = 0; i < 30; i++) {
      events.add(anyFact(PLAYBOOK, random, "f" + i));
    }
    var profile = Drawing.profile(events.toArray(LeadEvent[]::new));
    var now = Samples.T0.plus(Duration.ofDays(40));
    var lifecycle = new Lifecycle(PLAYBOOK);
    var drawn = micros(400, () -> Portrait.of("L1", profile, PLAYBOOK, now).tags().size());
    var placed = micros(400, () -> lifecycle.place(Portrait.of("L1", profile, PLAYBOOK, now)));
    var stored = stored(PLAYBOOK);
    var loaded = micros(20, () -> loaded(stored));
    var tags = Portrait.of("L1", profile, PLAYBOOK, now).tags().size();
    System.out.printf(
        "portrait with %d of %d tags: %d µs of CPU to draw, %d µs to draw and place,"
            + " %d µs to load the playbook%n",
        tags, PLAYBOOK.tagScheme().tags().count(), drawn, placed, loaded);
    assertThat(tags).isGreaterThan(5);
    assertThat(loaded(stored).tagScheme()).isEqualTo(PLAYBOOK.tagScheme());
    // Ten times what a small machine takes, and a tenth of what anybody would notice.
    assertThat(drawn).as("to draw").isLessThan(DRAWN_MICROS);
    assertThat(placed).as("to draw and place").isLessThan(PLACED_MICROS);
    assertThat(loaded).as("to load").isLessThan(LOADED_MICROS);
  }

  private static byte[] stored(Playbook playbook) throws IOException {
    var out = new ByteArrayOutputStream();
    PlaybookJson.write(playbook, out);
    return out.toByteArray();
  }

  private static Playbook loaded(byte[] stored) {
    try {
      return PlaybookJson.read(new ByteArrayInputStream(stored), PLAYBOOK.root());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long micros(int rounds, Supplier<Object> work) {
    var threads = ManagementFactory.getThreadMXBean();
    for (int round = 0; round < rounds; round++) {
      assertThat(work.get()).isNotNull();
    }
    long start = threads.getCurrentThreadCpuTime();
    for (int round = 0; round < rounds; round++) {
      assertThat(work.get()).isNotNull();
    }
    return (threads.getCurrentThreadCpuTime() - start) / rounds / 1_000;
  }

  private Playbook playbook(Scheme scheme) throws IOException {
    if (scheme == Scheme.SHIPPED) {
      return PLAYBOOK;
    }
    var copy = PlaybookCopy.in(root);
    for (var file : List.of("fields.yaml", "tags.yaml")) {
      copy.write(file, Files.readString(Path.of("src/test/resources/machine-tools", file)));
    }
    // They ask for a product and for fields of the default scheme.
    return copy.without("journeys/upgrade.yaml").without("calls.yaml").read();
  }

  private static List<TagDefinition> all(TagCategory category) {
    return category.tags().stream()
        .flatMap(t -> Stream.concat(Stream.of(t), t.children().stream()))
        .toList();
  }

  private static Computation way(TagDefinition tag) {
    return tag.from().stream().filter(Computation.Told.class::isInstance).findFirst().orElse(null);
  }

  private static LeadEvent anyFact(Playbook playbook, Random random, String id) {
    var fields = List.copyOf(playbook.fields().byId().values());
    var field = fields.get(random.nextInt(fields.size()));
    var value =
        switch (field.kind()) {
          case DATE -> "202" + random.nextInt(4, 8) + "-0" + random.nextInt(1, 10) + "-10";
          case NUMBER -> Integer.toString(random.nextInt(100));
          default ->
              field.options().isEmpty()
                  ? "x"
                  : field.options().get(random.nextInt(field.options().size())).id();
        };
    return Samples.event(
        id,
        Samples.T0.plusSeconds(random.nextInt(1000)),
        new Happening.RecordImported("b", 1, new TreeMap<>(Map.of(field.id(), value))));
  }

  private static LeadEvent imported(TreeMap<String, String> facts) {
    return Samples.event("i", Samples.T0, new Happening.RecordImported("b", 1, facts));
  }

  private static Portrait draw(Playbook playbook, LeadEvent... events) {
    return Drawing.with(playbook, Samples.T0.plus(Duration.ofDays(40)), events);
  }
}
