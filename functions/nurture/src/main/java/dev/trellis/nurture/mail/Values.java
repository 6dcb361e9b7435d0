package dev.trellis.nurture.mail;

import module java.base;

import dev.trellis.core.playbook.Company;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Field;

/**
 * What the variables of a mail stand for.
 *
 * @param link where the content is read; null if the mail is about none
 * @param confirm where a pending consent is confirmed; null in mails of any other kind
 * @param consented since when we may write
 * @param ctas by id, those that may stand in a mail
 * @param alert what our own people are told of the lead; null in mails to the lead
 */
record Values(
    String name,
    String company,
    String title,
    String summary,
    String link,
    String senderName,
    String senderAddress,
    String unsubscribe,
    String confirm,
    String consented,
    Map<String, CtaLink> ctas,
    AlertValues alert) {

  static Values of(
      Portrait portrait,
      Optional<Content> content,
      Optional<String> link,
      String unsubscribe,
      String confirm,
      Map<String, CtaLink> ctas) {
    var language = portrait.language();
    var sender = portrait.playbook().company();
    return new Values(
        Typed.tamed(portrait.profile().value(Field.NAME).orElse(null)),
        Typed.tamed(portrait.profile().value(Field.COMPANY).orElse(null)),
        content.map(c -> c.title().in(language)).orElse(null),
        content.map(c -> c.summary().in(language)).orElse(null),
        link.orElse(null),
        sender.name().in(language),
        sender.address().in(language),
        unsubscribe,
        confirm,
        consentedOn(portrait, sender),
        ctas,
        null);
  }

  /** For a mail about a lead to our own people. */
  static Values ofAlert(Portrait portrait, String language, String page) {
    var sender = portrait.playbook().company();
    return new Values(
        Typed.tamed(portrait.profile().value(Field.NAME).orElse(null)),
        Typed.tamed(portrait.profile().value(Field.COMPANY).orElse(null)),
        null,
        null,
        null,
        sender.name().in(language),
        sender.address().in(language),
        null,
        null,
        consentedOn(portrait, sender),
        Map.of(),
        AlertValues.of(portrait, page));
  }

  private static String consentedOn(Portrait portrait, Company sender) {
    return portrait
        .profile()
        .fact(Field.CONSENT)
        .map(Fact::at)
        .map(at -> LocalDate.ofInstant(at, sender.zone()).toString())
        .orElse(null);
  }

  /** The variables as templates name them; a value that is missing has no variable. */
  Map<String, Object> variables(UnaryOperator<String> text, UnaryOperator<String> url) {
    var out = new HashMap<String, Object>();
    put(out, "name", name, text);
    put(out, "company", company, text);
    put(out, "link", link, url);
    put(out, "unsubscribe", unsubscribe, url);
    put(out, "confirm", confirm, url);
    put(out, "consented", consented, text);
    var cta = new HashMap<String, Object>();
    ctas.forEach((id, link) -> cta.put(id, link.markdown(text, url)));
    out.put("cta", cta);
    var sender = new HashMap<String, Object>();
    put(sender, "name", senderName, text);
    put(sender, "address", senderAddress, text);
    out.put("sender", sender);
    if (alert != null) {
      out.put("lead", alert.variables(text, url));
    }
    if (title != null) {
      var content = new HashMap<String, Object>();
      put(content, "title", title, text);
      put(content, "summary", summary, text);
      out.put("content", content);
    }
    return out;
  }

  private static void put(
      Map<String, Object> out, String name, String value, UnaryOperator<String> form) {
    if (value != null && !value.isBlank()) {
      out.put(name, form.apply(value));
    }
  }
}
