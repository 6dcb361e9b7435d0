package dev.trellis.memory;

import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.port.CardQuery;
import dev.trellis.core.port.Cards;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.Listing.Chunk;
import dev.trellis.core.port.Twin;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Cards in memory. */
public record InMemoryCards(InMemoryTables tables) implements Cards {

  @Override
  public Listing.Page<Card> page(CardQuery query, String after, int most) {
    synchronized (tables) {
      var order = query.order();
      var byKey = Comparator.comparing((Card card) -> order.key(card).orElseThrow());
      var all =
          tables.cards.values().stream()
              .filter(query.indexed()::holds)
              .sorted(query.isDescending() ? byKey.reversed() : byKey)
              .toList();
      return new Listing<Card>(
              card -> order.key(card).orElseThrow(),
              query.isDescending(),
              List.of(place ->
                  new Chunk<>(
                      all.stream().filter(card -> comesAfter(place, query, card)).toList(), false)))
          .page(after, most, query::holds);
    }
  }

  private static boolean comesAfter(String place, CardQuery query, Card card) {
    if (place == null) {
      return true;
    }
    int byPlace = query.order().key(card).orElseThrow().compareTo(place);
    return query.isDescending() ? byPlace < 0 : byPlace > 0;
  }

  @Override
  public Listing.Page<Twin> twins(String after, int most) {
    synchronized (tables) {
      var all =
          tables.leads.values().stream()
              .flatMap(lead -> Twin.of(lead).stream())
              .sorted(Comparator.comparing(Twin::place).reversed())
              .toList();
      return new Listing<>(
              Twin::place,
              true,
              List.<Listing.Strand<Twin>>of(place ->
                  new Chunk<>(
                      all.stream()
                          .filter(twin -> place == null || twin.place().compareTo(place) < 0)
                          .toList(),
                      false)))
          .page(after, most, _ -> true);
    }
  }

  @Override
  public List<Card> of(Collection<String> leads) {
    synchronized (tables) {
      return leads.stream().distinct().map(tables.cards::get).filter(Objects::nonNull).toList();
    }
  }
}
