package dev.trellis.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.html.Stand;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.LeadFolder;
import dev.trellis.console.view.LeadLog;
import dev.trellis.console.view.LeadView;
import dev.trellis.console.view.LeadsView;
import dev.trellis.core.account.Stay;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Program;
import dev.trellis.core.journey.Why;
import dev.trellis.core.json.Json;
import dev.trellis.core.lifecycle.GroupStay;
import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.lifecycle.Membership;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadFile;
import dev.trellis.core.port.LeadFiles;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.CompanyKey;
import dev.trellis.core.profile.Profile;
import dev.trellis.playbook.PlaybookReader;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LeadPageTest {

  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));
  private static final Instant T0 = Instant.parse("2026-11-20T02:00:00Z");
  private static final String CANARY = "<b>x</b>";
  private static final Origin CAME =
      Origin.NONE.by(
          Map.of("utm_source", "baidu", "utm_campaign", CANARY, "search", "线索培育", "bd_vid", "17"));

  private final String zh = page("zh");
  private final String en = page("en");

  @Test
  void saysInBothLanguagesWhoItIsWhereItStandsAndWhatComesNext() {
    assertThat(zh)
        .contains("<h1>&lt;b&gt;x&lt;/b&gt;</h1>", "营销培育线索（MIL）", "距 MQL 还缺", "采购计划在未来 6 个月之内")
        .contains("已同意授权", "邮件发往", "下一步", "2026-11-23 10:00", "评分及原因", "任职公司", "示例精工");
    assertThat(en)
        .contains("Marketing-identified lead (MIL)", "Missing for MQL", "Purchase plan lies within")
        .contains("has given consent", "Next step", "Scores and reasons");
  }

  @Test
  @Tag("R102")
  void whatIsDoneEveryDayComesBeforeWhatIsRead() {
    assertThat(en.indexOf("/calls\""))
        .isPositive()
        .isLessThan(en.indexOf("<h2>Why here</h2>"))
        .isLessThan(en.indexOf("<h2>Timeline</h2>"));
  }

  @Test
  @Tag("R11")
  void theFirstTouchAndTheTimelineSayWhereSomebodyCameFrom() {
    var campaign = "</small> &lt;b&gt;x&lt;/b&gt;<br><small>";
    var atChinese = "<small>百度点击</small> 17<br><small>搜索词</small> 线索培育<br><small>活动" + campaign;
    var atEnglish = "<small>Baidu click</small> 17<br><small>Searched for</small> 线索培育<br>";
    assertThat(zh).contains("首次互动").containsOnlyOnce("2026-11-20 10:00</time> · 网站");
    assertThat(zh.split(Pattern.quote(atChinese), -1)).as("touch and event").hasSize(3);
    assertThat(en.split(Pattern.quote(atEnglish), -1)).as("touch and event").hasSize(3);
  }

  @Test
  void factsShowWhoSaysOtherwiseAndTheTimelineMarksMachines() {
    assertThat(zh).contains("来源不一致", "零售与消费品", "金融服务", "高层", "机器访问", "邮件安全网关 barracuda");
    assertThat(en)
        .contains("sources disagree", "Retail and consumer goods", "Executive", "mail gateway");
    assertThat(zh).contains("六周落地全渠道获客", "提交表单", "已发送");
  }

  @Test
  void aTimeIsShownAsLongAndAsExactlyAsItCounts() {
    assertThat(zh).contains("3600 秒", "7200 秒").doesNotContain("32400", "2026-11-20 08:00");
    assertThat(en).contains("3600 seconds", "7200 seconds", "<time>2026-11-20</time>");
  }

  @Test
  @Tag("R50")
  @Tag("R65")
  void groupsThatWereJoinedAndLeftAreToldOnceWithWhy() {
    var name = PLAYBOOK.audiences().find("finance-shanghai").orElseThrow().name();
    assertThat(zh)
        .containsOnlyOnce("加入分组：" + name.in("zh"))
        .containsOnlyOnce("离开分组：" + name.in("zh"))
        .containsOnlyOnce("不再满足：")
        .contains("加入分组：&lt;b&gt;x&lt;/b&gt;");
    assertThat(en)
        .containsOnlyOnce("Joined the group " + name.in("en"))
        .containsOnlyOnce("Left the group " + name.in("en"))
        .containsOnlyOnce("No longer so: ");
  }

  @Test
  @Tag("R42")
  void theStatusHasAHistory() {
    assertThat(zh).contains("状态及其历史", "合作状态", "未合作");
    assertThat(en).contains("Status and its history", "Not a customer yet", "Brought by");
  }

  @Test
  @Tag("R17")
  void theTimelineSaysWhatWasReadInAnotherBrowserAndWhoseNamesWereTyped() {
    assertThat(zh)
        .contains("阅读内容 <span class=\"mark\">别的浏览器</span>", "他人填写了此人的联系方式", "+8613800138000");
    assertThat(en)
        .contains(
            "Content read <span class=\"mark\">another browser</span>",
            "A name was claimed elsewhere");
  }

  @Test
  @Tag("R17")
  void theReadOfAColleagueIsMarkedInJsonAsWell() {
    var view = Json.parse(Json.show(LeadView.of(folder())));

    assertThat(view.get("events"))
        .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
        .filteredOn(event -> event.get("otherBrowser").equals(true))
        .extracting(event -> event.get("id"))
        .containsExactly("read");
  }

  @Test
  @Tag("R68")
  void theGroupsOfALeadAreInItsJsonWithWhenTheyWereLeft() {
    var view = Json.parse(Json.show(LeadView.of(folder())));

    assertThat(view.get("groups"))
        .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
        .extracting(stay -> stay.get("group"), stay -> stay.get("until") == null)
        .containsExactlyInAnyOrder(
            Assertions.tuple("finance-shanghai", false), Assertions.tuple(CANARY, true));
  }

  @Test
  @Tag("R17")
  void aNameThatWasClaimedTwiceIsListedOnce() {
    var claims = section(en, "Possibly the same");

    assertThat(claims.split("\\+8613800138000", -1)).hasSize(2);
    assertThat(claims).contains("2026-11-20 10:03", "2 times, first 2026-11-20 10:01", "L2");
    assertThat(section(zh, "可能是同一人")).contains("共 2 次，最早 2026-11-20 10:01");
    assertThat(claims).contains("+8613800138009").doesNotContain("1 times");
  }

  @Test
  @Tag("R17")
  void whatWasCorrectedBehindALinkIsNotCalledTyped() {
    assertThat(en)
        .containsPattern("Example Ltd</div></td><td[^>]*><div>Told behind a link mailed to them · ")
        .containsPattern("Lead scoring</div></td><td[^>]*><div>Typed in a form · ");
    assertThat(zh).containsPattern("Example Ltd</div></td><td[^>]*><div>在发给本人的邮件链接页面上填写 · ");
  }

  @Test
  @Tag("R90")
  void aMailThatWasDueWithNothingToSendIsThereWithItsReasonAndIsNotTheLastSent() {
    assertThat(zh).contains("未发送 · 没有可发的内容了");
    assertThat(en).contains("Not sent · nothing left to send");
    for (var page : List.of(zh, en)) {
      assertThat(page).contains("/local/mails/preview/strategy");
      assertThat(page).as("last sent").doesNotContain("strategy · ");
    }
  }

  @Test
  @Tag("R90")
  void aSendSaysWhyThisPersonThisContentAndThisWay() {
    assertThat(zh)
        .contains("<th>缘由</th>")
        .contains("第 2 版 · MIL 培育池 › 高价值：需求明确")
        .contains("符合条件且未发送过 · 全渠道获客 · 解决方案 · 本人的需求 · 所在行业：金融服务 · 偏好的形式：文章")
        .contains("邮件 · 主动培育，遵守发送时段与频次 · 已同意：表单填写")
        .as("written before")
        .contains("第 7 版</li></ul>");
    assertThat(en)
        .contains("<th>Why</th>", "version 2 · ")
        .contains("fits and was not sent yet · ")
        .contains(" · their own need · their industry: Financial services · the form they prefer: ")
        .contains("Mail · our idea, in the hours and turns of the playbook · agreed: ");
  }

  @Test
  void noKeyOfOursIsShownAndNothingGoesUnescaped() {
    for (var page : List.of(zh, en)) {
      var seen = page.replaceAll("<style>[\\s\\S]*?</style>|<[^>]*>", " ");
      assertThat(seen)
          .doesNotContain("absorbed", "missingForMql", "authority:", "FormSubmitted", "within P6M")
          .doesNotContain("activityGrade", "OBSERVED", "closing-slide known");
      assertThat(page).doesNotContain(CANARY).contains("&lt;b&gt;x&lt;/b&gt;");
    }
    assertThat(zh).contains("<html lang=\"zh\">");
  }

  private static String section(String page, String title) {
    var from = page.substring(page.indexOf(title));
    return from.substring(0, from.indexOf("</table>"));
  }

  @Test
  void whereItIsDeployedItLeadsToNothingThatIsOnTheLaptopAlone() {
    var page = page("en", new Stand("/console", "/leads/L1", "token", "mei@example.com"));
    assertThat(page).contains("/console/leads").doesNotContain("/local/");
  }

  private static String page(String language) {
    return page(language, new Stand("/local", "", "", ""));
  }

  private static String page(String language, Stand stand) {
    var words = new Words(language, ZoneId.of("Asia/Shanghai"), stand);
    var stay = new Stay(CompanyKey.name("示例精工"), null, T0, null, CANARY, null, null);
    return new LeadPage(folder(), List.of(stay), words).html();
  }

  @Test
  @Tag("R97")
  void ofFiveThousandEventsThePageShowsTheNewestAndLeadsToAllOthers() {
    var log = new ArrayList<>(log());
    for (int i = 0; i < 5_000; i++) {
      var read = new Happening.ContentRead("summit-deck", i % 100, 60, "s" + i);
      var told = new Happening.CallRecorded("ann", "reached", answers("industry", "it" + i));
      log.add(event("e" + i, 1_000 + i, i % 50 == 0 ? told : read));
    }
    var folder = folder(log);
    var words = new Words("zh", ZoneId.of("Asia/Shanghai"), new Stand("/local", "", "", ""));
    var page = new LeadPage(folder, List.of(), words).html();
    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
    assertThat(page).contains("id=\"e4999\"", "id=\"e4950\"", "更早", "只回溯最近 100 条", "不绘制曲线");
    assertThat(page).doesNotContain("id=\"e4949\"", "id=\"form\"");

    var near = folder.log().reversed().getFirst();
    var earlier = Listing.after(LeadFile.place(log.get(log.size() - LeadsView.PAGE)));
    assertThat(page).contains("/timeline?from=" + earlier + "\"");
    assertThat(LeadTimeline.link(folder, words, near)).contains("href=\"#e4999\"");
    assertThat(LeadTimeline.link(folder, words, log.getFirst())).contains("/timeline?from=");
  }

  @Test
  void aPageOfTheTimelineLeadsToTheNextAndKeepsTheKind() {
    var page = new Listing.Page<>(log().reversed(), 500, Listing.after("there"));
    var words = new Words("en", ZoneId.of("Asia/Shanghai"), new Stand("/local", "", "", ""));
    var timeline = new LeadTimeline(folder(), words);

    var all = timeline.page(new LeadLog(folder(), "", page));
    assertThat(ids(all)).hasSameSizeAs(log());
    assertThat(all).contains("/timeline?from=" + Listing.after("there") + "\"", "Earlier");
    var calls = timeline.page(new LeadLog(folder(), "CallRecorded", page));
    assertThat(calls)
        .contains("<option value=\"CallRecorded\" selected>", "500 events looked at")
        .contains("?from=" + Listing.after("there") + "&amp;kind=CallRecorded\"", "Go on looking");
    var end = new LeadLog(folder(), "", new Listing.Page<>(log(), 9, null));
    assertThat(next(timeline.page(end))).isEmpty();
  }

  private static Stream<String> ids(String timeline) {
    return Pattern.compile("<li id=\"([^\"]+)\"")
        .matcher(timeline)
        .results()
        .map(found -> found.group(1));
  }

  private static Optional<String> next(String timeline) {
    var way = Pattern.compile("/timeline\\?from=([^&\"]+)").matcher(timeline);
    return way.find() ? Optional.of(way.group(1)) : Optional.empty();
  }

  private static LeadFolder folder() {
    return folder(log());
  }

  private static LeadFolder folder(List<LeadEvent> log) {
    var profile = Profile.EMPTY;
    for (var event : log) {
      profile = profile.with(event);
    }
    var portrait = Portrait.of("L1", profile, PLAYBOOK, T0.plusSeconds(7200));
    var placement = new Lifecycle(PLAYBOOK).place(portrait);
    var position = Position.of(placement, new TreeMap<>(Map.of(placement.pool(), T0)), 1);
    var part =
        new LeadFile.Part(
            LeadRecord.unborn("L1").withProfile(profile),
            Optional.of(position),
            log.subList(Math.max(0, log.size() - LeadFiles.NEWEST), log.size()),
            List.of(),
            List.of(stay(), GroupStay.in(new Membership(CANARY, T0, Condition.always(), null))),
            List.of(enrollment()),
            List.of(mail(), skipped()),
            List.of(),
            log.size() <= LeadFiles.NEWEST);
    return new LeadFolder(new LeadFile(part, List.of()), portrait);
  }

  private static GroupStay stay() {
    var group = PLAYBOOK.audiences().find("finance-shanghai").orElseThrow();
    return new GroupStay(
        new Membership(group.id(), T0, Condition.parse("email known"), null),
        new GroupStay.End(T0.plusSeconds(60), Condition.parse("city is 上海")));
  }

  private static Enrollment enrollment() {
    var first = Program.of(PLAYBOOK.journeys().get("high-value")).steps().getFirst().id();
    return new Enrollment(
        "high-value",
        1,
        "v",
        T0,
        first,
        T0,
        null,
        T0.plusSeconds(3 * 86_400),
        null,
        null,
        null,
        List.of(),
        null,
        1);
  }

  private static MailLedger.Entry mail() {
    return new MailLedger.Entry(
        "s1",
        "L1",
        MailLedger.State.SENT,
        "o",
        T0.plusSeconds(60),
        "high-value",
        "s",
        "solution",
        "omni-channel-capture-solution",
        new Why(
            2,
            "mil/high",
            new Why.Choice(
                Why.By.FIT, "omni-channel-capture", "solution", true, "finance", "article"),
            Channel.MAIL,
            MailText.Kind.NURTURE,
            Authority.FORM,
            null),
        CANARY,
        "m1",
        null,
        false);
  }

  private static MailLedger.Entry skipped() {
    return new MailLedger.Entry(
        "s2",
        "L1",
        MailLedger.State.SKIPPED,
        "o",
        T0.plusSeconds(90),
        "high-value",
        "s",
        "strategy",
        null,
        Why.parse("journey high-value version 7, step s"),
        null,
        null,
        "exhausted",
        false);
  }

  private static List<LeadEvent> log() {
    return List.of(
        event(
                "form",
                0,
                new Happening.FormSubmitted(
                    "summit-deck",
                    answers("name", CANARY, "need", "lead-scoring", "title", "CIO"),
                    true,
                    "zh",
                    "r"))
            .from(CAME),
        event(
            "call",
            60,
            new Happening.CallRecorded("ann", "reached", answers("industry", "finance"))),
        event("bot", 90, new Happening.MachineVisited("summit-deck", "s1", "gateway:barracuda")),
        event("read", 92, new Happening.ContentRead("summit-deck", 1, 32_400, "s1"))
            .claiming(Map.of(Identity.parse("cookie:another"), ""), new TreeSet<>()),
        event("attended", 92, new Happening.EventAttended("summit-2026", 7_200)),
        event("claim", 93, new Happening.NameClaimed("L2", Identity.parse("phone:+8613800138000"))),
        event(
            "again", 200, new Happening.NameClaimed("L2", Identity.parse("phone:+8613800138000"))),
        event("other", 94, new Happening.NameClaimed("L2", Identity.parse("phone:+8613800138009"))),
        event("own", 94, new Happening.Corrected("s1", answers("company", "Example Ltd"))),
        event("import", 95, new Happening.RecordImported("b", 1, answers("industry", "retail"))));
  }

  private static TreeMap<String, String> answers(String... pairs) {
    var answers = new TreeMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      answers.put(pairs[i], pairs[i + 1]);
    }
    return answers;
  }

  private static LeadEvent event(String id, long seconds, Happening happening) {
    var identities = new TreeSet<>(List.of(Identity.parse("phone:+8613800138000")));
    return LeadEvent.of(id, T0.plusSeconds(seconds), Channel.WEB, identities, null, happening);
  }
}
