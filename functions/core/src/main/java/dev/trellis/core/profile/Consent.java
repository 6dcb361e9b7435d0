package dev.trellis.core.profile;

import static dev.trellis.core.profile.Authority.FORM;
import static dev.trellis.core.profile.Authority.IMPORT;
import static dev.trellis.core.profile.Authority.INFERRED;

import module java.base;

import dev.trellis.core.profile.Wishes.Word;

/**
 * What a person allows us, in the one direction that it has: a no that is later than the person's
 * yes wins, whoever told it; only the person gives a yes after a no. Whoever else says yes is
 * believed while nobody said no and nobody was asked. Anybody can fill in a form with anybody's
 * address: after a no its yes is a question, which the person answers.
 *
 * @param facts the last word of each authority
 */
record Consent(SortedMap<Authority, Fact> facts, Wishes wishes) {

  static final String YES = "yes";
  static final String NO = "no";
  static final String COMPLAINT = "complaint";

  /** Our own files: one source, whatever they are called. */
  static final String FILES = "import";

  /** The one answer, and whose it is. */
  Optional<Map.Entry<Authority, Fact>> answer(String field) {
    if (field.startsWith(Field.SOFT_BOUNCES)) {
      return last(facts.headMap(IMPORT));
    } else if (Field.isMailbox(field)) {
      return complained().or(() -> last(facts.headMap(IMPORT)));
    }
    if (field.equals(Field.CONSENT) && isQuestion()) {
      return asking().map(form -> Map.entry(INFERRED, form));
    }
    return wishes
        .no()
        .map(no -> as(no, NO))
        .or(() -> of(FORM))
        .or(() -> wishes.firstYes().filter(yes -> !isAskedBefore(yes.at())).map(y -> as(y, YES)))
        .or(() -> last(facts.headMap(IMPORT)));
  }

  // Whoever said no is asked by any form since.
  private boolean isQuestion() {
    return wishes
        .no()
        .filter(no -> asking().filter(form -> form.at().isAfter(no.at())).isPresent())
        .isPresent();
  }

  /** The last form that said yes for the person, which is pending as far as that alone tells. */
  Optional<Fact> asking() {
    return Stream.of(FORM, INFERRED)
        .flatMap(by ->
            Stream.ofNullable(facts.get(by))
                .filter(told -> told.value().equals(by == FORM ? YES : Field.PENDING)))
        .filter(told -> !told.at().equals(wishes.own()))
        .max(Fact.ORDER)
        .map(told -> new Fact(Field.PENDING, told.at(), told.event()));
  }

  /** True for a yes or a no in any of its spellings; empty if a text is neither. */
  static Optional<Boolean> read(String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case YES, "true" -> Optional.of(true);
      case NO, "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** What one last word of the person or of a mailbox says, beside being the last. */
  static Wishes known(String field, Authority by, Fact fact) {
    var value = fact.value();
    if (field.startsWith(Field.SOFT_BOUNCES)) {
      return by == INFERRED ? Wishes.ofBounce(fact.at()) : Wishes.NONE;
    } else if (Field.isMailbox(field)) {
      return value.equals(COMPLAINT) ? Wishes.ofSpoken(fact.at(), false) : Wishes.NONE;
    } else if (by == INFERRED && value.equals(Field.PENDING)) {
      return Wishes.ofAsked(fact.at());
    }
    // A form alone does not show who filled it in; it takes a mail for that.
    var proven = field.equals(Field.CONSENT) ? INFERRED : FORM;
    return value.equals(YES) && by == proven ? Wishes.ofOwn(fact.at()) : Wishes.NONE;
  }

  /** What the last words of all authorities say, where nothing is known of earlier ones. */
  static Wishes known(String field, SortedMap<Authority, Fact> facts, Wishes stored) {
    var wishes = stored;
    for (var told : facts.entrySet()) {
      var by = told.getKey();
      var fact = told.getValue();
      wishes =
          wishes.join(
              by.compareTo(IMPORT) < 0 || by == FORM || isReported(field)
                  ? known(field, by, fact)
                  : secondHand(by, fact, stored));
    }
    return wishes;
  }

  // What mailboxes report nobody else can tell.
  static boolean isReported(String field) {
    return Field.isMailbox(field) || field.startsWith(Field.SOFT_BOUNCES);
  }

  private static Wishes secondHand(Authority by, Fact fact, Wishes stored) {
    var yes = read(fact.value());
    if (yes.isEmpty() || stored.tells(by, fact.at())) {
      return Wishes.NONE;
    }
    return by == IMPORT
        ? Wishes.ofRecord(by, FILES, new Word(fact.at(), yes.get()))
        : Wishes.ofSpoken(fact.at(), yes.get());
  }

  private Optional<Map.Entry<Authority, Fact>> complained() {
    return wishes.no().map(no -> Map.entry(INFERRED, new Fact(COMPLAINT, no.at(), event(no.at()))));
  }

  private boolean isAskedBefore(Instant yes) {
    var asked = wishes.asked();
    return asked != null && !yes.isBefore(asked);
  }

  private Map.Entry<Authority, Fact> as(Wish wish, String value) {
    return Map.entry(wish.by(), new Fact(value, wish.at(), event(wish.at())));
  }

  private String event(Instant at) {
    return facts.values().stream()
        .filter(fact -> fact.at().equals(at))
        .map(Fact::event)
        .findFirst()
        .orElse("");
  }

  private Optional<Map.Entry<Authority, Fact>> of(Authority authority) {
    return Optional.ofNullable(facts.get(authority)).map(fact -> Map.entry(authority, fact));
  }

  private static Optional<Map.Entry<Authority, Fact>> last(SortedMap<Authority, Fact> told) {
    return told.isEmpty() ? Optional.empty() : Optional.of(told.sequencedEntrySet().getLast());
  }
}
