package dev.trellis.core.playbook;

import dev.trellis.core.identity.Addressee;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Normalizer;
import dev.trellis.core.playbook.Form.Kind;
import dev.trellis.core.text.Characters;
import java.text.Normalizer.Form;
import java.util.Optional;

/** What an answer must look like, whoever gives it: its characters, its length and its form. */
public record AnswerRule(Normalizer normalizer) {

  public static final int LONGEST = 200;

  /** What an answer is. */
  public sealed interface Verdict {}

  /** It says nothing. */
  public record Blank() implements Verdict {}

  /** It can be used, in normal form; an address or a number also names the person. */
  public record Good(String value, Optional<Identity> name) implements Verdict {}

  /** It cannot be used. */
  public record Bad(Fault fault) implements Verdict {}

  /** Why an answer is refused. */
  public enum Fault {
    FIELD("is no field that others may tell"),
    CHARACTERS("holds line breaks, control characters or invisible marks"),
    LONG("has more than " + LONGEST + " characters"),
    EMAIL("is no e-mail address"),
    NOBODY("is a mailbox that nobody reads"),
    PHONE("is no mobile number"),
    NUMBER("is no number, such as 35"),
    DAY("is no day, such as 2026-11-30"),
    COUNTRY("is no country in two letters, such as CN"),
    ZONE("is no time zone, such as Asia/Shanghai");

    private final String sentence;

    Fault(String sentence) {
      this.sentence = sentence;
    }

    /** The rest of a sentence that begins with the field. */
    public String sentence() {
      return sentence;
    }
  }

  /** Judges one answer to a question of this kind. */
  public Verdict judge(Kind kind, String given) {
    var isName = kind == Kind.EMAIL || kind == Kind.PHONE;
    var text = java.text.Normalizer.normalize(given, Form.NFC).strip();
    // What nobody sees in an address makes it another one.
    if (!Characters.arePlain(given) || isName && Characters.haveMarks(given)) {
      return new Bad(Fault.CHARACTERS);
    } else if (text.codePointCount(0, text.length()) > LONGEST) {
      return new Bad(Fault.LONG);
    } else if (Characters.withoutMarks(text).isBlank()) {
      return new Blank();
    }
    return switch (kind) {
      case EMAIL ->
          named(normalizer.email(text), Addressee.isNobodys(text) ? Fault.NOBODY : Fault.EMAIL);
      case PHONE -> named(normalizer.phone(text), Fault.PHONE);
      default -> new Good(text, Optional.empty());
    };
  }

  private static Verdict named(Optional<Identity> name, Fault otherwise) {
    return name.<Verdict>map(n -> new Good(n.value(), name)).orElseGet(() -> new Bad(otherwise));
  }
}
