package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Condition.In;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.dictionary.Dictionaries;
import dev.trellis.core.playbook.AccountRules;
import dev.trellis.core.playbook.AccountRules.Exclusion;
import dev.trellis.core.playbook.Assignment;
import dev.trellis.core.playbook.Audiences;
import dev.trellis.core.playbook.Block;
import dev.trellis.core.playbook.Calls;
import dev.trellis.core.playbook.Company;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.Ctas;
import dev.trellis.core.playbook.Fields;
import dev.trellis.core.playbook.Imports;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Machines;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.Pause;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Rhythm;
import dev.trellis.core.playbook.Scenarios;
import dev.trellis.core.playbook.Scoring;
import dev.trellis.core.playbook.Settling;
import dev.trellis.core.playbook.Strangers;
import dev.trellis.core.playbook.TagScheme;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.playbook.Trust;
import dev.trellis.core.text.Wording;

/** A playbook with one topic, two mails and three journeys. */
public final class SmallPlaybook {

  public static final String TOPIC = "omni-channel-capture";

  public static final Playbook PLAYBOOK =
      of(
          Rhythm.FREE,
          Map.of("summit-deck", deck(), "high-value", highValue(), "mql-handoff", handOff()));

  private SmallPlaybook() {}

  /** The same with other journeys at another rhythm. */
  static Playbook of(Rhythm rhythm, Map<String, Journey> journeys) {
    return of("SDR <sdr@trellis.example>", rhythm, journeys);
  }

  /** The same with another mailbox of the SDR team. */
  public static Playbook alerting(String alertsTo) {
    return of(alertsTo, Rhythm.FREE, Map.of());
  }

  private static Playbook of(String alertsTo, Rhythm rhythm, Map<String, Journey> journeys) {
    return new Playbook(
        Path.of("."),
        new Company(
            both("藤架营销云", "Trellis Marketing Cloud"),
            both("上海市示例路 100 号", "100 Example Road, Shanghai"),
            "https://trellis.example",
            "https://trellis.example/privacy",
            List.of("zh", "en"),
            "CN",
            ZoneId.of("Asia/Shanghai"),
            "Trellis 藤架 <hello@trellis.example>",
            30,
            alertsTo,
            rhythm,
            Strangers.DEFAULT,
            Company.SOFT_BOUNCES),
        List.of(),
        List.of(),
        Map.of(),
        "mil/low",
        Settling.DEFAULT,
        Map.of(),
        Scoring.NONE,
        Map.of(
            "summit-deck", content("summit-deck", "basics", "general", List.of()),
            "strategy", content("strategy", "strategy", TOPIC, List.of("need:" + TOPIC)),
            "solution", content("solution", "solution", TOPIC, List.of("need:" + TOPIC))),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(
            "deck-delivery",
            new MailText(
                "deck-delivery",
                MailText.Kind.DELIVERY,
                both("您要的资料", "The slides you asked for"),
                both(
                    "{{#name}}{{name}}，{{/name}}您好：\n\n[打开资料]({{link}})\n",
                    """
                    Hello{{#name}} {{name}}{{/name}},

                    **{{content.title}}** is what you asked for at *{{company}}*.

                    [Open the slides]({{link}})
                    """)),
            "confirm",
            new MailText(
                "confirm",
                MailText.Kind.CONFIRMATION,
                both("请确认", "Please confirm"),
                both("[确认]({{confirm}})", "[Confirm]({{confirm}})")),
            "content",
            new MailText(
                "content",
                MailText.Kind.NURTURE,
                both("{{content.title}}", "{{content.title}}"),
                both("[阅读]({{link}})", "[Read]({{link}})"))),
        journeys,
        Map.of(),
        Map.of(),
        "stand-in",
        Assignment.NONE,
        Fields.EMPTY,
        TagScheme.EMPTY,
        Dictionaries.EMPTY,
        new AccountRules(
            List.of(),
            List.of(
                new Exclusion(
                    "competitor",
                    both("友商", "Competitors"),
                    new Leaf("identity", new In(Set.of("competitor"))))),
            List.of()),
        Machines.EMPTY,
        Imports.EMPTY,
        Audiences.EMPTY,
        Scenarios.EMPTY,
        Ctas.NONE,
        Calls.NONE,
        Trust.USUAL,
        Optional.empty(),
        Playbook.Sweep.DEFAULT);
  }

  private static Journey deck() {
    return journey(
        "summit-deck",
        new Trigger.Submits("summit-deck"),
        null,
        send("1", "deck-delivery", ContentQuery.named("summit-deck")));
  }

  private static Journey highValue() {
    var hasNeed = new Condition.Leaf("tag", new Condition.In(List.of("need:" + TOPIC)));
    var solution = send("1", "content", ofType("solution"));
    return journey(
        "high-value",
        new Trigger.Enters("mil/high"),
        "mil/high",
        wait("1", 3),
        new Block.When(
            "2",
            hasNeed,
            List.of(solution),
            List.of(
                send("1", "content", ofType("strategy")),
                new Block.AwaitRead("2", Period.ofDays(3), List.of(solution), List.of()))),
        wait("3", 7));
  }

  private static Journey handOff() {
    return journey("mql-handoff", new Trigger.Enters("mql"), "mql", new Block.HandOff("1"));
  }

  /** A journey that may begin once per visit. */
  static Journey journey(String id, Trigger trigger, String until, Block... steps) {
    return new Journey(id, 1, both(id, id), trigger, until, Journey.Again.VISIT, List.of(steps));
  }

  static Block send(String name, String mail, ContentQuery content) {
    return new Block.Send(name, mail, content, List.of());
  }

  static Block wait(String name, int days) {
    return new Block.Wait(name, new Pause.For(Period.ofDays(days)), false);
  }

  private static ContentQuery ofType(String type) {
    return new ContentQuery(null, TOPIC, type, null, false, null);
  }

  private static Content content(String id, String type, String topic, List<String> tags) {
    return Content.of(
        id,
        1,
        "article",
        type,
        topic,
        tags,
        both(id + "（中文）", "All about " + id),
        both("摘要", "What is in it"),
        null,
        null);
  }

  static Wording both(String zh, String en) {
    return new Wording(new TreeMap<>(Map.of("zh", zh, "en", en)));
  }
}
