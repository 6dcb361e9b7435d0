package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.account.AccountFile;
import dev.trellis.core.account.Affiliation;
import dev.trellis.core.account.Filing;
import dev.trellis.core.account.Filing.Contact;
import dev.trellis.core.account.Filing.OpenTitle;
import dev.trellis.core.account.Filing.Verdict;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.AccountStore;
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

  private final Table accounts;

  public DynamoDbAccountStore(DynamoDbClient client, String accountsTable) {
    this.accounts = new Table(client, accountsTable);
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
    var old = before.filings();
    var changed = after.filings().stream().filter(f -> !old.contains(f)).toList();
    var next = after.nextVersion();
    var item = key(after.lead()).number(VERSION, next.version()).document(BODY, Json.write(next));
    var transaction =
        new Transaction(accounts.client())
            .put(AFFILIATION, accounts, item, Guard.version(ACCOUNT, before.version()));
    changed.forEach(f -> transaction.put(f.item(), accounts, item(f), Guard.NONE));
    after.outdated(before).forEach(f -> transaction.delete(f.item(), accounts, key(f)));
    return switch (transaction.runUndisturbed()) {
      case Transaction.Outcome.Committed _ -> true;
      case Transaction.Outcome.Refused(var standing) ->
          standing.getOrDefault(AFFILIATION, Optional.empty()).filter(item::equals).isPresent();
      case Transaction.Outcome.Busy _ -> false;
    };
  }

  @Override
  public void say(Verdict verdict) {
    var said = new Transaction(accounts.client());
    said.put("one", accounts, item(verdict), Guard.NONE);
    said.put("other", accounts, item(verdict.mirrored()), Guard.NONE);
    said.runUndisturbed();
  }

  @Override
  public AccountFile load(CompanyKey key) {
    return AccountFile.open(key, one -> filed(one.toString()));
  }

  @Override
  public SortedSet<CompanyKey> companies() {
    return accounts.scan().stream()
        .filter(item -> item.text(ITEM).startsWith(Filing.CONTACT))
        .map(item -> ((Contact) read(item)).company())
        .distinct()
        .map(key -> load(key).key())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public List<OpenTitle> openTitles() {
    return filed(Filing.REVIEW).stream().map(OpenTitle.class::cast).toList();
  }

  @Override
  public void forget(String lead) {
    stored(lead)
        .ifPresent(affiliation -> {
          affiliation.filings().forEach(f -> accounts.delete(key(f), Guard.NONE));
          accounts.delete(key(lead), Guard.NONE);
        });
  }

  private List<Filing> filed(String account) {
    return accounts.partition(Item.EMPTY.text(ACCOUNT, account)).stream()
        .map(DynamoDbAccountStore::read)
        .toList();
  }

  private static Filing read(Item item) {
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
