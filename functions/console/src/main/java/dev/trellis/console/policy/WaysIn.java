package dev.trellis.console.policy;

import module java.base;

import dev.trellis.core.playbook.Code;
import dev.trellis.core.playbook.Cta;
import dev.trellis.core.playbook.Cta.Place;
import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.Playbook;

/** The ways in: forms, codes to print, and calls to action, each with its address. */
public record WaysIn(List<OfForm> forms, List<OfCode> codes, List<OfCta> ctas) {

  /**
   * A form.
   *
   * @param content what a submission asks for; may be null
   */
  public record OfForm(
      String id,
      Map<String, String> title,
      List<String> questions,
      String content,
      String address) {

    static OfForm of(Form form, String base) {
      return new OfForm(
          form.id(),
          form.title().texts(),
          form.questions().stream().map(Form.Question::id).toList(),
          form.content(),
          base + "/f/" + form.id());
    }
  }

  /**
   * A code in use.
   *
   * @param address that it holds, and of its picture with {@code .svg} or {@code .png}
   */
  public record OfCode(
      String id, String event, String placement, String content, String form, String address) {

    static OfCode of(Code code, String base) {
      return new OfCode(
          code.id(),
          code.event(),
          code.placement(),
          code.content(),
          code.form(),
          base + "/q/" + code.id());
    }
  }

  /**
   * A call to action.
   *
   * @param leadsTo kind and id
   * @param address as a page that is not ours links to it
   */
  public record OfCta(
      String id,
      Map<String, String> words,
      String leadsTo,
      String style,
      List<String> places,
      String address) {

    static OfCta of(Cta cta, String base) {
      return new OfCta(
          cta.id(),
          cta.words().texts(),
          cta.target().kind().name().toLowerCase(Locale.ROOT) + ":" + cta.target().id(),
          cta.style().name().toLowerCase(Locale.ROOT),
          cta.places().stream().map(Place::word).toList(),
          base
              + "/go/"
              + cta.id()
              + (cta.places().contains(Place.SITE) ? "?at=" + Place.SITE.word() : ""));
    }
  }

  static WaysIn of(Playbook playbook, String base) {
    return new WaysIn(
        playbook.forms().values().stream().map(form -> OfForm.of(form, base)).toList(),
        playbook.codes().values().stream()
            .filter(code -> !code.retired())
            .map(code -> OfCode.of(code, base))
            .toList(),
        playbook.ctas().byId().values().stream().map(cta -> OfCta.of(cta, base)).toList());
  }

  /** One of the forms. */
  public Optional<OfForm> form(String id) {
    return forms.stream().filter(form -> form.id().equals(id)).findFirst();
  }
}
