package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.event.Limits;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Normalizer;
import dev.trellis.core.playbook.AnswerRule.Bad;
import dev.trellis.core.playbook.AnswerRule.Blank;
import dev.trellis.core.playbook.AnswerRule.Fault;
import dev.trellis.core.playbook.AnswerRule.Good;
import dev.trellis.core.playbook.Form.Kind;
import dev.trellis.core.playbook.Form.Question;
import dev.trellis.core.profile.Field;

/**
 * What others than the person tell, held to what a form asks of the person: a partner, a CRM, a
 * call or the console may tell the same fields, in the same characters, lengths and forms.
 */
public final class ToldValues {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,9})?");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Playbook playbook;
  private final TellableFields tellable;
  private final AnswerRule rule;

  public ToldValues(Playbook playbook) {
    this.playbook = playbook;
    this.tellable = new TellableFields(playbook);
    this.rule = new AnswerRule(new Normalizer(playbook.company().country()));
  }

  /** Values after the check: either all of them can be used, or it says which cannot. */
  public sealed interface Checked {}

  /**
   * All can be used.
   *
   * @param values in normal form, without blank ones
   * @param names every address and number among them, which the person has from now on
   */
  public record Accepted(SortedMap<String, String> values, SortedSet<Identity> names)
      implements Checked {}

  /** Some cannot be used, by field. */
  public record Refused(SortedMap<String, Fault> faults) implements Checked {}

  /** Checks values by field. */
  public Checked check(Map<String, String> told) {
    var values = new TreeMap<String, String>();
    var names = new TreeSet<Identity>();
    var faults = new TreeMap<String, Fault>();
    told.forEach((field, value) -> {
      if (!tellable.contains(field)) {
        faults.put(field, Fault.FIELD);
      } else if (value != null) {
        check(field, value, values, names, faults);
      }
    });
    return faults.isEmpty() ? new Accepted(values, names) : new Refused(faults);
  }

  /**
   * What is wrong with a value that was accepted but that somebody typed who can be asked at once:
   * by what the field is. What machines tell is kept as they told it.
   */
  public Optional<Fault> typed(String field, String value) {
    return switch (field) {
      case Field.COUNTRY ->
          unless(COUNTRIES.contains(value.toUpperCase(Locale.ROOT)), Fault.COUNTRY);
      case Field.ZONE -> unless(ZoneId.getAvailableZoneIds().contains(value), Fault.ZONE);
      default ->
          switch (playbook.fields().find(field).map(Fields.FieldDefinition::kind).orElse(null)) {
            case NUMBER -> unless(NUMBER.matcher(value).matches(), Fault.NUMBER);
            case DATE -> unless(isDay(value), Fault.DAY);
            case null, default -> Optional.empty();
          };
    };
  }

  private static Optional<Fault> unless(boolean isGood, Fault fault) {
    return isGood ? Optional.empty() : Optional.of(fault);
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private void check(
      String field,
      String value,
      Map<String, String> values,
      SortedSet<Identity> names,
      Map<String, Fault> faults) {
    var kind = kind(field);
    if (value.length() > Limits.LONGEST_VALUE) {
      faults.put(field, Fault.LONG);
      return;
    } else if (value.indexOf('\n') >= 0) {
      faults.put(field, Fault.CHARACTERS); // which parts addresses in the cells of a file only
      return;
    }
    for (var part : parts(field, kind, value)) {
      switch (rule.judge(kind, part)) {
        case Blank _ -> {}
        case Bad(var fault) -> faults.putIfAbsent(field, fault);
        case Good(var good, var name) -> {
          // Whoever has several addresses is shown with the first.
          values.merge(field, good, (first, more) -> isName(kind) ? first : first + "," + more);
          name.ifPresent(names::add);
        }
      }
    }
  }

  // Each option of several, and each address, is an answer of its own.
  private List<String> parts(String field, Kind kind, String value) {
    if (isName(kind)) {
      return Normalizer.parts(value);
    }
    var isList = field.equals(Field.PRODUCTS) || !playbook.options(field).isEmpty();
    return isList ? List.of(value.split(",")) : List.of(value);
  }

  private Kind kind(String field) {
    return switch (field) {
      case Field.EMAIL -> Kind.EMAIL;
      case Field.MOBILE -> Kind.PHONE;
      default ->
          playbook.forms().values().stream()
              .flatMap(form -> form.questions().stream())
              .filter(question -> question.id().equals(field))
              .map(Question::kind)
              .filter(ToldValues::isName)
              .findFirst()
              .orElse(Kind.TEXT);
    };
  }

  private static boolean isName(Kind kind) {
    return kind == Kind.EMAIL || kind == Kind.PHONE;
  }
}
