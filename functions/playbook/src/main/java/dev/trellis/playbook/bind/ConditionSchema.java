package dev.trellis.playbook.bind;

import java.util.List;
import java.util.Map;

/** What editors are told of a condition, which {@link ConditionReader} reads. */
final class ConditionSchema {

  private static final String FIELDS =
      """
      consent: yes or no: may we use the contact details?
      email: Known e-mail addresses.
      mobile: Known mobile numbers.
      wecom: Known WeCom contacts.
      openid: Known WeChat openids.
      name: The person's name.
      company: The person's company.
      title: The person's job title.
      industry: Option id of the industry.
      need: Option id of the main need, a topic.
      plan: The moment at which the purchase plan ends, or the word if it has no period.
      crm.status: The last word of the CRM: received, accepted, returned, won, lost.
      crm.stage: The stage of the deal in the CRM.
      crm.reason: Why sales returned or lost it.
      returned: Why sales returned the lead, while the return is in force.
      excluded: Ids of the exclusions in accounts.yaml that hold; not in exclusions themselves.
      unclassified: known: true holds for imported leads that nothing classifies; not in tags.
      identity: employee, agent, media, customer, competitor or individual.
      company-size: Option id of the number of people in the person's company.
      purchase-path: Option id of how the person's company buys.
      account.named: yes or no: is the company on the list in accounts.yaml?
      account.priority: Priority of the company on that list; 1 is the first.
      account.tier: Tier of the company on that list.
      account.name: The company's name without legal form and place.
      account.domain: Domain of the company's mail.
      account.key: The key under which the company is filed, name:… or domain:….
      fit: Points for who the person is.
      activity: Points for what the person did lately.
      intent: Points for looking for something: searches, social media, visits and reads.
      total: Points of the headline score.
      key: Ids of the key behaviours that the person shows.
      heat: hot, warm or cold.
      activityGrade: The grade of activity, by tags.yaml.
      bant: valid or invalid, by tags.yaml.
      isSQL: yes once sales accepted the lead, no once it returned it.
      lastTouch: When the person was last active.
      stage: The lifecycle stage; in pools only.
      """;

  private static final Map<String, Object> WORD =
      Shape.json("type", List.of("string", "number", "boolean"));
  private static final Map<String, Object> WORDS =
      Shape.json("type", "array", "minItems", 1, "items", WORD, "uniqueItems", true);
  private static final Map<String, Object> TEST = Shape.json("$ref", "#/$defs/test");
  private static final Map<String, Object> PART = Shape.json("$ref", "#");

  private ConditionSchema() {}

  static Map<String, Object> schema() {
    var parts = Shape.json("type", "array", "minItems", 1, "items", PART);
    var properties =
        Shape.json(
            "all", said(parts, "Every one of these holds."),
            "any", said(parts, "At least one of these holds."),
            "not", said(PART, "This does not hold."),
            "tag",
                said(
                    Shape.json("anyOf", List.of(Shape.json("type", "string", "minLength", 1), TEST)),
                    "A tag of the lead. \"tag: need:x\" is short for \"tag: {has: need:x}\"."));
    FIELDS
        .lines()
        .map(line -> line.split(": ", 2))
        .forEach(field -> properties.put(field[0], said(TEST, field[1])));
    return Shape.json(
        "description",
        "Something to ask about a lead: all, any, not, or fields with a test each.",
        "type",
        "object",
        "minProperties",
        1,
        "properties",
        properties,
        "additionalProperties",
        said(
            TEST,
            "A field of fields.yaml; shown.<field>, source.<field> or confidence.<field> of its"
                + " shown value; or interest.<topic>."),
        "$defs",
        Shape.json("test", test()));
  }

  private static Map<String, Object> test() {
    var period = Scalar.PERIOD.schema();
    return Shape.json(
        "type",
        "object",
        "description",
        "One question to a field. An unknown value passes nothing but \"known: false\".",
        "minProperties",
        1,
        "properties",
        Shape.json(
            "is", said(WORD, "It is this word. Quote \"yes\" and \"no\"."),
            "has", said(Shape.json("anyOf", List.of(WORD, WORDS)), "As \"is\" or \"in\"; for tags."),
            "in", said(WORDS, "It is one of these words."),
            "known", said(Shape.json("type", "boolean"), "Somebody told, or nobody did."),
            "atLeast",
                said(
                    Shape.json("type", "integer", "minimum", 1),
                    "The score, or the field of kind number, has at least this many points."),
            "within",
                said(period, "The moment lies ahead, by no more than this; for plan and dates."),
            "olderThan",
                said(period, "The moment has passed, by at least this; for lastTouch and dates.")),
        "additionalProperties",
        false);
  }

  private static Map<String, Object> said(Map<String, Object> schema, String says) {
    var all = Shape.json("description", says);
    all.putAll(schema);
    return all;
  }
}
