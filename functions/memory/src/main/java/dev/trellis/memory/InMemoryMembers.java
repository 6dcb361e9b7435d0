package dev.trellis.memory;

import dev.trellis.core.lifecycle.Headcount;
import dev.trellis.core.port.CardQuery;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.Listing.Chunk;
import dev.trellis.core.port.Members;
import dev.trellis.core.port.WayIn;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Members of groups in memory. */
public record InMemoryMembers(InMemoryTables tables) implements Members {

  @Override
  public Listing.Page<Member> page(String group, CardQuery query, String after, int most) {
    synchronized (tables) {
      var isOldestFirst = query.isOldestFirst();
      var byPlace = Comparator.comparing(Member::place);
      var all =
          tables.members.entrySet().stream()
              .filter(of -> of.getValue().containsKey(group))
              .map(of -> new Member(tables.cards.get(of.getKey()), of.getValue().get(group)))
              .sorted(isOldestFirst ? byPlace : byPlace.reversed())
              .toList();
      return new Listing<Member>(
              Member::place,
              !isOldestFirst,
              List.of(place ->
                  new Chunk<>(
                      all.stream()
                          .filter(
                              m -> place == null || isOldestFirst == m.place().compareTo(place) > 0)
                          .filter(m -> !m.place().equals(place))
                          .toList(),
                      false)))
          .page(after, most, member -> query.holds(member.card()));
    }
  }

  @Override
  public Headcount counts() {
    synchronized (tables) {
      return tables.headcount;
    }
  }

  @Override
  public WayIn.Counts ways(LocalDate since) {
    synchronized (tables) {
      return tables.ways.since(since);
    }
  }
}
