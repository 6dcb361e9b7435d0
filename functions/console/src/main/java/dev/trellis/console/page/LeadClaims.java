package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.LeadFolder;

/** Names that were claimed for a lead, and who may be the same person, for a person to decide. */
final class LeadClaims {

  private final LeadFolder lead;
  private final Words words;

  LeadClaims(LeadFolder lead, Words words) {
    this.lead = lead;
    this.words = words;
  }

  static String link(String lead) {
    return Html.link("/local/leads/" + lead, lead);
  }

  public String html() {
    var table = words.table("claim.name", "claim.other", "since", "claim.decide");
    lead.openClaims()
        .forEach(claim ->
            table.row(
                Html.escape(claim.name().value()),
                claim.other().isEmpty() ? words.say("claim.nobody") : link(claim.other()),
                Html.time(words, claim.at()),
                claim.other().isEmpty() ? "" : decide(claim.other())));
    return table.orElse(words.say("claim.none"));
  }

  private String decide(String other) {
    var path = "/local/leads/" + lead.id();
    return Html.button(path + "/join/" + other, words.say("claim.join"))
        + Html.button(path + "/apart/" + other, words.say("claim.apart"));
  }
}
