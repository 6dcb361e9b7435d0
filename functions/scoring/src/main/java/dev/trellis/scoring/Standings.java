package dev.trellis.scoring;

import static dev.trellis.core.identity.IdentityType.COOKIE;
import static dev.trellis.core.identity.IdentityType.EMAIL;
import static dev.trellis.core.identity.IdentityType.PHONE;

import module java.base;

import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.Corrected;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.identity.Strength;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.profile.Visit;

/**
 * Decides how the names and words of an event stand with the person whom it belongs to (R17, R24).
 * Who somebody is (name, addresses, numbers, company) is not changed by typing: such a word counts
 * as long as nothing better is known, and is a visible conflict beside it; so does what a browser
 * told before anybody gave a name, for it may turn out to be another's who is known already. What
 * somebody wants is taken from whoever has the address.
 */
final class Standings {

  private static final List<String> WHO = List.of(Field.NAME, Field.COMPANY);

  private Standings() {}

  /**
   * The event as it is kept.
   *
   * @param known what was known of the person, or of all who turn out to be one, before
   * @param offered whether a field may have a value
   */
  static LeadEvent settle(
      LeadEvent event, Resolution resolution, Profile known, BiPredicate<String, String> offered) {
    var kept = event;
    if (resolution.held() && !event.sharedDevice() && !Visit.isInDoubt(event)) {
      if (!known.isNamed()) {
        kept = kept.naming(known.identities().stream().filter(n -> n.type() == COOKIE).toList());
      }
      kept = kept.proving(COOKIE.toString(), Proof.HELD);
    }
    // Whoever reads behind a mailed link has the mailbox that it went to, in whatever browser.
    if (event.happening() instanceof ContentRead read && read.mailbox() != null) {
      var shown =
          known.identities().stream()
              .filter(n -> n.type() == EMAIL && n.mark().equals(read.mailbox()))
              .toList();
      kept = shown.isEmpty() ? kept : kept.naming(shown).proving(EMAIL.toString(), Proof.HELD);
    }
    return kept.claiming(resolution.claims(), fields(event, resolution, known))
        .unoffered(unoffered(event, offered))
        .denying(denied(event, known))
        .repeating(known.repeats(event));
  }

  // Whoever gave an address first may have given a number of their own with it. Once the person or
  // sales has said which is right, that number finds, and speaks for, nobody.
  private static SortedSet<Identity> denied(LeadEvent event, Profile known) {
    var number =
        switch (event.happening()) {
          case Corrected _, Overridden _, CallRecorded _ ->
              Told.value(event, Field.MOBILE).orElse(null);
          case CrmChanged change -> change.values().get(Field.MOBILE);
          default -> null;
        };
    if (number == null || !isProven(event, Field.MOBILE) || isLate(event, known)) {
      return Collections.emptySortedSet();
    }
    return known.identities().stream()
        .filter(n -> n.type() == PHONE && !n.value().equals(number))
        .filter(n -> known.proof(n) == Proof.TYPED)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  // What was said before the number was typed says nothing of it.
  private static boolean isLate(LeadEvent event, Profile known) {
    return known.facts().getOrDefault(Field.MOBILE, Collections.emptySortedMap()).values().stream()
        .anyMatch(told -> told.at().isAfter(event.occurredAt()));
  }

  private static SortedSet<String> unoffered(LeadEvent event, BiPredicate<String, String> offered) {
    var fields = new TreeSet<String>();
    var told =
        event.happening() instanceof CrmChanged change ? change.values() : Told.values(event);
    told.forEach((field, value) -> {
      if (!Field.isWish(field) && !offered.test(field, value)) {
        fields.add(field);
      }
    });
    return fields;
  }

  private static SortedSet<String> fields(LeadEvent event, Resolution resolution, Profile known) {
    var fields = new TreeSet<String>();
    var isNobody = !known.isNamed() && resolution.names().stream().noneMatch(Strength::isStrong);
    Told.values(event)
        .forEach((field, value) -> {
          if (!isProven(event, field)
              && (isNobody && WHO.contains(field) || isClaim(field, value, resolution, known))) {
            fields.add(field);
          }
        });
    // Not to agree again is no wish of whoever agreed, and nobody's no is nobody's.
    if (event.happening() instanceof FormSubmitted form
        && !form.consent()
        && !isProven(event, Field.CONSENT)
        && (isNobody || known.isNamed() && known.value(Field.CONSENT).isPresent())) {
      fields.add(Field.CONSENT);
    }
    return fields;
  }

  private static boolean isProven(LeadEvent event, String field) {
    var type =
        switch (field) {
          case Field.EMAIL -> EMAIL.toString();
          case Field.MOBILE -> PHONE.toString();
          default -> field;
        };
    var standing = event.standing();
    return standing.of(type).isShown() || standing.of(field).isShown();
  }

  // To claim a word once more, or another one, is no better for the first claim.
  private static boolean isClaim(String field, String value, Resolution resolution, Profile all) {
    var known = all.withoutClaims();
    if (field.equals(Field.EMAIL) || field.equals(Field.MOBILE)) {
      var type = field.equals(Field.EMAIL) ? EMAIL : PHONE;
      return isClaimed(type, resolution) || isOther(field, value, known);
    }
    return WHO.contains(field)
        && known.isNamed()
        && (isOther(field, value, known) || known.value(field).isEmpty() && !resolution.trusted());
  }

  private static boolean isClaimed(IdentityType type, Resolution resolution) {
    return resolution.claims().keySet().stream().map(Identity::type).anyMatch(type::equals);
  }

  private static boolean isOther(String field, String value, Profile known) {
    return known.value(field).filter(v -> !v.equals(value)).isPresent();
  }
}
