package dev.trellis.checks.attack;

import module java.base;

import dev.trellis.core.identity.Identity;

/**
 * Somebody whose every word is like nobody else's, so that it is known again wherever it stands.
 */
record Person(String mark) {

  static final List<String> WORDS =
      List.of("email", "mobile", "name", "company", "title", "remark");

  String email() {
    return mark + "@" + mark + ".example";
  }

  /** Eight digits that no other mark makes. */
  String mobile() {
    return "+86137%08d".formatted(10_345_678 + Math.floorMod(mark.hashCode(), 80_000_000));
  }

  /** What the person tells of a field. */
  String tells(String field) {
    return switch (field) {
      case "email" -> email();
      case "mobile" -> mobile();
      case "name" -> "Nora " + unmistakable("name");
      case "company" -> unmistakable("company") + " Works";
      default -> "the " + unmistakable(field);
    };
  }

  /** The same name in another order. */
  String nameTurned() {
    return unmistakable("name") + " Nora";
  }

  /** What shows that the field of this person is told, and of no other. */
  String unmistakable(String field) {
    return switch (field) {
      case "email" -> email();
      case "mobile" -> mobile().substring(3);
      default -> field.charAt(0) + mark + field.charAt(field.length() - 1);
    };
  }

  Map<String, String> telling(List<String> fields) {
    var answers = new TreeMap<String, String>();
    fields.forEach(field -> answers.put(field, tells(field)));
    return answers;
  }

  /** The address and the number. */
  List<Identity> names() {
    return List.of(Identity.parse("email:" + email()), Identity.parse("phone:" + mobile()));
  }
}
