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
  public static List<AudienceList> all(Leads leads) {
    return leads.playbook().audiences().all().stream().map(a -> list(a, leads)).toList();
  }

  /** One audience, as it is now. */
  public static Optional<AudienceList> one(String id, Leads leads) {
    return leads.playbook().audiences().find(id).map(a -> list(a, leads));
  }

  private static AudienceList list(Audience audience, Leads leads) {
    return AudienceList.of(
        audience, leads.living().map(s -> s.lead()), leads.playbook(), leads.now());
  }
}
