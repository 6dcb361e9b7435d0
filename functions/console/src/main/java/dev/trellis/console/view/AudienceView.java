package dev.trellis.console.view;

import module java.base;

import dev.trellis.console.report.AudienceList;
import dev.trellis.core.json.Json.Inline;
import dev.trellis.core.lifecycle.Headcount;
import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.playbook.Audiences.Of;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.Cards;
import dev.trellis.core.port.Groups;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.LiveGroups;
import dev.trellis.core.port.Members;

/** Who is in which audience, and why, page by page and without looking at anybody else (R50). */
public record AudienceView(Members members, Groups groups, Playbook playbook) {

  /** So many lines are one table: it is made in memory. */
  private static final int TABLE = 1_000;

  /** As far as a list is read in one go. */
  private static final int MOST_AT_ONCE = 250;

  /** An audience and its figure. */
  public record Summary(String id, Map<String, String> name, Of of, long people) {

    private static Summary of(Audience audience, Headcount counts) {
      return new Summary(
          audience.id(), audience.name().texts(), audience.of(), counts.of(audience.id()));
    }
  }

  /** An audience with a page of its people. */
  public record Shown(@Inline Summary summary, List<AudienceList.Member> members) {

    public static Shown of(AudienceList list) {
      var audience = list.audience();
      return new Shown(
          new Summary(audience.id(), audience.name().texts(), audience.of(), list.people()),
          list.members());
    }
  }

  /**
   * How many are where.
   *
   * @param pools with those in the pools below, by path, in the order of the playbook
   */
  public record Overview(SequencedMap<String, Long> pools, List<Summary> groups) {}

  /** Every pool and every audience, and how many are in it. */
  public Overview overview() {
    var counts = counts();
    var pools = new LinkedHashMap<String, Long>();
    playbook.poolPaths().forEach(pool -> pools.put(pool, counts.under(pool)));
    return new Overview(pools, audiences().stream().map(a -> Summary.of(a, counts)).toList());
  }

  /** How many are where. */
  public Headcount counts() {
    return members.counts();
  }

  /** What each group is called, without its figure. */
  public List<Summary> named() {
    return audiences().stream().map(a -> Summary.of(a, Headcount.NONE)).toList();
  }

  private List<Audience> audiences() {
    return LiveGroups.all(playbook, groups.all());
  }

  private Optional<Audience> find(String id) {
    return audiences().stream().filter(audience -> audience.id().equals(id)).findFirst();
  }

  /**
   * A page of an audience; empty if there is no such audience.
   *
   * @param asked {@code after} says which page
   * @throws IllegalArgumentException if there is no such page
   */
  public Optional<AudienceList> page(String id, Map<String, String> asked) {
    return list(id, asked, Cards.PAGE);
  }

  /** As many as one table holds, in the same way. */
  public Optional<AudienceList> table(String id, Map<String, String> asked) {
    return list(id, asked, TABLE);
  }

  /**
   * How many of an audience each salesperson would have to look after (R50).
   *
   * @param people how many are in it
   * @param looked how many of them are added up here, the newest first
   * @param owners by salesperson; those without one by an empty name
   * @param next where the rest begins; null if these are all
   */
  public record Load(
      String id,
      Map<String, String> name,
      long people,
      int looked,
      SortedMap<String, Long> owners,
      String next) {}

  /** As far as one look reaches; empty if there is no such audience. */
  public Optional<Load> load(String id, Map<String, String> asked) {
    return find(id)
        .map(audience -> {
          var page = members.page(id, asked.get("after"), Listing.MOST_LOOKED);
          var owners =
              page.entries().stream()
                  .collect(
                      Collectors.groupingBy(
                          member -> Objects.requireNonNullElse(member.card().owner(), ""),
                          TreeMap<String, Long>::new,
                          Collectors.counting()));
          return new Load(
              id,
              audience.name().texts(),
              counts().of(id),
              page.entries().size(),
              owners,
              page.next());
        });
  }

  private Optional<AudienceList> list(String id, Map<String, String> asked, int most) {
    return find(id)
        .map(audience -> {
          var found = new ArrayList<Members.Member>();
          var after = asked.get("after");
          var next = after;
          do {
            var page = members.page(id, next, Math.min(most - found.size(), MOST_AT_ONCE));
            found.addAll(page.entries());
            next = page.next();
          } while (next != null && found.size() < most);
          return new AudienceList(
              audience, counts().of(id), AudienceList.members(found, playbook), after, next);
        });
  }
}
