package dev.trellis.scoring;

import dev.trellis.core.dictionary.CompanyNames;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.PersonName;
import dev.trellis.core.playbook.Trust.Joining;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import java.util.Optional;

/** Whether what is told of a person is what is known of a lead: as wholes, or not at all (R17). */
record Sameness(Joining joining, CompanyNames companies) {

  /** Joins as usual, by companies' names as they are written. */
  static final Sameness USUAL = new Sameness(Joining.USUAL, CompanyNames.EMPTY);

  /** True if both told names and they cannot be one person's. */
  boolean differ(LeadEvent event, Profile known) {
    return PersonName.differ(name(event), known.value(Field.NAME).orElse(null));
  }

  /** True if both told names and they are one person's. */
  boolean agree(LeadEvent event, Profile known) {
    return PersonName.agree(name(event), known.value(Field.NAME).orElse(null));
  }

  /** True if name and company agree, and that is enough. */
  boolean join(LeadEvent event, Profile known) {
    var told = core(Told.value(event, Field.COMPANY));
    return joining == Joining.USUAL
        && agree(event, known)
        && told.isPresent()
        && told.equals(core(known.value(Field.COMPANY)));
  }

  private Optional<String> core(Optional<String> company) {
    return company.flatMap(companies::core);
  }

  private static String name(LeadEvent event) {
    return Told.value(event, Field.NAME).orElse(null);
  }
}
