package dev.trellis.imports.row;

import module java.base;

import dev.trellis.core.identity.Addressee;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Normalizer;
import dev.trellis.core.playbook.Imports.Column;
import dev.trellis.imports.file.Fault;

/** Cells that name a person. */
final class NameCells {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:/-]{1,128}");

  private final Normalizer normalizer;
  private final String crm;

  /**
   * @param crm whose ids those are that do not say whose they are
   */
  NameCells(Normalizer normalizer, String crm) {
    this.normalizer = normalizer;
    this.crm = crm;
  }

  void read(String header, Column column, String text, Draft draft) {
    switch (column.as()) {
      case EMAIL -> several(header, column, text, draft, normalizer::email, address(text));
      case PHONE -> several(header, column, text, draft, normalizer::phone, Fault.NOT_A_MOBILE);
      case UNIONID -> id(header, column, text, draft, IdentityType.UNIONID);
      case OPENID -> id(header, column, text, draft, IdentityType.OPENID);
      case WECOM -> id(header, column, text, draft, IdentityType.WECOM);
      // An export of the CRM's own calls its records as its webhooks do.
      case CRM ->
          id(header, column, text.contains("/") ? text : crm + "/" + text, draft, IdentityType.CRM);
      default -> throw new IllegalArgumentException(column.as() + " names nobody");
    }
  }

  private static void several(
      String header,
      Column column,
      String text,
      Draft draft,
      Function<String, Optional<Identity>> read,
      Fault fault) {
    boolean all = true;
    for (var part : Parts.MARKS.of(text, t -> read.apply(t).isPresent())) {
      var identity = read.apply(part);
      identity.ifPresent(i -> draft.name(column.to(), i));
      all &= identity.isPresent();
    }
    if (!all) {
      draft.doubt(fault, header, text);
    }
  }

  private static Fault address(String text) {
    return Addressee.isNobodys(text) ? Fault.NOBODYS_ADDRESS : Fault.NOT_AN_ADDRESS;
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
