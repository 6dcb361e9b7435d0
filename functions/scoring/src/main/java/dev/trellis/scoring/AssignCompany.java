package dev.trellis.scoring;

import dev.trellis.core.account.Affiliation;
import dev.trellis.core.dictionary.Dictionaries;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.port.Attempt;
import dev.trellis.core.port.ContentionException;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.profile.Workplace;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * Files people under the company they work at, with the titles that wait for review (R21, R26).
 * Each step may be repeated: what is filed already is not written again.
 */
public final class AssignCompany {

  private final AccountStore accounts;
  private final Dictionaries dictionaries;

  public AssignCompany(AccountStore accounts, Dictionaries dictionaries) {
    this.accounts = accounts;
    this.dictionaries = dictionaries;
  }

  /**
   * Files one lead, and takes those off that were merged into it.
   *
   * @throws ContentionException if others kept writing about the same lead
   */
  public void assign(Assignment assignment) {
    var lead = assignment.lead();
    var version = assignment.profileVersion();
    file(
        lead.lead(),
        assignment.isNew(),
        now ->
            assignment.history().isEmpty()
                ? following(now, lead.profile(), version, assignment.at())
                : now.anew(version, none -> retold(none, assignment)));
    assignment.retired().forEach(loser -> retire(loser, lead.lead(), assignment.at()));
  }

  private Affiliation following(Affiliation now, Profile profile, long version, Instant at) {
    var workplace = Workplace.of(profile, dictionaries);
    var unmapped = workplace.title().filter(t -> dictionaries.titles().find(t).isEmpty());
    return now.following(workplace, unmapped, version, at);
  }

  // Where another worked whom the lead was taken for is no part of it.
  private Affiliation retold(Affiliation none, Assignment assignment) {
    var next = none;
    var profile = Profile.of(assignment.lead().profile().days());
    for (var event : assignment.history()) {
      profile = profile.with(event);
      next = following(next, profile, assignment.profileVersion(), event.occurredAt());
    }
    return next;
  }

  private void retire(String loser, String survivor, Instant at) {
    file(
        loser,
        false,
        now ->
            now.version() == 0 || survivor.equals(now.mergedInto())
                ? now
                : now.retired(survivor, at));
  }

  private void file(String lead, boolean isNew, UnaryOperator<Affiliation> change) {
    for (var attempt = Attempt.first("the workplace of lead " + lead); ; attempt = attempt.next()) {
      var before = isNew && attempt.isFirst() ? Affiliation.none(lead) : accounts.affiliation(lead);
      var after = change.apply(before);
      if (after.saysTheSameAs(before) || accounts.save(before, after)) {
        return;
      }
    }
  }
}
