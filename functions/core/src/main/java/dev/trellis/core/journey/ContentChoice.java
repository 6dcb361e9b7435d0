package dev.trellis.core.journey;

import module java.base;

import dev.trellis.core.journey.Why.By;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Field;
import org.jspecify.annotations.Nullable;

/** Which content of the catalogue a step sends to one lead. */
final class ContentChoice {

  /** A content, and why it. */
  record Chosen(String content, Why.Choice why) {}

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
  Optional<Chosen> choose(ContentQuery query) {
    var playbook = portrait.playbook();
    if (query.content() != null) {
      return playbook.content(query.content()).map(c -> chosen(c.id(), By.NAME, query));
    }
    var preferred = portrait.preferredForm();
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
        .map(content -> fitting(content, query))
        .or(() ->
            Optional.ofNullable(query.fallback())
                .filter(f -> !wasSent.test(f))
                .map(f -> chosen(f, By.FALLBACK, query)));
  }

  /** Why nothing: what there was none of. */
  Why.Choice nothing(ContentQuery query) {
    return choice(null, query, null, null);
  }

  private Chosen fitting(Content content, ContentQuery query) {
    var form = portrait.preferredForm().filter(content.form()::equals).orElse(null);
    return new Chosen(content.id(), choice(By.FIT, query, content.industry(), form));
  }

  private Chosen chosen(String content, By by, ContentQuery query) {
    return new Chosen(content, choice(by, query, null, null));
  }

  private Why.Choice choice(
      @Nullable By by, ContentQuery query, @Nullable String industry, @Nullable String form) {
    var topic = query.topic();
    var isNeed =
        topic != null
            && portrait
                .attributes()
                .shown(Field.NEED)
                .filter(need -> need.words().contains(topic))
                .isPresent();
    return new Why.Choice(by, topic, query.type(), isNeed, industry, form);
  }

  private boolean is(String industry) {
    return portrait
        .attributes()
        .shown(Field.INDUSTRY)
        .filter(shown -> shown.value().equals(industry))
        .isPresent();
  }
}
