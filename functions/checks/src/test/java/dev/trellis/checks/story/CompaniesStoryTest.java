package dev.trellis.checks.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People tell where they work; staff see which companies are one, and have the last word. */
@Tag("R21")
class CompaniesStoryTest extends TownStory {

  @Test
  void twoCitiesAreTwoAndOneDomainIsOneUntilAPersonSaysOtherwise() throws Exception {
    register("a@hefei-valves.cn", "合肥精密阀门有限公司", "13800138211");
    register("b@suzhou-valves.cn", "苏州精密阀门有限公司", "13800138212");
    register("c@somewhere.cn", "精密阀门", "13800138213");
    register("d@suzhou-valves.cn", "Suzhou Precision Valves Co., Ltd.", "13800138214");

    var suzhou = account("name:苏州·精密阀门");
    assertThat(people(suzhou)).hasSize(2);
    assertThat(people(account("name:合肥·精密阀门"))).hasSize(1);
    assertThat(account("name:苏州·precisionvalves").at("key").text()).isEqualTo("name:苏州·精密阀门");
    assertThat(suzhou.at("joinings").toString())
        .contains("suzhou-valves.cn", town.lead("d@suzhou-valves.cn").at("id").text());
    assertThat(suzhou.at("kin").value()).isEqualTo(Map.of("name:精密阀门", "possibly"));
    assertThat(page("name:苏州·精密阀门", "zh")).contains("邮箱域名 suzhou-valves.cn", "可能相同");
    assertThat(page("name:苏州·精密阀门", "en"))
        .contains("mail at suzhou-valves.cn", "possibly the same");

    say("name:苏州·精密阀门", "apart", "name:苏州·precisionvalves");
    assertThat(people(account("name:苏州·精密阀门"))).hasSize(1);
    assertThat(people(account("name:苏州·precisionvalves"))).hasSize(1);
    say("name:苏州·精密阀门", "join", "name:精密阀门");
    say("name:苏州·精密阀门", "join", "name:苏州·precisionvalves");
    assertThat(people(account("name:苏州·精密阀门"))).hasSize(3);
    say("name:精密阀门", "apart", "name:苏州·精密阀门");
    assertThat(people(account("name:苏州·精密阀门"))).hasSize(2);
    assertThat(account("name:苏州·精密阀门").at("kin").value()).isEqualTo(Map.of("name:精密阀门", "other"));
  }

  private void register(String address, String company, String mobile) throws Exception {
    town.register(
        address,
        Map.of(
            "company",
            company,
            "mobile",
            mobile,
            "industry",
            "finance",
            "need",
            "lead-scoring",
            "plan",
            "no-plan"));
  }

  private View account(String key) throws Exception {
    return town.json("/local/accounts/" + encoded(key));
  }

  private static List<View> people(View account) {
    return account.at("people").list();
  }

  private String page(String key, String language) throws Exception {
    return town.visitor(language).html("/local/accounts/" + encoded(key));
  }

  // What the page's button does.
  private void say(String key, String deed, String other) throws Exception {
    assertThat(page(key, "zh")).contains(path(key, deed, other));
    var answer = town.visitor("zh").post(path(key, deed, other), Map.of());
    assertThat(answer.statusCode()).isEqualTo(202);
    town.quiet();
  }

  private static String path(String key, String deed, String other) {
    return "/local/accounts/" + encoded(key) + "/" + deed + "?other=" + encoded(other);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
