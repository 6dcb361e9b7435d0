package dev.trellis.core.portrait;

import dev.trellis.core.playbook.Fields.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.CompanyKey;
import dev.trellis.core.profile.Field;
import java.util.List;
import java.util.Optional;

/** Do two values of a field contradict each other, or is one only shorter (R24)? */
record Difference(Playbook playbook) {

  /** The conflict among everything said about one field, strongest first. */
  Optional<Conflict> in(String field, List<Attribute> said) {
    var shown = said.getFirst();
    var others = said.stream().skip(1).filter(other -> differ(shown, other)).toList();
    return others.isEmpty() ? Optional.empty() : Optional.of(new Conflict(field, shown, others));
  }

  private boolean differ(Attribute shown, Attribute other) {
    if (shown.field().equals(Field.COMPANY)) {
      return !sameCompany(shown.value(), other.value());
    }
    return playbook.fields().kind(shown.field()) == Kind.CHOICE
        ? !shown.words().containsAll(other.words())
        : !same(shown.value(), other.value());
  }

  private boolean sameCompany(String a, String b) {
    var names = playbook.dictionaries().companies();
    var one = names.core(a).map(CompanyKey::name);
    var other = names.core(b).map(CompanyKey::name);
    return same(a, b) || one.isPresent() && other.isPresent() && agree(one.get(), other.get());
  }

  // Who leaves the place out contradicts nobody.
  private static boolean agree(CompanyKey one, CompanyKey other) {
    return one.equals(other) || one.specifies(other) || other.specifies(one);
  }

  private static boolean same(String a, String b) {
    return a.strip().equalsIgnoreCase(b.strip());
  }
}
