package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.account.AccountFile;
import dev.trellis.core.account.CompanyCard;
import dev.trellis.core.account.Filing;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.Listing.Chunk;
import dev.trellis.core.port.Listing.Strand;
import dev.trellis.core.profile.CompanyKey;

/**
 * The list of companies in the table of accounts: one or two lines for each name and each domain,
 * {@code card}, {@code list} and {@code place}, of which the first has a {@code version}. They are
 * written with what is filed, where it changes which company a name is of.
 *
 * @param filled true once we saw that the list holds what was filed before there was one
 */
record CompanyList(Table accounts, AtomicBoolean filled) {

  CompanyList(Table accounts) {
    this(accounts, new AtomicBoolean());
  }

  private static final String ACCOUNT = "account";
  private static final String ITEM = "item";
  private static final String VERSION = "version";
  private static final String CARD = "card";
  private static final String LIST = "list";
  private static final String PLACE = "place";

  private static final String CARDS = "card:";
  private static final String MAIN = "main";
  private static final String STEM = "stem";

  /** Of the lines that stand for companies, and of the others: a name is written once. */
  private static final int SHARDS = 2;

  private static final int CHUNK = 30;

  /** Once the list holds what was filed before there was one. */
  private static final Item FILLED = Item.EMPTY.text(ACCOUNT, CARDS).text(ITEM, "filled");

  /** What is to become of the lines of a name or domain. */
  record Line(Table accounts, CompanyKey key, long version, List<Item> items) {

    /** Checks or writes all of it; so that whoever decided by older lines decides again. */
    void into(Transaction transaction) {
      var guard = Guard.version(ACCOUNT, version);
      if (items == null) {
        transaction.check(CARDS + key, accounts, at(key, MAIN), guard);
        return;
      }
      items.forEach(item ->
          transaction.put(
              item.text(ITEM) + CARDS + key,
              accounts,
              item,
              item.text(ITEM).equals(MAIN) ? guard : Guard.NONE));
      var kept = items.stream().map(item -> item.text(ITEM)).toList();
      if (!kept.contains(MAIN)) {
        transaction.delete(CARDS + key, accounts, at(key, MAIN), guard);
      }
      if (!kept.contains(STEM) && version > 0) {
        transaction.delete(STEM + key, accounts, at(key, STEM));
      }
    }
  }

  Listing.Page<CompanyCard> page(String prefix, String after, int most) {
    var index = new Index(accounts.client(), accounts.name(), "byName", LIST, PLACE, false);
    return new Listing<>(CompanyCard::place, false, strands(index, prefix))
        .page(after, most, _ -> true);
  }

  private static List<Strand<CompanyCard>> strands(Index index, String prefix) {
    return (prefix.isEmpty() ? Stream.of(true) : Stream.of(true, false))
        .flatMap(stands -> IntStream.range(0, SHARDS).mapToObj(shard -> list(stands, shard)))
        .<Strand<CompanyCard>>map(list -> place -> cards(index.after(list, prefix, place, CHUNK)))
        .toList();
  }

  private static Chunk<CompanyCard> cards(Chunk<Item> items) {
    return new Chunk<>(items.entries().stream().map(CompanyList::card).toList(), items.hasMore());
  }

  /** The first lines of these names and domains, as far as they are in the list. */
  Map<CompanyKey, Item> standing(Collection<CompanyKey> keys) {
    var found = new TreeMap<CompanyKey, Item>();
    if (!keys.isEmpty()) {
      accounts
          .all(keys.stream().map(key -> at(key, MAIN)).toList())
          .forEach(item -> found.put(card(item).key(), item));
    }
    return found;
  }

  static boolean areOneCompany(Collection<Item> lines) {
    return lines.stream().map(line -> card(line).company()).distinct().count() <= 1;
  }

  /**
   * The lines that change with what is filed, and those that must not change meanwhile.
   *
   * @param keys at which something changes
   * @param known what stands of them
   * @param filed what will be filed under a key
   */
  List<Line> lines(
      Collection<CompanyKey> keys,
      Map<CompanyKey, Item> known,
      Function<CompanyKey, List<Filing>> filed) {
    var drawn = drawn(keys, filed);
    if (!keys.containsAll(drawn.keySet())) {
      var more = new TreeSet<>(keys);
      more.addAll(drawn.keySet());
      return lines(more, standing(more), filed);
    }
    return keys.stream()
        .map(key -> line(key, known.get(key), drawn.getOrDefault(key, List.of())))
        .toList();
  }

  private static SortedMap<CompanyKey, List<CompanyCard>> drawn(
      Collection<CompanyKey> keys, Function<CompanyKey, List<Filing>> filed) {
    var drawn = new TreeMap<CompanyKey, List<CompanyCard>>();
    for (var key : keys) {
      if (!drawn.containsKey(key)) {
        drawn.putAll(
            CompanyCard.of(AccountFile.open(key, filed)).stream()
                .collect(Collectors.groupingBy(CompanyCard::key)));
      }
    }
    return drawn;
  }

  private Line line(CompanyKey key, Item standing, List<CompanyCard> cards) {
    var version = standing == null ? 0 : standing.number(VERSION);
    var isSame =
        standing == null
            ? cards.isEmpty()
            : cards.stream().filter(CompanyCard::isMain).anyMatch(card(standing)::equals);
    return new Line(
        accounts,
        key,
        version,
        isSame ? null : cards.stream().map(card -> item(card, version + 1)).toList());
  }

  /**
   * Takes in what was filed before there was a list, once per installation. Whoever files does so,
   * before the first time: who only reads may not write.
   */
  void fill() {
    if (filled.get() || accounts.get(FILLED).isPresent()) {
      filled.set(true);
      return;
    }
    var filed =
        accounts.scan().stream()
            .filter(item -> item.text(ITEM).contains("#"))
            .map(DynamoDbAccountStore::read)
            .collect(Collectors.groupingBy(Filing::account));
    var keys =
        filed.values().stream()
            .flatMap(List::stream)
            .filter(Filing.Contact.class::isInstance)
            .map(contact -> ((Filing.Contact) contact).company())
            .collect(Collectors.toCollection(TreeSet::new));
    lines(keys, standing(keys), key -> filed.getOrDefault(key.toString(), List.of())).stream()
        .filter(line -> line.items() != null) // the others stand there since an earlier try
        .forEach(line -> {
          var transaction = new Transaction(accounts.client());
          line.into(transaction);
          transaction.runUndisturbed();
        });
    accounts.put(FILLED, Guard.NONE);
    filled.set(true);
  }

  private static Item item(CompanyCard card, long version) {
    var item =
        at(card.key(), card.isMain() ? MAIN : STEM)
            .text(CARD, Json.write(card))
            .text(LIST, list(card.standsForIt(), shard(card)))
            .text(PLACE, card.place());
    return card.isMain() ? item.number(VERSION, version) : item;
  }

  private static String list(boolean standsForIt, int shard) {
    return (standsForIt ? "company#" : "spelling#") + shard;
  }

  private static int shard(CompanyCard card) {
    return Math.floorMod(card.key().toString().hashCode(), SHARDS);
  }

  private static CompanyCard card(Item item) {
    return Json.read(CompanyCard.class, item.text(CARD));
  }

  private static Item at(CompanyKey key, String item) {
    return Item.EMPTY.text(ACCOUNT, CARDS + key).text(ITEM, item);
  }
}
