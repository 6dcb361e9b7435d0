package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.profile.Claim;

/** One lead for people and programs, from every side. */
public record LeadsView(Leads leads) {

  /** All that is stored about a lead, or about the one that absorbed it. */
  public Optional<LeadFolder> folder(String id) {
    return leads.find(id).map(file -> without(new LeadFolder(file, leads.portrait(file.lead()))));
  }

  private LeadFolder without(LeadFolder folder) {
    var gone =
        folder.openClaims().stream()
            .map(Claim::other)
            .distinct()
            .filter(other -> !other.isEmpty() && leads.find(other).isEmpty())
            .collect(Collectors.toSet());
    return new LeadFolder(folder.file(), folder.portrait(), gone);
  }

  /** The scores of a lead with the events behind them, and what changed since another instant. */
  public Optional<ScoreHistory> scores(String id, Map<String, String> query) {
    var question = ScoreQuestion.of(query, leads.now());
    return leads
        .find(id)
        .map(
            file -> ScoreHistory.of(file.lead().lead(), file.events(), leads.playbook(), question));
  }
}
