package dev.trellis.capture.page;

import module java.base;

import dev.trellis.core.http.Request;
import dev.trellis.core.playbook.Company;

/** In which language to speak with a visitor. */
public final class Languages {

  private final Company company;

  public Languages(Company company) {
    this.company = company;
  }

  /** The language asked for by {@code ?lang=}, else the browser's, else the company's. */
  public String of(Request request) {
    return spoken(request.query().get("lang")).orElseGet(() -> ofBrowser(request));
  }

  /** What {@link #of} says when nobody asked for a language. */
  public String ofBrowser(Request request) {
    return company.language(request.headers().get("accept-language"));
  }

  public Optional<String> spoken(String language) {
    return Optional.ofNullable(language).filter(company.languages()::contains);
  }

  List<String> others(String language) {
    return company.languages().stream().filter(l -> !l.equals(language)).toList();
  }

  /** What a language calls itself, such as 中文. */
  static String name(String language) {
    var locale = Locale.forLanguageTag(language);
    return locale.getDisplayLanguage(locale);
  }
}
