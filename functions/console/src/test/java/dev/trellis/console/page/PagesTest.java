package dev.trellis.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.account.Account;
import dev.trellis.console.account.Chain;
import dev.trellis.console.account.CompanyFact;
import dev.trellis.console.account.Person;
import dev.trellis.console.account.Telling;
import dev.trellis.console.html.Stand;
import dev.trellis.console.html.Words;
import dev.trellis.console.policy.JourneyList;
import dev.trellis.console.view.AccountList;
import dev.trellis.console.view.AccountsView;
import dev.trellis.console.view.LeadList;
import dev.trellis.console.view.MailView;
import dev.trellis.console.view.SweepView;
import dev.trellis.console.view.Waits;
import dev.trellis.console.view.watch.AuditView;
import dev.trellis.console.view.watch.OperationsView;
import dev.trellis.console.view.watch.Suppressed;
import dev.trellis.core.account.Joining;
import dev.trellis.core.account.Kinship;
import dev.trellis.core.account.TitleReview.Waiting;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.Audit;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Quarantine.Refused;
import dev.trellis.core.port.Suppressions.Reason;
import dev.trellis.core.port.WorkQueues;
import dev.trellis.core.port.sweep.Rollout;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.CompanyKey;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages in both languages, with a name that is no HTML. */
class PagesTest {

  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  private static final String CANARY = "<b>x</b>";
  private static final Words ZH =
      new Words("zh", ZoneId.of("Asia/Shanghai"), new Stand("/local", "", "", ""));
  private static final Words EN =
      new Words("en", ZoneId.of("Asia/Shanghai"), new Stand("/local", "", "", ""));

  @Test
  void tagsAreNamedWithWhatComputesAndUsesThem() {
    assertThat(new TagsPage(PLAYBOOK, ZH).html())
        .contains("如何得出", "用在哪里", "读过的内容自带", "每个标签都能得出")
        .doesNotContain("neverComputable", "usesNotKept");
    assertThat(new TagsPage(PLAYBOOK, EN).html())
        .contains("Computed by", "Used by", "carried by a content");
  }

  @Test
  void leadsAreNamedAndWhoWasImportedSaysSo() {
    var card =
        new Card(
            "L1",
            CANARY,
            null,
            CANARY,
            CANARY,
            "traffic",
            "traffic",
            NOON,
            "cold",
            3,
            LocalDate.EPOCH,
            CANARY,
            null,
            CANARY);
    var asked =
        Map.of(
            "q", CANARY, "heat", "hot", "owner", CANARY, "grade", "A1", "touch", "over-30",
            "source", CANARY);
    var list = new LeadList(asked, new Listing.Page<>(List.of(card), 500, "x"), true);

    assertThat(new LeadPages(PLAYBOOK, ZH).html(list))
        .contains("流量", "已导入，尚无互动", "&lt;b&gt;", "data-label=\"所在\"", "看了 500 位", "继续找")
        .contains(
            "owner=%3Cb%3Ex%3C%2Fb%3E&amp;source=%3Cb%3Ex%3C%2Fb%3E&amp;after=x",
            "value=\"hot\" selected")
        .contains("value=\"A1\" selected", "value=\"over-30\" selected", "30 天以前")
        .doesNotContain(CANARY);
    assertThat(new LeadPages(PLAYBOOK, EN).returned(list))
        .contains(
            "<h1>Returned, reason unknown</h1>", "Returned, to review", "&lt;b&gt;", "after=x")
        .doesNotContain(CANARY);
    assertThat(new LeadPages(PLAYBOOK, EN).html(list))
        .contains("Anonymous traffic", "Imported, no touch yet", "500 leads looked at");
  }

  @Test
  void aPageOfFiftyOfTheLongestCardsIsAtMostAHundredKilobytes() {
    var longest = "阀".repeat(48);
    var cards =
        IntStream.range(0, 50)
            .mapToObj(number ->
                new Card(
                    "01J" + "0".repeat(22) + number,
                    longest,
                    longest,
                    longest,
                    longest,
                    "mil",
                    "mil/high",
                    NOON,
                    "warm",
                    100,
                    LocalDate.EPOCH,
                    longest,
                    LocalDate.EPOCH,
                    longest))
            .toList();
    var list = new LeadList(Map.of("grade", "A1"), new Listing.Page<>(cards, 500, "x"), true);
    for (var words : List.of(ZH, EN)) {
      var page = new LeadPages(PLAYBOOK, words).html(list);
      assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(100 * 1024);
    }
  }

  @Test
  @Tag("R21")
  @Tag("R29")
  void aCompanyShowsItsPeopleAndRoles() {
    var person = new Person("L1", CANARY, new TreeSet<>(List.of("cio")), CANARY, NOON, null, NOON);
    var account =
        new Account(
            CompanyKey.name("示例精工"),
            CANARY,
            Optional.empty(),
            List.of(),
            List.of(
                new CompanyFact(
                    "industry",
                    new Telling("manufacturing", Authority.INFERRED, Instant.EPOCH, "精密"),
                    60,
                    List.of())),
            List.of(person),
            List.of(),
            List.of(),
            new Chain(List.of()),
            List.of(
                new Joining(
                    CompanyKey.name("示例精工"),
                    CompanyKey.name("example"),
                    Joining.Ground.DOMAIN,
                    "a.example",
                    "L1",
                    NOON)),
            new TreeMap<>(
                Map.of(
                    CompanyKey.name("示例/集团"), Kinship.RELATED,
                    CompanyKey.name("合肥·示例"), Kinship.POSSIBLY,
                    CompanyKey.name("苏州·示例"), Kinship.OTHER)));

    assertThat(new AccountPage(PLAYBOOK, ZH).html(account))
        .contains("邮箱域名 a.example", "href=\"/local/leads/L1\"", "apart?other=name%3Aexample")
        .contains("不是同一家公司", "可能相同", "人工确认为不同公司", "合肥·示例")
        .contains("关联公司", "/join?other=name%3A%E7%A4%BA%E4%BE%8B%2F%E9%9B%86%E5%9B%A2")
        .contains("决策链", "信息化负责人", "待找角色", "2026-11-20 12:00", "推断 · 60%")
        .doesNotContain(CANARY, "1970");
    assertThat(new AccountPage(PLAYBOOK, EN).html(account))
        .contains("mail at a.example", "Two companies", "One company")
        .contains("related", "possibly the same", "another, as somebody said");
    var line =
        new AccountList.Line(
            CompanyKey.domain("a.example"), CANARY, CompanyKey.name("示例"), CANARY, 1, CANARY);
    assertThat(new AccountPages(EN).html(new AccountList(CANARY, List.of(line), "x")))
        .contains("Priority 1", "/local/accounts/name%3A", "→ 示例", "&amp;after=x\"")
        .doesNotContain(CANARY);
    assertThat(new AccountPages(ZH).html(new AccountList(CANARY, List.of(), null)))
        .contains("没有找到这样的公司")
        .doesNotContain(CANARY);
  }

  @Test
  void titlesAndRefusedMessagesWaitForAPerson() {
    var title = new Waiting("x", CANARY, 3, NOON);
    var refused = new Refused("m1", "t", "too " + CANARY, NOON, "{\"name\":\"" + CANARY + "\"}");

    assertThat(new ReviewPages(ZH).titles(new AccountsView.Titles(List.of(title), null)))
        .contains("待识别职位", "首次出现", "&lt;b&gt;")
        .doesNotContain(CANARY);
    var pages = new QuarantinePages(EN);
    assertThat(pages.html(new Listing.Page<>(List.of(refused), 1, "x")))
        .contains("Send again", "action=\"/local/quarantine/m1/replay\"", "?after=x")
        .doesNotContain(CANARY);
    assertThat(pages.one(refused, CANARY, "{" + CANARY))
        .contains("action=\"/local/quarantine/m1/mend\"", ">\n{&lt;")
        .doesNotContain(CANARY);
    assertThat(new QuarantinePages(ZH).html(new Listing.Page<>(List.of(), 0, null)))
        .contains("隔离区是空的");
  }

  @Test
  void whatKeepsEverythingGoingIsShownAsText() {
    var deed = new Audit.Deed("d", NOON, CANARY, "sales", CANARY, "L1", 404);
    var audit =
        new AuditView(
            LocalDate.parse("2026-11-20"), CANARY, new Listing.Page<>(List.of(deed), 1, "x"));
    assertThat(new AuditPage(EN).html(audit))
        .contains("not done (404)", "/local/leads/L1", "day=2026-11-19", "&amp;after=x")
        .doesNotContain(CANARY);
    var found = new Suppressed(CANARY, "L1", Reason.BOUNCE, NOON);
    assertThat(new MailWatchPages(ZH).suppression(Optional.of(found), false))
        .contains("永久退回", "action=\"/local/suppressions/release/works-again\"")
        .doesNotContain(CANARY);
    var wish = new Suppressed("a@example.com", null, Reason.UNSUBSCRIBE, NOON);
    assertThat(new MailWatchPages(EN).suppression(Optional.of(wish), true))
        .contains("Asked for", "only they take it back")
        .doesNotContain("/release/");
    var sending = new OperationsView.Sending("daily-quota", NOON, null, 3, NOON, 840);
    var queue = new OperationsView.Queue(new WorkQueues.Line("mails", 7, 2, 5), 300L);
    var ticks = List.of(new OperationsView.Ticks("pools", NOON, new Waits.Count(2000, true)));
    var sweep =
        SweepView.of(Rollout.begun("4f1c", NOON, 0).approved(CANARY, NOON), NOON.plusSeconds(60));
    assertThat(
            new OperationsPage(EN)
                .html(new OperationsView(List.of(queue), ticks, sending, 4, sweep), false))
        .contains(
            "/local/operations/mail/resume",
            "/local/operations/queues/mails/redrive",
            "840 a minute",
            "2000+",
            "5 min",
            "4f1c",
            "href=\"/local/sweeps\"",
            "version 4")
        .doesNotContain(CANARY);
  }

  @Test
  void aMailOfUnknownFateIsToBeSettled() {
    var mail =
        new Entry(
            "s1",
            "L1",
            State.UNKNOWN,
            "o",
            NOON,
            "j",
            "s",
            "m",
            null,
            null,
            CANARY,
            null,
            CANARY,
            false);
    assertThat(new MailWatchPages(EN).unknown(new Listing.Page<>(List.of(mail), 1, null), false))
        .contains("/local/mails/unknown/L1/s1/not-sent", "/local/leads/L1")
        .doesNotContain(CANARY);
  }

  @Test
  void aMailKeepsItsDoctypeFirst() {
    assertThat(MailPage.outward("<!DOCTYPE html>\n<html><head><title>x</title></head></html>"))
        .startsWith("<!DOCTYPE html>\n<html><head><base target=\"_blank\"><title>");
    var mail = new MailView(CANARY, CANARY, NOON, Map.of(), CANARY, CANARY, List.of());
    assertThat(new MailPage(ZH).html(List.of(mail)))
        .contains("纯文本与信头", "srcdoc=\"&lt;!doctype html&gt;&lt;base")
        .doesNotContain(CANARY);
  }

  @Test
  void journeysSayInWordsHowTheyEnded() {
    var ended = new TreeMap<>(Map.of("completed", 1L, "journey-gone", 2L));
    var journey =
        new JourneyList.Line(
            "high-value",
            1,
            Map.of("zh", "高价值", "en", "High"),
            null,
            null,
            null,
            3,
            ended,
            "/deck.svg",
            null);

    assertThat(new JourneyPage(PLAYBOOK, ZH).all(List.of(journey)))
        .contains("已走完 1，旅程已取消 2")
        .doesNotContain("completed", "journey-gone");
    assertThat(new JourneyPage(PLAYBOOK, EN).all(List.of(journey)))
        .contains("completed 1, journey gone 2");
  }
}
