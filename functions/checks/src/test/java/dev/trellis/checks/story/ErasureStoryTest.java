package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Forgotten for good: whoever tells of the person, until they come back by themselves. */
@Tag("R17")
class ErasureStoryTest extends TownStory {

  private static final String ADDRESS = "canary@example.cn";
  private static final String MOBILE = "13800138061";
  private static final String[] CANARIES = {"canary", MOBILE, "金丝雀", "笼子"};
  private static final Map<String, String> WHO =
      Map.of("email", ADDRESS, "mobile", MOBILE, "name", "金丝雀", "company", "笼子有限公司");

  private void aPersonIsHandedOver() throws Exception {
    var answers = new LinkedHashMap<>(ready(MOBILE));
    answers.putAll(WHO);
    town.register(ADDRESS, answers);
    town.pass(Duration.ofMinutes(2));
  }

  @Test
  @Tag("R105")
  void whatOthersTellStoresNothingAndTheirOwnFormBeginsAnew() throws Exception {
    aPersonIsHandedOver();
    var id = town.lead(ADDRESS).at("id").text();
    var content =
        town.mailsTo(ADDRESS).stream()
            .flatMap(mail -> mail.at("links").list().stream())
            .map(View::text)
            .filter(link -> link.contains("/c/"))
            .findFirst()
            .orElseThrow();
    var handoff = handoffOf(ADDRESS).at("id").text();
    var crmId = received(ADDRESS).getFirst().at("crmId").text();
    town.visitor("zh").post("/local/leads/" + id + "/erase", "application/json", "");
    town.quiet();
    assertThat(town.json("/local/crm").list())
        .filteredOn(record -> record.at("handoff").text().equals(handoff))
        .singleElement()
        .satisfies(record -> {
          assertThat(record.at("status").text()).isEqualTo("lead.erased");
          assertThat(record.toString()).doesNotContain(CANARIES);
        });
    var leads = town.leads().size();

    town.pass(Duration.ofMinutes(1));
    othersTell(id, handoff, crmId);
    assertThat(town.leads()).hasSize(leads);
    nothingIsStored();

    town.register(ADDRESS, WHO);
    town.visitor("zh").post(content + "/read", "application/json", "{}");
    town.quiet();
    var back = town.lead(ADDRESS);
    assertThat(back.at("id").text()).isNotEqualTo(id);
    assertThat(back.at("events").texts("kind")).as("by an old link").doesNotContain("ContentRead");
    assertThat(back.at("events").texts("kind")).contains("FormSubmitted").hasSizeLessThan(6);
    assertThat(back.at("handoffs").list()).isEmpty();
    var call = Map.of("kind", "CallRecorded", "actor", "sdr", "outcome", "reached");
    assertThat(new Partner(town, state).tell(event("again", "web", call, "email:" + ADDRESS)))
        .isEqualTo(202);
    town.quiet();
    assertThat(town.lead(ADDRESS).at("events").texts("kind")).contains("CallRecorded");
  }

  private void othersTell(String lead, String handoff, String crmId) throws Exception {
    var partner = new Partner(town, state);
    var events = new ArrayList<Map<String, Object>>();
    for (var channel : List.of("web", "shop", "wechat", "import", "system")) {
      for (var kind : kinds()) {
        for (var name : List.of("email:" + ADDRESS, "phone:" + MOBILE, "crm:stand-in/" + crmId)) {
          events.add(event("o" + events.size(), channel, kind, name));
        }
        var about = event("o" + events.size(), channel, kind, "openid:app/somebody");
        about.put("lead", lead);
        events.add(about);
      }
    }
    assertThat(events).hasSizeGreaterThan(100);
    for (int from = 0; from < events.size(); from += 100) {
      var batch = events.subList(from, Math.min(from + 100, events.size()));
      assertThat(partner.tell(batch)).isEqualTo(202);
    }
    town.verdict(handoff, "{\"verdict\":\"accepted\"}");
    for (var record : List.of(crmId, "CRM-another")) {
      var values = Map.of("email", " Canary@Example.cn", "contactName", "金丝雀");
      var data = Map.of("crmId", record, "values", values);
      var report =
          Map.of("type", "lead.accepted", "timestamp", town.now().toString(), "data", data);
      assertThat(partner.crm(report).statusCode()).isEqualTo(202);
    }
    town.quiet();
  }

  private static List<Map<String, Object>> kinds() {
    return List.of(
        Map.of("kind", "CodeScanned"),
        Map.of("kind", "PageVisited", "page", "/", "seconds", 5),
        Map.of("kind", "ContentRead", "content", "summit-deck", "version", 1, "seconds", 5),
        Map.of("kind", "EventAttended", "event", "summit", "seconds", 5),
        Map.of("kind", "ChannelFollowed", "account", "trellis-growth"),
        Map.of("kind", "CallRecorded", "actor", "sdr", "outcome", "reached", "answers", WHO),
        Map.of("kind", "RecordImported", "batch", "b", "line", 1, "values", WHO));
  }

  private Map<String, Object> event(
      String id, String channel, Map<String, ?> happening, String name) {
    var event = new LinkedHashMap<String, Object>();
    event.put("version", 1);
    event.put("id", id);
    event.put("occurredAt", town.now().toString());
    event.put("channel", channel);
    event.put("identities", List.of(name));
    event.put("origin", Map.of("code", "summit-talk"));
    event.put("happening", happening);
    return event;
  }

  private void nothingIsStored() throws Exception {
    for (var page : List.of("leads", "quarantine", "accounts", "titles", "crm")) {
      assertThat(town.json("/local/" + page).toString()).as(page).doesNotContain(CANARIES);
    }
  }
}
