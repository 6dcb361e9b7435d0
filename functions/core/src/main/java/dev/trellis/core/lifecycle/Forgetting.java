package dev.trellis.core.lifecycle;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.playbook.Company;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.profile.Touch;
import java.time.Instant;
import java.util.Optional;

/** When visitors are forgotten: leads known by nothing but a browser, which does not come back. */
public final class Forgetting {

  private Forgetting() {}

  /** True if the person never left a detail by which they could be found again. */
  public static boolean isVisitor(Profile profile) {
    return !profile.isNamed();
  }

  /** When a lead did something last that counts; empty if it is no visitor. */
  public static Optional<Instant> silentSince(String lead, Profile profile) {
    return isVisitor(profile)
        ? profile.last().map(Touch::at).or(() -> Ids.bornAt(lead))
        : Optional.empty();
  }

  /** When a visitor is forgotten who has been silent since then. */
  public static Instant due(Instant silentSince, Company company) {
    return company.days().after(silentSince, company.strangers().forgotten());
  }
}
