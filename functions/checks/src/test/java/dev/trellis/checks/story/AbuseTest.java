package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.playbook.Strangers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one who means harm gets out of the public doors, and what others notice of it. */
class AbuseTest extends TownStory {

  @Test
  @Tag("R6")
  @Tag("R90")
  void fortySpellingsOfOneMailboxGetAFewMailsAndEveryOtherSaysWhyNot() throws Exception {
    for (int i = 0; i < 40; i++) {
      submit("/f/summit-deck?code=summit-talk", Town.person("victim+" + i + "@example.cn"));
      town.pass(Duration.ofMinutes(1));
    }

    assertThat(mailsToVictim()).isEqualTo(Strangers.DEFAULT.mailbox());
    var last = town.lead("victim+39@example.cn");
    assertThat(last.at("mails", 0, "state").text()).isEqualToIgnoringCase("skipped");
    assertThat(last.at("mails", 0, "reason").text()).isEqualTo("over-budget");
    town.pass(Duration.ofHours(8));
    assertThat(mailsToVictim()).isEqualTo(Strangers.DEFAULT.mailbox());
  }

  @Test
  @Tag("R6")
  void whoSubmitsThreeFormsNoticesNothing() throws Exception {
    var visitor = town.visitor("en");
    for (var form : List.of("/f/summit-deck", "/f/newsletter", "/f/summit-deck")) {
      var fields = visitor.open(form);
      town.pass(Duration.ofSeconds(20));
      fields.putAll(Town.person("honest@example.cn"));
      assertThat(visitor.post(form, fields).statusCode()).isEqualTo(303);
      town.quiet();
      town.pass(Duration.ofMinutes(10));
    }

    var mails = town.lead("honest@example.cn").at("mails").list();
    assertThat(mails).hasSizeGreaterThanOrEqualTo(3);
    assertThat(mails.stream().map(m -> m.at("reason"))).doesNotContain(new View("over-budget"));
  }

  @Test
  @Tag("R5")
  @Tag("R17")
  void aBurstOfScansIsAFewLeadsWhichAreForgottenAndTheCountIsKept() throws Exception {
    var people = town.leads().size();
    var visits = visits();
    var regular = town.visitor("en");
    regular.get("/q/summit-talk");
    for (int i = 1; i < 60; i++) {
      town.visitor("en").get("/q/summit-talk");
    }
    town.quiet();
    int few = Strangers.DEFAULT.scans();
    assertThat(town.leads()).hasSize(people + few);
    assertThat(visits()).isEqualTo(visits + 60);

    town.pass(Duration.ofDays(91));
    assertThat(town.leads()).hasSize(people);
    assertThat(visits()).isEqualTo(visits + 60);
    regular.get("/q/summit-talk");
    town.quiet();
    assertThat(town.leads()).hasSize(people + 1);
    assertThat(visits()).isEqualTo(visits + 61);
  }

  private long visits() throws Exception {
    return ((Number) town.json("/local/reports").at("funnel", "all", "visits").value()).longValue();
  }

  private void submit(String form, Map<String, String> answers) throws Exception {
    var visitor = town.visitor("en");
    var fields = visitor.open(form);
    town.pass(Duration.ofSeconds(5));
    fields.putAll(answers);
    assertThat(visitor.post(form.split("\\?")[0], fields).statusCode()).isEqualTo(303);
    town.quiet();
  }

  private long mailsToVictim() throws Exception {
    return town.json("/local/mails").list().stream()
        .filter(m -> m.at("to").toString().contains("victim+"))
        .count();
  }
}
