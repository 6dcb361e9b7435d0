package dev.trellis.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.html.Stand;
import dev.trellis.console.html.Words;
import dev.trellis.console.report.CtaReport;
import dev.trellis.console.report.CtaReport.Figures;
import dev.trellis.console.report.Readership;
import dev.trellis.console.view.ContentShelves;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Profile;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReadersPageTest {

  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  private static final Words ZH =
      new Words("zh", ZoneId.of("Asia/Shanghai"), new Stand("/local", "", "", ""));
  private static final Words EN =
      new Words("en", ZoneId.of("Asia/Shanghai"), new Stand("/local", "", "", ""));

  @Test
  @Tag("R83")
  @Tag("R52")
  void readersAreShownByEveryFacetInBothLanguages() {
    var readership =
        Readership.of(
            Stream.of(reader("lead-scoring-strategy"), reader("upgrade-insight")), PLAYBOOK);

    assertThat(new ReadersPage(PLAYBOOK, EN).html(readership))
        .contains("By topic", "By type", "By form", "By part of our service")
        .contains(PLAYBOOK.content("lead-scoring-strategy").orElseThrow().title().in("en"))
        .contains("<div>Product</div>", "30 s", "<div>White paper</div>")
        .doesNotContain(">lead-scoring<", ">whitepaper<");
    assertThat(new ReadersPage(PLAYBOOK, ZH).html(readership))
        .contains("按主题", "线索评分", "产品", "MIL 培育池 › 高价值：需求明确", "商务谈判")
        .doesNotContain("mil/high", ">commercial<");
  }

  @Test
  @Tag("R89")
  @Tag("R38")
  @Tag("R85")
  void contentsStandWithThePoolsAndDealStagesTheyAreFor() {
    var shelves = ContentShelves.of(PLAYBOOK);

    assertThat(shelves.byDeal().get("commercial"))
        .isNotEmpty()
        .extracting(Content::type)
        .containsOnly("case");
    assertThat(shelves.byDeal().get("discovery")).isEmpty();
    assertThat(shelves.byPool().get("mil/low"))
        .isNotEmpty()
        .extracting(Content::type)
        .containsOnly("basics");
    assertThat(shelves.byPool()).containsKeys("mil/high", "mil/mid").doesNotContainKey("traffic");
  }

  @Test
  @Tag("R10")
  void callsToActionAreShownWithWhatCameOfThem() {
    var figures = new TreeMap<>(CtaReport.of(Stream.of(), PLAYBOOK).byCta());
    figures.put("subscribe", new Figures(5, 4, 1, new TreeMap<>(Map.of("mail", 3L, "site", 2L))));

    assertThat(new CtasPage(PLAYBOOK, EN).html(new CtaReport(figures)))
        .contains(
            "Get the ninety-day plan and our letters",
            "1 (25 %)",
            "Mail 3<br>Other pages 2",
            "within 14 days")
        .contains("QR code", "/go/subscribe?at=site");
    assertThat(new CtasPage(PLAYBOOK, ZH).html(new CtaReport(figures)))
        .contains("九十天起步计划与来信", "邮件 3", "社群", "二维码")
        .doesNotContain("thanks-page");
  }

  private static Profile reader(String content) {
    var read = new ContentRead(content, 1, 30, null);
    return Profile.EMPTY.with(LeadEvent.about("L1", "r-" + content, NOON, Channel.WEB, read));
  }
}
