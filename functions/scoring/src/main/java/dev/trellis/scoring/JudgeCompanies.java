package dev.trellis.scoring;

import dev.trellis.core.account.Filing.Named;
import dev.trellis.core.account.Filing.Verdict;
import dev.trellis.core.account.Filing.Word;
import dev.trellis.core.event.Happening.CompaniesJudged;
import dev.trellis.core.event.Happening.CompanyNamed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.profile.CompanyKey;
import java.util.Optional;

/**
 * Files what a person says of companies, once it is in the log of a lead that is filed there (R21).
 * Told twice or late it changes nothing: the last word counts.
 */
public final class JudgeCompanies {

  private final ScoreLead score;
  private final AccountStore accounts;

  public JudgeCompanies(ScoreLead score, AccountStore accounts) {
    this.score = score;
    this.accounts = accounts;
  }

  /**
   * Takes in the event.
   *
   * @throws dev.trellis.core.port.LeadNotFoundException if it is about no lead that there is
   */
  Consequences judge(LeadEvent event) {
    Optional<Word> word;
    try {
      word = word(event);
    } catch (IllegalArgumentException e) {
      return Consequences.refused(e.getMessage());
    }
    var consequences = score.score(event);
    if (consequences.result() == Result.APPENDED || consequences.result() == Result.DUPLICATE) {
      word.ifPresent(accounts::say);
    }
    return consequences;
  }

  private static Optional<Word> word(LeadEvent event) {
    return switch (event.happening()) {
      case CompaniesJudged said ->
          Optional.of(
              new Verdict(
                  CompanyKey.parse(said.company()),
                  CompanyKey.parse(said.other()),
                  said.same(),
                  said.actor(),
                  event.occurredAt()));
      case CompanyNamed said ->
          Optional.of(
              new Named(
                  CompanyKey.parse(said.company()), said.name(), said.actor(), event.occurredAt()));
      default -> Optional.empty();
    };
  }
}
