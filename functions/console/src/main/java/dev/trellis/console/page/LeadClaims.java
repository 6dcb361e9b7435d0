package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.LeadFolder;
import dev.trellis.console.visit.Role;
import dev.trellis.core.profile.Claim;

/** Names that were claimed for a lead, and who may be the same person, for a person to decide. */
final class LeadClaims {

  private final LeadFolder lead;
  private final Words words;

  LeadClaims(LeadFolder lead, Words words) {
    this.lead = lead;
    this.words = words;
  }

  public String html() {
    var table = words.table("claim.name", "claim.other", "claim.last", "claim.decide");
    var told = new LinkedHashMap<List<?>, List<Claim>>();
    lead.openClaims()
        .forEach(claim ->
            told.computeIfAbsent(List.of(claim.name(), claim.other()), _ -> new ArrayList<>())
                .add(claim));
    told.values()
        .forEach(times -> {
          var claim = times.getFirst();
          table.row(
              Html.escape(claim.name().value()),
              claim.other().isEmpty() ? words.say("claim.nobody") : words.lead(claim.other()),
              Html.time(words, claim.at()) + before(times),
              claim.other().isEmpty() ? "" : decide(words, lead.id(), claim.other()));
        });
    return table.orElse(words.say("claim.none"));
  }

  // Newest first.
  private String before(List<Claim> times) {
    return times.size() == 1
        ? ""
        : " "
            + Html.small(words.say("claim.often", times.size(), words.time(times.getLast().at())));
  }

  /** What a person may say of two leads, for whoever may. */
  static String decide(Words words, String lead, String other) {
    var path = "/leads/" + lead;
    return !words.may(Role.SALES)
        ? ""
        : words.button(path + "/join/" + other, words.say("claim.join"))
            + words.button(path + "/apart/" + other, words.say("claim.apart"));
  }
}
