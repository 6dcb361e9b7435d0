package dev.trellis.core.account;

import dev.trellis.core.profile.CompanyKey;
import dev.trellis.core.profile.Workplace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time that a person worked at a company, as far as we were told (R21, R27).
 *
 * @param domain of the company's mail, if the person showed it beside the name; or null
 * @param until when we heard that it was over, or null
 * @param title held last, or null
 * @param role in the decision chain as somebody told it, or null
 * @param name of the company as it was first told, or null
 */
public record Stay(
    CompanyKey company,
    @Nullable String domain,
    Instant since,
    @Nullable Instant until,
    @Nullable String title,
    @Nullable String role,
    @Nullable String name) {

  static Stay begin(Workplace workplace, CompanyKey company, Instant at) {
    return new Stay(company, null, at, null, null, null, workplace.name().orElse(null))
        .at(workplace);
  }

  public boolean isOpen() {
    return until == null;
  }

  /** The same with what the person shows now; what was known before and is not told stays. */
  Stay at(Workplace workplace) {
    var alias = workplace.alias().map(CompanyKey::value).orElse(domain);
    return new Stay(
        company,
        alias,
        since,
        until,
        workplace.title().orElse(title),
        workplace.role().orElse(role),
        name);
  }

  /** The same at a company whose name is known more exactly. */
  Stay named(CompanyKey exact, Workplace workplace) {
    return new Stay(exact, domain, since, until, title, role, workplace.name().orElse(name));
  }

  Stay ended(Instant at) {
    return new Stay(company, domain, since, at.isBefore(since) ? since : at, title, role, name);
  }
}
