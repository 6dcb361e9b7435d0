package dev.trellis.console.account;

import module java.base;

import dev.trellis.core.account.AccountFile.Member;
import dev.trellis.core.playbook.NamedAccount;
import dev.trellis.core.playbook.NamedAccount.Outside;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Field;

/** Gathers industry, size and purchase path of a company from whoever knows (R22). */
final class CompanyFacts {

  private static final List<String> FIELDS =
      List.of(Field.INDUSTRY, Field.SIZE, Field.PURCHASE_PATH);

  private final Map<Member, Portrait> people;
  private final Optional<NamedAccount> named;
  private final Playbook playbook;
  private final String name;

  CompanyFacts(
      Map<Member, Portrait> people, Optional<NamedAccount> named, Playbook playbook, String name) {
    this.people = people;
    this.named = named;
    this.playbook = playbook;
    this.name = name;
  }

  List<CompanyFact> all() {
    return FIELDS.stream().flatMap(field -> one(field).stream()).toList();
  }

  private Optional<CompanyFact> one(String field) {
    var told = new ArrayList<Telling>();
    people.forEach((member, portrait) -> told.addAll(told(field, member, portrait)));
    if (!told.isEmpty()) {
      outside(field).ifPresent(told::add);
      return CompanyFact.of(field, told, trustInOutside());
    }
    return outside(field)
        .flatMap(t -> CompanyFact.of(field, List.of(t), trustInOutside()))
        .or(() -> guess(field));
  }

  // What a person said after leaving is about another company.
  private static List<Telling> told(String field, Member member, Portrait portrait) {
    var facts = portrait.profile().facts().get(field);
    return facts == null
        ? List.of()
        : facts.entrySet().stream()
            .filter(e -> isOfStay(e.getValue(), member))
            .map(e ->
                new Telling(e.getValue().value(), e.getKey(), e.getValue().at(), portrait.lead()))
            .toList();
  }

  private static boolean isOfStay(Fact fact, Member member) {
    return member.stays().stream().anyMatch(s -> s.isOpen() || fact.at().isBefore(s.until()));
  }

  private Optional<Telling> outside(String field) {
    return named
        .flatMap(n -> n.outside(field))
        .map(f -> new Telling(f.value(), Authority.EXTERNAL, f.at(), f.event()));
  }

  private OptionalInt trustInOutside() {
    return named.map(NamedAccount::outside).stream()
        .mapToInt(Outside::confidencePercent)
        .findFirst();
  }

  private Optional<CompanyFact> guess(String field) {
    return Stream.ofNullable(name)
        .filter(_ -> field.equals(Field.INDUSTRY))
        .flatMap(n -> playbook.dictionaries().industries().guess(n).stream())
        .flatMap(g ->
            CompanyFact.of(
                field,
                List.of(new Telling(g.industry(), Authority.INFERRED, Instant.EPOCH, g.keyword())),
                OptionalInt.of(g.confidencePercent()))
                .stream())
        .findFirst();
  }
}
