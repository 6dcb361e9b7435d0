package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Pool;
import dev.trellis.core.profile.Field;

/**
 * Which contents are for whom: by pool (R71, R85) and by opportunity stage (R38, R89).
 *
 * @param byPool pools without pools below them, in order; those that leave nothing out are missing
 * @param byDeal deal stages, in order
 */
public record ContentShelves(Map<String, List<Content>> byPool, Map<String, List<Content>> byDeal) {

  public static ContentShelves of(Playbook playbook) {
    var all = playbook.contents().values();
    var byPool = new LinkedHashMap<String, List<Content>>();
    leaves(playbook.pools())
        .forEach(pool -> {
          var fit = all.stream().filter(c -> playbook.suits(c, pool.path())).toList();
          if (!pool.types().isEmpty() || isNamed(pool, all)) {
            byPool.put(pool.path(), fit);
          }
        });
    var byDeal = new LinkedHashMap<String, List<Content>>();
    Stream.concat(
            playbook.fields().find(Field.CRM_STAGE).stream()
                .flatMap(f -> f.options().stream())
                .map(o -> o.id()),
            all.stream().flatMap(c -> c.deals().stream()))
        .distinct()
        .forEach(stage -> byDeal.put(stage, playbook.forDeal(stage)));
    return new ContentShelves(byPool, byDeal);
  }

  private static boolean isNamed(Pool pool, Collection<Content> all) {
    return all.stream()
        .flatMap(c -> c.pools().stream())
        .anyMatch(p -> pool.path().equals(p) || pool.path().startsWith(p + "/"));
  }

  private static Stream<Pool> leaves(List<Pool> pools) {
    return pools.stream().flatMap(p -> p.pools().isEmpty() ? Stream.of(p) : leaves(p.pools()));
  }
}
