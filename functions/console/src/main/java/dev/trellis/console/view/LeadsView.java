package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.port.LeadFile;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.profile.Claim;

/** One lead for people and programs, from every side. */
public record LeadsView(Leads leads) {

  /** So many events of a lead are shown at once. */
  public static final int PAGE = 50;

  /**
   * What is stored about a lead, or about the one that absorbed it; of long logs the newest events.
   */
  public Optional<LeadFolder> folder(String id) {
    return leads.files().look(id).map(this::folder);
  }

  /** The same with everything that ever happened, however long that takes to read. */
  public Optional<LeadFolder> whole(String id) {
    return leads.find(id).map(this::folder);
  }

  private LeadFolder folder(LeadFile file) {
    var folder = new LeadFolder(file, leads.portrait(file.lead()));
    var gone =
        folder.openClaims().stream()
            .map(Claim::other)
            .distinct()
            .filter(other -> !other.isEmpty() && leads.person(other).isEmpty())
            .collect(Collectors.toSet());
    return new LeadFolder(folder.file(), folder.portrait(), gone);
  }

  /**
   * What happened to a lead, newest first.
   *
   * @param asked {@code kind} of events, and {@code from} where a page goes on
   */
  public Optional<LeadLog> log(String id, Map<String, String> asked) {
    return leads.person(id).map(person -> log(person, asked));
  }

  private LeadLog log(LeadRecord person, Map<String, String> asked) {
    var kind = asked.getOrDefault("kind", "");
    var from = asked.getOrDefault("from", "");
    return new LeadLog(
        LeadFolder.of(person, leads.portrait(person)),
        kind,
        leads
            .files()
            .log(
                person,
                event -> kind.isEmpty() || event.kind().equals(kind),
                from.isEmpty() ? null : from,
                PAGE));
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
