package dev.trellis.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept of how somebody came, and what is not. */
@Tag("R5")
@Tag("R11")
class ArrivalTest {

  private static final String OWN = "https://go.trellis.example";

  private static final String REFERRERS =
      """
      https://www.baidu.com/s?wd=B2B%20%E8%90%A5%E9%94%80&rsv=1       www.baidu.com   B2B 营销
      https://m.baidu.com/from=844b/s?word=crm                        m.baidu.com     crm
      https://www.baidu.com/s?wd=%D3%AA%CF%FA                         www.baidu.com   营销
      https://www.baidu.com/link?url=x&wd=                            www.baidu.com   -
      https://cn.bing.com/search?q=lead+scoring&form=QBLH             cn.bing.com     lead scoring
      https://www.sogou.com/web?query=%E7%BA%BF%E7%B4%A2              www.sogou.com   线索
      https://m.sogou.com/web/searchList.jsp?keyword=crm              m.sogou.com     crm
      https://www.so.com/s?ie=utf-8&q=mql                             www.so.com      mql
      https://www.google.com.hk/search?q=mql#q=other                  www.google.com.hk mql
      https://www.google.com/                                         www.google.com  -
      https://so.toutiao.com/search?keyword=crm                       so.toutiao.com  crm
      https://notbaidu.com/s?wd=crm                                   notbaidu.com    -
      https://baidu.com.evil.example/s?wd=crm                         baidu.com.evil.example -
      https://www.baidu.com/s?wd=%E8%90%                              www.baidu.com   -
      https://www.baidu.com/s?wd=lin@example.com                      www.baidu.com   -
      https://www.baidu.com/s?wd=13800138000                          www.baidu.com   -
      https://lin:secret@News.Example.com:8443/a?email=b@example.com  news.example.com -
      android-app://com.tencent.mm/                                   com.tencent.mm  -
      partner.example                                                 partner.example -
      https://go.trellis.example/f/summit-deck?utm_source=x           -               -
      https://localhost/a                                             -               -
      javascript:alert(1)                                             -               -
      https://a<b>.example/                                           -               -
      """;

  private static final String VALUES =
      """
      utm_source    baidu                     baidu
      utm_campaign  春季大促                   春季大促
      utm_campaign  20261022                  20261022
      utm_campaign  2026-10-22                2026-10-22
      utm_content   170141183460              170141183460
      utm_content   lin.yue@example.com       -
      utm_content   lin.yue%40example.com     -
      utm_content   lin＠example.com           -
      utm_term      13800138000               -
      utm_term      mobile-138-0013-8000      -
      utm_term      １３８００１３８０００       -
      utm_term      8613800138000             -
      utm_term      +49(30)1234567            -
      utm_term      0049301234567             -
      utm_term      021-6888-7777             -
      gclid         EAIaIQobChMI_-x.~Z_BwE    EAIaIQobChMI_-x.~Z_BwE
      gclid         a"><script>               -
      bd_vid        10527935912345678901      10527935912345678901
      li_fat_id     0d2cc22b-3c9b-4d4c-9d5b   0d2cc22b-3c9b-4d4c-9d5b
      msclkid       dd4afe5e61e91f25          dd4afe5e61e91f25
      utm_id        17                        -
      fbclid        x                         -
      email         lin                       -
      """;

  @Test
  void thePageBeforeIsItsHostAndWhatWasSearchedForThere() {
    REFERRERS
        .lines()
        .forEach(line -> {
          var parts = line.split("\\s+", 3);
          assertThat(Arrival.of(Map.of(), parts[0], OWN)).as(parts[0]).isEqualTo(told(parts));
        });
  }

  private static Map<String, String> told(String... parts) {
    var told = new TreeMap<>(Map.of("referrer", parts[1], "search", parts[2].strip()));
    told.values().removeIf("-"::equals);
    return told;
  }

  @Test
  void aLinkIsBelievedInWhatWeKnowAndInNobodysContact() {
    VALUES
        .lines()
        .forEach(line -> {
          var parts = line.split("\\s+");
          var kept = parts[2].equals("-") ? Map.of() : Map.of(parts[0], parts[2]);
          assertThat(Arrival.of(Map.of(parts[0], parts[1]), "", OWN)).as(line).isEqualTo(kept);
        });
  }

  @Test
  void anAddressBehindALongNameIsSeenAndAClickIdIsNoNumber() {
    var content = "x".repeat(75) + "zhang.san@example.cn";
    var clicked = Map.of("utm_content", content, "msclkid", "a13800138000b");
    assertThat(Arrival.of(clicked, "", OWN)).isEqualTo(Map.of("msclkid", "a13800138000b"));
    assertThat(Arrival.of(Map.of("msclkid", "13800138000"), "", OWN)).containsKey("msclkid");
  }

  @Test
  void whatAFormTellsStandsAboveTheBrowsersWord() {
    var told = Map.of("referrer", "https://www.baidu.com/s?wd=crm", "search", "", "utm_source", "");
    assertThat(Arrival.of(told, "https://host.example/", OWN))
        .isEqualTo(Map.of("referrer", "www.baidu.com", "search", "crm"));
    assertThat(Arrival.of(Map.of("referrer", " "), "https://host.example/", OWN))
        .isEqualTo(Map.of("referrer", "host.example"));
  }

  @Test
  void parametersOfALinkTellTheSameAgain() {
    var came = Arrival.of(Map.of("utm_term", "a&b=c 营销"), "https://www.so.com/s?q=c%26d", OWN);
    var link = new TreeMap<String, String>();
    for (var pair : Arrival.parameters(came).substring(1).split("&")) {
      var parts = pair.split("=");
      link.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    assertThat(Arrival.of(link, "", OWN)).isEqualTo(came).hasSize(3);
  }

  @Test
  void whateverIsToldAnEventStaysSmall() {
    var random = new Random(8);
    for (int i = 0; i < 200; i++) {
      var told = new TreeMap<String, String>();
      Arrival.NAMES.forEach(name -> told.put(name, text(random)));
      told.put("x" + i, text(random));
      var origin = Origin.NONE.by(told);
      assertThat(origin.arrival().keySet()).isSubsetOf(Arrival.NAMES);
      assertThat(Json.write(origin).length()).isLessThan(2_000);
      assertThat(Json.read(Origin.class, Json.write(origin))).isEqualTo(origin);
      assertThat(Json.write(origin.anyhow())).isEqualTo("{}");
    }
    assertThat(Origin.NONE.by(Map.of("utm_term", "长".repeat(500))).arrival().get("utm_term"))
        .hasSize(Arrival.LONGEST_TEXT);
    assertThat(Origin.NONE.by(Map.of("gclid", "a".repeat(161))).arrival()).isEmpty();
    assertThat(Origin.NONE.by(Map.of("gclid", "a".repeat(160))).arrival()).hasSize(1);
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(400), 32, 0x5000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void originsOfBeforeStillRead() {
    assertThat(Json.read(Origin.class, "{\"code\":\"talk\",\"network\":\"n\"}"))
        .isEqualTo(new Origin("talk", null, null, null).from("n"));
  }
}
