package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.account.AccountFile;
import dev.trellis.core.account.Affiliation;
import dev.trellis.core.account.CompanyCard;
import dev.trellis.core.account.Filing;
import dev.trellis.core.account.Filing.Alias;
import dev.trellis.core.account.Filing.OpenTitle;
import dev.trellis.core.account.Filing.Word;
import dev.trellis.core.identity.PersonName;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.port.Attempt;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.Listing.Chunk;
import dev.trellis.core.profile.CompanyKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Companies and who works there in DynamoDB: a partition per family of companies, so that one query
 * shows the namesakes of one, and per domain, one for the titles to review, and one per lead with
 * the affiliation from which all the rest follows.
 */
public final class DynamoDbAccountStore implements AccountStore {

  private static final String AFFILIATION = "affiliation";

  private static final String ACCOUNT = "account";
  private static final String ITEM = "item";
  private static final String VERSION = "version";
  private static final String BODY = "body";

  /** When a person said it: of two words that come at once the later one stays. */
  private static final String SAID = "said";

  private final Table accounts;
  private final CompanyList list;

  public DynamoDbAccountStore(DynamoDbClient client, String accountsTable) {
    this.accounts = new Table(client, accountsTable);
    this.list = new CompanyList(accounts);
  }

  @Override
  public Affiliation affiliation(String lead) {
    return stored(lead).orElse(Affiliation.none(lead));
  }

  private Optional<Affiliation> stored(String lead) {
    return accounts.get(key(lead)).map(i -> Json.read(Affiliation.class, i.document(BODY)));
  }

  @Override
  public boolean save(Affiliation before, Affiliation after) {
    list.fill();
    var old = before.filings();
    var changed = after.filings().stream().filter(f -> !old.contains(f)).toList();
    var next = after.nextVersion();
    var item = key(after.lead()).number(VERSION, next.version()).document(BODY, Json.write(next));
    var transaction =
        new Transaction(accounts.client())
            .put(AFFILIATION, accounts, item, Guard.version(ACCOUNT, before.version()));
    changed.forEach(f -> transaction.put(f.item(), accounts, item(f), Guard.NONE));
    after.outdated(before).forEach(f -> transaction.delete(f.item(), accounts, key(f)));
    list(before, after).forEach(line -> line.into(transaction));
    return switch (transaction.runUndisturbed()) {
      case Transaction.Outcome.Committed _ -> true;
      case Transaction.Outcome.Refused(var standing) ->
          standing.getOrDefault(AFFILIATION, Optional.empty()).filter(item::equals).isPresent();
      case Transaction.Outcome.Busy _ -> false;
    };
  }

  // A name and a domain that somebody showed together before join nothing by being shown again.
  private List<CompanyList.Line> list(Affiliation before, Affiliation after) {
    var moved = after.moved(before);
    var known = list.standing(moved);
    if (known.size() == moved.size()
        && after.outdated(before).isEmpty()
        && (CompanyList.areOneCompany(known.values())
            || after.filings().stream().allMatch(this::isShown))) {
      return List.of();
    }
    // Of what is in no list nothing is filed.
    return list.lines(
        moved, known, key -> after.among(known.isEmpty() ? List.of() : filed(key), key));
  }

  private boolean isShown(Filing filing) {
    return !(filing instanceof Alias alias)
        || accounts
            .page(
                Item.EMPTY.text(ACCOUNT, alias.account()),
                ITEM,
                Filing.ALIAS + alias.company().value() + "#",
                Filing.ALIAS + alias.company().value() + "#~",
                1)
            .items()
            .stream()
            .findAny()
            .isPresent();
  }

  @Override
  public void say(Word word) {
    for (var attempt = Attempt.first("a word on " + word.account());
        !isSaid(word);
        attempt = attempt.next()) {}
  }

  private boolean isSaid(Word word) {
    var newest = new ArrayList<Word>();
    var transaction = new Transaction(accounts.client());
    for (var said : word.everywhere()) {
      var standing = accounts.get(key(said));
      if (standing.map(DynamoDbAccountStore::read).filter(said::isBefore).isEmpty()) {
        newest.add(said);
        transaction.put(
            said.account(),
            accounts,
            item(said).text(SAID, said.at().toString()),
            standing
                .map(item -> item.text(SAID))
                .map(at -> Guard.is(SAID, at))
                .orElse(Guard.absent(SAID)));
      }
    }
    var keys = new TreeSet<CompanyKey>();
    for (var said : newest) {
      var key = CompanyKey.parse(said.account());
      var file = load(key);
      keys.add(key);
      keys.add(file.key());
      keys.addAll(file.aliases());
    }
    list.lines(keys, list.standing(keys), key -> with(newest, filed(key), key))
        .forEach(line -> line.into(transaction));
    return newest.isEmpty()
        || transaction.runUndisturbed() instanceof Transaction.Outcome.Committed;
  }

  private static List<Filing> with(List<Word> said, List<Filing> filed, CompanyKey key) {
    var here = said.stream().filter(word -> word.account().equals(key.toString())).toList();
    var items = here.stream().map(Filing::item).toList();
    return Stream.concat(filed.stream().filter(f -> !items.contains(f.item())), here.stream())
        .toList();
  }

  @Override
  public AccountFile load(CompanyKey key) {
    return AccountFile.open(key, this::filed);
  }

  @Override
  public Listing.Page<CompanyCard> companies(String prefix, String after, int most) {
    return list.page(PersonName.plain(prefix), after, most);
  }

  @Override
  public Listing.Page<OpenTitle> openTitles(String after) {
    return new Listing<>(OpenTitle::item, false, List.of(this::titles))
        .page(after, TITLES, _ -> true);
  }

  private Chunk<OpenTitle> titles(String place) {
    var page =
        accounts.page(
            Item.EMPTY.text(ACCOUNT, Filing.REVIEW),
            ITEM,
            place == null ? Filing.TITLE : place + "\0",
            Filing.TITLE + Character.toString(Character.MAX_CODE_POINT),
            TITLES);
    return new Chunk<>(
        page.items().stream().map(item -> (OpenTitle) read(item)).toList(), page.isFull());
  }

  @Override
  public void forget(String lead) {
    stored(lead)
        .ifPresent(affiliation -> {
          takeOff(affiliation);
          affiliation.filings().forEach(f -> accounts.delete(key(f), Guard.NONE));
          accounts.delete(key(lead), Guard.NONE);
        });
  }

  // First: whatever was taken off shows which companies the lead joined.
  private void takeOff(Affiliation affiliation) {
    var none = Affiliation.none(affiliation.lead());
    for (var attempt = Attempt.first("the companies of " + affiliation.lead());
        ;
        attempt = attempt.next()) {
      var transaction = new Transaction(accounts.client());
      var lines = list(affiliation, none);
      lines.forEach(line -> line.into(transaction));
      if (lines.isEmpty()
          || transaction.runUndisturbed() instanceof Transaction.Outcome.Committed) {
        return;
      }
    }
  }

  private List<Filing> filed(CompanyKey key) {
    return filed(key.toString());
  }

  private List<Filing> filed(String account) {
    return accounts.partition(Item.EMPTY.text(ACCOUNT, account)).stream()
        .map(DynamoDbAccountStore::read)
        .toList();
  }

  static Filing read(Item item) {
    return Json.read(Filing.class, item.document(BODY));
  }

  private static Item key(String lead) {
    return Item.EMPTY.text(ACCOUNT, "lead:" + lead).text(ITEM, AFFILIATION);
  }

  private static Item key(Filing filing) {
    return Item.EMPTY.text(ACCOUNT, filing.account()).text(ITEM, filing.item());
  }

  private static Item item(Filing filing) {
    return key(filing).document(BODY, Json.write(filing));
  }
}
