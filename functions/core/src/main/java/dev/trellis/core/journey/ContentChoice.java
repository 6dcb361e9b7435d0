package dev.trellis.core.journey;

import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Field;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/** Which content of the catalogue a step sends to one lead. */
final class ContentChoice {

  private final Portrait portrait;
  private final Placement placement;
  private final Predicate<String> wasSent;

  ContentChoice(Portrait portrait, Placement placement, Predicate<String> wasSent) {
    this.portrait = portrait;
    this.placement = placement;
    this.wasSent = wasSent;
  }

  /**
   * The id of the content that was asked for by id, or else the first that fits, suits the lead's
   * pool (R85), is about nothing they declined and was not sent yet; among equals the form that the
   * lead prefers (R84). Empty if there is none left.
   */
  Optional<String> choose(ContentQuery query) {
    var playbook = portrait.playbook();
    var preferred = portrait.preferredForm();
    if (query.content() != null) {
      return playbook.content(query.content()).map(Content::id);
    }
    var fitting =
        playbook.contents().values().stream()
            .filter(query::asksFor)
            .filter(c -> !query.ownIndustry() || c.industry() != null && is(c.industry()))
            .filter(c -> c.industry() == null || is(c.industry()))
            .filter(c -> playbook.suits(c, placement.pool()))
            .filter(c -> !portrait.declines(c.topic()))
            .filter(c -> !wasSent.test(c.id()))
            .min(Comparator.comparing(c -> !preferred.equals(Optional.of(c.form()))));
    return fitting
        .map(Content::id)
        .or(() -> Optional.ofNullable(query.fallback()).filter(f -> !wasSent.test(f)));
  }

  private boolean is(String industry) {
    return portrait
        .attributes()
        .shown(Field.INDUSTRY)
        .filter(shown -> shown.value().equals(industry))
        .isPresent();
  }
}
