package dev.trellis.console.view;

import module java.base;

import dev.trellis.console.report.AudienceList;
import dev.trellis.core.json.Json.Inline;
import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.playbook.Audiences.Of;

/** An audience: who is in it now, and why (R50). */
public record AudienceView(@Inline Summary summary, List<AudienceList.Member> members) {

  /** The audience and its figures. */
  public record Summary(
      String id,
      Map<String, String> name,
      Of of,
      Instant asOf,
      int people,
      SortedMap<String, Integer> load,
      int unowned) {

    public static Summary of(AudienceList list) {
      var audience = list.audience();
      return new Summary(
          audience.id(),
          audience.name().texts(),
          audience.of(),
          list.asOf(),
          list.members().size(),
          list.load(),
          list.unowned());
    }
  }

  /** The audience with its people. */
  public static AudienceView of(AudienceList list) {
    return new AudienceView(Summary.of(list), list.members());
  }

  /** Every audience, as it is now. */
  public static List<AudienceList> all(Everybody everybody) {
    return everybody.leads().playbook().audiences().all().stream()
        .map(a -> list(a, everybody))
        .toList();
  }

  /** One audience, as it is now. */
  public static Optional<AudienceList> one(String id, Everybody everybody) {
    return everybody.leads().playbook().audiences().find(id).map(a -> list(a, everybody));
  }

  private static AudienceList list(Audience audience, Everybody everybody) {
    return AudienceList.of(
        audience,
        everybody.living().map(s -> s.lead()),
        everybody.leads().playbook(),
        everybody.leads().now());
  }
}
