package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.playbook.Fields;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.profile.Touch;

/**
 * What we believe about a person, field by field: what was told, by authority, and below it what
 * follows from other facts, the surest first (R22–R24).
 */
public final class Attributes {

  private final SortedMap<String, List<Attribute>> said = new TreeMap<>();
  private final Playbook playbook;

  private Attributes(Playbook playbook) {
    this.playbook = playbook;
  }

  /**
   * @param everything what was told, with the words that do not count
   */
  static Attributes of(Profile everything, Playbook playbook, Inference inference) {
    var attributes = new Attributes(playbook);
    var offered = new Offered(playbook);
    var profile = offered.in(everything);
    offered
        .meant(everything)
        .facts()
        .forEach((field, told) -> attributes.told(field, profile.shown(field), told));
    attributes.bought(profile);
    attributes.identified(profile);
    var inferred = new ArrayList<>(inference.of(profile));
    inferred.addAll(Done.attributes(profile, playbook.fields()));
    inferred.stream()
        .sorted((a, b) -> b.confidencePercent() - a.confidencePercent())
        .forEach(attributes::add);
    return attributes;
  }

  /** The value that is shown: of the strongest authority, or the surest inference. */
  public Optional<Attribute> shown(String field) {
    return Optional.ofNullable(said.get(field)).map(List::getFirst);
  }

  /** The shown value of every field that has one. */
  public List<Attribute> all() {
    return said.values().stream().map(List::getFirst).toList();
  }

  /** The shown value, if it is sure enough to decide where a lead belongs. */
  public Optional<Attribute> counting(String field) {
    return shown(field).filter(this::counts);
  }

  /** True if conditions that ask for the field see this value. */
  public boolean counts(Attribute attribute) {
    return attribute.confidencePercent() >= playbook.fields().countsFrom(attribute.field());
  }

  /** Every field about which something below the shown value says something else (R24). */
  public List<Conflict> conflicts() {
    var difference = new Difference(playbook);
    return said.entrySet().stream()
        .filter(e -> !isBookkeeping(e.getKey()))
        .flatMap(e -> difference.in(e.getKey(), e.getValue()).stream())
        .toList();
  }

  /** True for a fact that says how far a process got, and nothing about the person. */
  public static boolean isBookkeeping(String field) {
    return field.startsWith(Field.SUBMITTED)
        || field.startsWith(Field.JOURNEY)
        || field.startsWith(Field.STEERED)
        || field.startsWith(Field.SOFT_BOUNCES)
        || field.startsWith(Field.TYPED)
        || field.equals(Field.CALLBACK)
        || field.startsWith("crm.");
  }

  private void add(Attribute attribute) {
    said.computeIfAbsent(attribute.field(), _ -> new ArrayList<>()).add(attribute);
  }

  // What counts need not be the last word of the strongest authority.
  private void told(
      String field,
      Optional<Map.Entry<Authority, Fact>> shown,
      SortedMap<Authority, Fact> everything) {
    shown.ifPresent(s -> add(told(field, s.getKey(), s.getValue())));
    everything
        .reversed()
        .forEach((authority, fact) -> {
          if (shown.isPresent() && !shown.get().equals(Map.entry(authority, fact))) {
            add(told(field, authority, fact));
          }
        });
  }

  private static Attribute told(String field, Authority authority, Fact fact) {
    return new Attribute(
        field, fact.value(), authority, Fields.CERTAIN, fact.at(), fact.event(), "");
  }

  private void bought(Profile profile) {
    if (!profile.products().isEmpty()) {
      var status = profile.fact(Field.CRM_STATUS);
      add(
          new Attribute(
              Field.PRODUCTS,
              String.join(",", profile.products()),
              Authority.SALES,
              Fields.CERTAIN,
              status.map(Fact::at).orElse(null),
              status.map(Fact::event).orElse(""),
              ""));
    }
  }

  private static final Map<String, IdentityType> NAMED_BY =
      Map.of(
          Field.EMAIL,
          IdentityType.EMAIL,
          Field.MOBILE,
          IdentityType.PHONE,
          "wecom",
          IdentityType.WECOM,
          "openid",
          IdentityType.OPENID);

  // A channel may know an address that nobody typed.
  private void identified(Profile profile) {
    var at = profile.first().map(Touch::at).orElse(null);
    NAMED_BY.forEach((field, type) -> {
      var known = profile.identities(type);
      if (!known.isEmpty() && !said.containsKey(field)) {
        add(
            new Attribute(
                field,
                String.join(",", known),
                Authority.INFERRED,
                Fields.CERTAIN,
                at,
                "",
                "identity"));
      }
    });
  }
}
