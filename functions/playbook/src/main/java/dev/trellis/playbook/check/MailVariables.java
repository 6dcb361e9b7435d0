package dev.trellis.playbook.check;

import module java.base;

import dev.trellis.core.playbook.MailText.Kind;

/** The variables that a mail of some kind has; another name would leave a hole in it. */
public record MailVariables(Set<String> names) {

  /** Those that have a value only if the mail is sent with a content. */
  public static final List<String> OF_CONTENT = List.of("content.title", "content.summary", "link");

  private static final String CTA = "cta.";
  private static final String ANY_CTA = CTA + "<id>";
  private static final List<String> OF_ALL =
      List.of("name", "company", "consented", "sender.name", "sender.address");
  private static final List<String> OF_LEAD =
      List.of(
          "lead.id",
          "lead.page",
          "lead.title",
          "lead.mobile",
          "lead.email",
          "lead.industry",
          "lead.need",
          "lead.plan",
          "lead.stage",
          "lead.pool",
          "lead.score",
          "lead.activity",
          "lead.contentTags",
          "lead.keys",
          "lead.why",
          "lead.missing",
          "lead.source",
          "lead.last",
          "lead.reads",
          "lead.outcome",
          "lead.callback");
  private static final Set<String> LINKS =
      Set.of("link", "unsubscribe", "confirm", "lead.page", ANY_CTA);

  public MailVariables {
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  /** What the body of such a mail may name. */
  public static MailVariables ofBody(Kind kind) {
    var names = new LinkedHashSet<>(OF_ALL);
    if (kind == Kind.INTERNAL) {
      names.addAll(OF_LEAD);
      return new MailVariables(names);
    }
    names.addAll(OF_CONTENT);
    names.add("unsubscribe");
    if (kind == Kind.CONFIRMATION) {
      names.add("confirm");
    }
    names.add(ANY_CTA);
    return new MailVariables(names);
  }

  /** What the subject of such a mail may name: no links. */
  public static MailVariables ofSubject(Kind kind) {
    var names = new LinkedHashSet<>(ofBody(kind).names());
    names.removeAll(LINKS);
    return new MailVariables(names);
  }

  /** True if there is such a variable; whether there is such a call to action, others check. */
  boolean has(String name) {
    return names.contains(name) || isCta(name) && names.contains(ANY_CTA);
  }

  /** True if some variables begin with this name and a dot, such as {@code content}. */
  boolean isGroup(String name) {
    return names.stream().anyMatch(n -> n.startsWith(name + "."));
  }

  /** True if the variable stands for a call to action. */
  static boolean isCta(String name) {
    return name.length() > CTA.length() && name.startsWith(CTA);
  }
}
