package dev.trellis.core.dictionary;

import java.util.Map;
import java.util.Set;

/**
 * What names of companies are made of, beside what tells one from another (R21).
 *
 * @param legalForms at the end of a name
 * @param leadingForms at its beginning
 * @param units a group, a holding, a branch of a company: what each is read as
 * @param places at either end or in brackets: what each is read as
 * @param placeEndings what may follow a place, such as 市
 * @param common words that many companies share
 * @param placeholders what people write who name no company, in words joined by a space
 * @param freeMail domains where anybody can have an address
 */
public record CompanyWords(
    Phrases<Boolean> legalForms,
    Phrases<Boolean> leadingForms,
    Phrases<String> units,
    Phrases<String> places,
    Phrases<Boolean> placeEndings,
    Phrases<Boolean> common,
    Set<String> placeholders,
    Set<String> freeMail) {

  /** Nothing. */
  static final CompanyWords EMPTY =
      new CompanyWords(
          Phrases.of(Map.of()),
          Phrases.of(Map.of()),
          Phrases.of(Map.of()),
          Phrases.of(Map.of()),
          Phrases.of(Map.of()),
          Phrases.of(Map.of()),
          Set.of(),
          Set.of());
}
