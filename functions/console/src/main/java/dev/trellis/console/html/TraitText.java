package dev.trellis.console.html;

import dev.trellis.console.likeness.Reason;
import dev.trellis.console.likeness.Trait;
import dev.trellis.console.likeness.Traits;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import java.util.Locale;

/** What people call a trait, as HTML, and what it says of leads that were won. */
public final class TraitText {

  /** With whom those that were won are compared. */
  public enum Against {
    LOST,
    OTHERS,
    ALL
  }

  private final PlaybookVocabulary vocabulary;
  private final Words words;
  private final Names names;

  public TraitText(Playbook playbook, Words words) {
    this.vocabulary = new PlaybookVocabulary(playbook, words.language());
    this.words = words;
    this.names = new Names(playbook, words);
  }

  public String name(Trait trait) {
    var value = trait.value();
    return switch (trait.kind()) {
      case Traits.DID -> behaviour(value);
      case Traits.OFTEN -> behaviour(value) + words.of("（三次以上）", " (three times or more)");
      case Traits.SOURCE -> said("trait.source", words.name("source", value));
      case Traits.TOPIC -> said("trait.topic", Html.escape(vocabulary.topic(value)));
      case Traits.CONTENT -> said("trait.content", names.content(value));
      case Traits.KEYWORD -> said("trait.keyword", Html.escape(value));
      case Traits.TAG -> names.tag(value);
      default -> names.field(trait.kind()) + words.of("：", ": ") + names.value(trait.kind(), value);
    };
  }

  /** One sentence: how many of either have it. */
  public String sentence(Reason reason, Against against) {
    return words.say(
        "likeness.against." + against.name().toLowerCase(Locale.ROOT),
        name(reason.trait()),
        reason.ours(),
        reason.oursOf(),
        reason.others(),
        reason.othersOf());
  }

  private String behaviour(String value) {
    return Html.escape(words.name("behaviour", value.toUpperCase(Locale.ROOT)));
  }

  private String said(String label, String value) {
    return words.say(label) + words.of("：", ": ") + value;
  }
}
