package dev.trellis.imports.row;

import module java.base;

import dev.trellis.core.identity.Addressee;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Normalizer;
import dev.trellis.core.playbook.Imports.Column;
import dev.trellis.core.text.Characters;
import dev.trellis.imports.file.CellCheck;
import dev.trellis.imports.file.Fault;
import java.text.Normalizer.Form;

/** Cells that name a person, with what people and programs write around a name. */
final class NameCells {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:/-]{1,128}");

  /** {@code Li Na <li@example.cn>}. */
  private static final Pattern ANGLES = Pattern.compile("<([^<>]*)>");

  private static final Pattern AROUND =
      Pattern.compile(
          "^[\\s'\"“‘(\\[]*(?:(?:mailto|e-?mail|mail|邮箱|电子邮箱)\\s*:\\s*)?|(?:\\?[^@]*)?[\\s'\"”’)\\].。,，;；:>]*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BESIDE =
      Pattern.compile(
          "(?:转|轉|分机|ext\\.?|extension|#|x)\\s*[:.]?\\s*\\d{1,6}\\s*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern ROUNDED = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d{1,2}");
  private static final Pattern TWO_NUMBERS = Pattern.compile("(?<=\\d{7})\\s+(?=\\+?\\d{7})");

  private final Normalizer normalizer;
  private final String crm;

  /**
   * @param crm whose ids those are that do not say whose they are
   */
  NameCells(Normalizer normalizer, String crm) {
    this.normalizer = normalizer;
    this.crm = crm;
  }

  void read(String header, Column column, String cell, Draft draft) {
    var text = Characters.withoutMarks(cell).strip();
    if (text.length() > CellCheck.LONGEST) {
      draft.doubt(Fault.NO_LINE, header, cell);
      return;
    } else if (text.chars().anyMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c))) {
      draft.doubt(Fault.CONTROL_CHARACTERS, header, cell);
      return;
    }
    switch (column.as()) {
      case EMAIL -> email(header, column, text, draft);
      case PHONE -> phone(header, column, text, draft);
      case UNIONID -> id(header, column, text, draft, IdentityType.UNIONID);
      case OPENID -> id(header, column, text, draft, IdentityType.OPENID);
      case WECOM -> id(header, column, text, draft, IdentityType.WECOM);
      // An export of the CRM's own calls its records as its webhooks do.
      case CRM ->
          id(header, column, text.contains("/") ? text : crm + "/" + text, draft, IdentityType.CRM);
      default -> throw new IllegalArgumentException(column.as() + " names nobody");
    }
  }

  private void email(String header, Column column, String text, Draft draft) {
    var whole = normalizer.email(text);
    var found =
        whole.isPresent() ? Found.of(whole.get()) : Found.of(addresses(text), normalizer::email);
    if (!found.isWhole()) {
      draft.doubt(
          Addressee.isNobodys(bare(text)) ? Fault.NOBODYS_ADDRESS : Fault.NOT_AN_ADDRESS,
          header,
          text);
    }
    name(header, column, text, draft, found.names());
  }

  private static List<String> addresses(String text) {
    var inAngles = ANGLES.matcher(text).results().map(found -> bare(found.group(1))).toList();
    if (!inAngles.isEmpty() && ANGLES.matcher(text).replaceAll("").indexOf('@') < 0) {
      return inAngles;
    }
    return Parts.MARKS.of(text, _ -> false).stream()
        .flatMap(part -> Stream.of(part.split("\\s+(?=\\S*@)")))
        .map(NameCells::bare)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static String bare(String text) {
    return AROUND.matcher(text.strip()).replaceAll("");
  }

  private void phone(String header, Column column, String text, Draft draft) {
    var whole = normalizer.phone(text);
    var found =
        whole.isPresent() ? Found.of(whole.get()) : Found.of(numbers(text), normalizer::phone);
    if (!found.isWhole()) {
      boolean isRounded = ROUNDED.matcher(text).matches();
      draft.doubt(isRounded ? Fault.DIGITS_LOST : Fault.NOT_A_MOBILE, header, text);
    } else if (BESIDE.matcher(java.text.Normalizer.normalize(text, Form.NFKC)).find()) {
      draft.keep(header, text);
    }
    name(header, column, text, draft, found.names());
  }

  private static List<String> numbers(String text) {
    return Parts.MARKS.of(text, _ -> false).stream().flatMap(TWO_NUMBERS::splitAsStream).toList();
  }

  /**
   * Whom a cell names.
   *
   * @param isWhole true if it says nothing else
   */
  private record Found(List<Identity> names, boolean isWhole) {

    static Found of(Identity only) {
      return new Found(List.of(only), true);
    }

    static Found of(List<String> parts, Function<String, Optional<Identity>> read) {
      var found = parts.stream().map(read).toList();
      return new Found(
          found.stream().flatMap(Optional::stream).distinct().toList(),
          !parts.isEmpty() && found.stream().allMatch(Optional::isPresent));
    }
  }

  // The first is the fact, wherever it stands; the others are kept beside it.
  private static void name(
      String header, Column column, String text, Draft draft, List<Identity> names) {
    boolean isOther =
        names.stream().anyMatch(n -> !n.value().equals(draft.values().get(column.to())));
    boolean isFirst = !draft.values().containsKey(column.to());
    names.forEach(name -> draft.name(column.to(), name));
    if (isFirst ? names.size() > 1 : isOther) {
      draft.keep(header, text);
    }
  }

  private static void id(
      String header, Column column, String text, Draft draft, IdentityType type) {
    if (ID.matcher(text).matches()) {
      draft.name(column.to(), new Identity(type, text));
    } else {
      draft.doubt(Fault.NOT_AN_ID, header, text);
    }
  }
}
