package dev.trellis.playbook.check;

import module java.base;

/**
 * The subject or body of a mail as far as its variables go: {@code {{name}}}, sections {@code
 * {{#name}}…{{/name}}} and {@code {{^name}}…{{/name}}}, and comments {@code {{! … }}}.
 *
 * @param uses the variables that leave a text, by their full names
 * @param mistakes whatever would leave a hole in the mail or keep it from being written
 */
public record MailTemplate(List<Use> uses, List<Mistake> mistakes) {

  private static final String NAME = "([^\\s{}#^/&!<>=]+)";
  private static final Pattern TAG =
      Pattern.compile(
          "\\{\\{(?:\\{\\s*" + NAME + "\\s*}}}|([#^/&]?)\\s*" + NAME + "\\s*}}|(!)[^}]*}}|)");

  public MailTemplate {
    uses = List.copyOf(uses);
    mistakes = List.copyOf(mistakes);
  }

  /**
   * A variable that leaves a text.
   *
   * @param line counted from the text's first, which is 0
   * @param within the sections around it that are there only if something has a value
   */
  public record Use(int line, String name, List<String> within) {}

  /**
   * @param line counted from the text's first, which is 0
   */
  public record Mistake(int line, String what) {}

  /** Looks through a text that may use the given variables. */
  public static MailTemplate of(String text, MailVariables variables) {
    var scan = new Scan(variables);
    var tags = TAG.matcher(text);
    int line = 0;
    int counted = 0;
    while (tags.find()) {
      for (; counted < tags.start(); counted++) {
        line += text.charAt(counted) == '\n' ? 1 : 0;
      }
      var name = tags.group(1) == null ? tags.group(3) : tags.group(1);
      if (name != null) {
        scan.tag(line, tags.group(2) == null ? "" : tags.group(2), name);
      } else if (tags.group(4) == null) {
        scan.mistakes.add(new Mistake(line, "has a \"{{\" that begins no variable"));
      }
    }
    scan.open.forEach(s -> scan.mistakes.add(new Mistake(s.line, s + " is never closed")));
    return new MailTemplate(scan.uses, scan.mistakes);
  }

  /** A variable that this text needs a content for; empty if it can do without. */
  Optional<String> needingContent() {
    return uses.stream()
        .filter(use -> MailVariables.OF_CONTENT.contains(use.name()))
        .filter(use -> use.within().stream().noneMatch(MailTemplate::isOfContent))
        .map(Use::name)
        .findFirst();
  }

  private static boolean isOfContent(String section) {
    return section.equals("content") || MailVariables.OF_CONTENT.contains(section);
  }

  private record Section(int line, String sign, String name) {
    @Override
    public String toString() {
      return "{{" + sign + name + "}}";
    }
  }

  /** What was seen up to some tag. */
  private static final class Scan {

    private final MailVariables variables;
    private final Deque<Section> open = new ArrayDeque<>();
    private final List<Use> uses = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    Scan(MailVariables variables) {
      this.variables = variables;
    }

    void tag(int line, String sign, String name) {
      if (sign.equals("/")) {
        if (open.isEmpty() || !open.pop().name().equals(name)) {
          mistakes.add(new Mistake(line, "{{/" + name + "}} closes what is not open there"));
        }
        return;
      }
      var isSection = sign.equals("#") || sign.equals("^");
      var known =
          fullNames(name)
              .filter(n -> variables.has(n) || isSection && variables.isGroup(n))
              .findFirst();
      if (known.isEmpty()) {
        mistakes.add(new Mistake(line, "uses {{" + name + "}}, which it does not have"));
      } else if (!isSection) {
        uses.add(new Use(line, known.get(), sections().toList()));
      }
      if (isSection) {
        open.push(new Section(line, sign, name));
      }
    }

    // In {{#content}} … {{/content}}, {{title}} is {{content.title}}.
    private Stream<String> fullNames(String name) {
      return Stream.concat(sections().map(section -> section + "." + name), Stream.of(name));
    }

    private Stream<String> sections() {
      return open.stream().filter(s -> s.sign().equals("#")).map(Section::name);
    }
  }
}
