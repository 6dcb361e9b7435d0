package dev.trellis.console.policy;

import module java.base;

import dev.trellis.core.playbook.Code;
import dev.trellis.core.playbook.Cta;
import dev.trellis.core.playbook.Cta.Place;
import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.WayIn;

/**
 * The ways in: forms, codes to print, and calls to action, each with its address and how often it
 * was taken.
 */
public record WaysIn(List<OfForm> forms, List<OfCode> codes, List<OfCta> ctas) {

  /** So many days are shown one by one, today among them. */
  public static final int DAYS = 30;

  /**
   * How often a way was taken: submissions, scans or clicks.
   *
   * @param lately in the last thirty days, today among them
   * @param byDay of these, without those on which nobody came
   */
  public record Taken(long inAll, long lately, SortedMap<LocalDate, Long> byDay) {

    static Taken of(String way, WayIn.Counts counts) {
      var byDay = new TreeMap<LocalDate, Long>();
      counts
          .byDay()
          .forEach((day, ways) -> {
            if (ways.containsKey(way)) {
              byDay.put(day, ways.get(way));
            }
          });
      return new Taken(
          counts.inAll().getOrDefault(way, 0L),
          byDay.values().stream().mapToLong(Long::longValue).sum(),
          byDay);
    }
  }

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
      String address,
      Taken taken) {

    static OfForm of(Form form, String base, WayIn.Counts counts) {
      return new OfForm(
          form.id(),
          form.title().texts(),
          form.questions().stream().map(Form.Question::id).toList(),
          form.content(),
          base + "/f/" + form.id(),
          Taken.of("form:" + form.id(), counts));
    }
  }

  /**
   * A code in use.
   *
   * @param address that it holds, and of its picture with {@code .svg} or {@code .png}
   */
  public record OfCode(
      String id,
      String event,
      String placement,
      String content,
      String form,
      String address,
      Taken taken) {

    static OfCode of(Code code, String base, WayIn.Counts counts) {
      return new OfCode(
          code.id(),
          code.event(),
          code.placement(),
          code.content(),
          code.form(),
          base + "/q/" + code.id(),
          Taken.of("code:" + code.id(), counts));
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
      String address,
      Taken taken) {

    static OfCta of(Cta cta, String base, WayIn.Counts counts) {
      return new OfCta(
          cta.id(),
          cta.words().texts(),
          cta.target().kind().name().toLowerCase(Locale.ROOT) + ":" + cta.target().id(),
          cta.style().name().toLowerCase(Locale.ROOT),
          cta.places().stream().map(Place::word).toList(),
          base
              + "/go/"
              + cta.id()
              + (cta.places().contains(Place.SITE) ? "?at=" + Place.SITE.word() : ""),
          Taken.of("cta:" + cta.id(), counts));
    }
  }

  static WaysIn of(Playbook playbook, String base, WayIn.Counts counts) {
    return new WaysIn(
        playbook.forms().values().stream().map(form -> OfForm.of(form, base, counts)).toList(),
        playbook.codes().values().stream()
            .filter(code -> !code.retired())
            .map(code -> OfCode.of(code, base, counts))
            .toList(),
        playbook.ctas().byId().values().stream().map(cta -> OfCta.of(cta, base, counts)).toList());
  }

  /** One of the forms. */
  public Optional<OfForm> form(String id) {
    return forms.stream().filter(form -> form.id().equals(id)).findFirst();
  }
}
