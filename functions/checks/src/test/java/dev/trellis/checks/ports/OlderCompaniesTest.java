package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.aws.dynamodb.DynamoDbAccountStore;
import dev.trellis.core.account.Affiliation;
import dev.trellis.core.account.CompanyCard;
import dev.trellis.core.profile.CompanyKey;
import dev.trellis.core.profile.Workplace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Companies that were filed before there was a list of them are on the list. */
@Tag("R21")
class OlderCompaniesTest {

  private static final String TABLE = "OlderAccounts";

  private DynamoDbAccountStore accounts = deployed();

  private static DynamoDbAccountStore deployed() {
    return new DynamoDbAccountStore(Emulators.dynamoDb(), TABLE);
  }

  @Test
  void areListedOnceAnybodyFilesAndJoinedRightWhateverCameMeanwhile() {
    TestTables.createIndexed(Emulators.dynamoDb(), "AccountsTable", TABLE);
    file("示例汽车", Sample.NOON);
    file("another works", Sample.NOON);
    forgetTheList();
    assertThat(deployed().companies(null, null, 50).entries()).as("who reads writes").isEmpty();
    accounts = deployed();
    file("示例汽车", Sample.NOON.plusSeconds(1));
    file("motors", Sample.NOON.plusSeconds(2));

    assertThat(accounts.companies(null, null, 50).entries())
        .extracting(CompanyCard::key)
        .containsExactlyInAnyOrder(CompanyKey.name("示例汽车"), CompanyKey.name("another works"));
    assertThat(accounts.companies("moto", null, 50).entries())
        .extracting(CompanyCard::company)
        .containsOnly(CompanyKey.name("示例汽车"));
  }

  private void file(String core, Instant since) {
    var workplace =
        new Workplace(
            Optional.of(core),
            Optional.of(core),
            Optional.of(core.contains("works") ? "works.example" : "motors.example"),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.of(since));
    var none = Affiliation.none(Sample.lead());
    assertThat(accounts.save(none, none.following(workplace, Optional.empty(), 1, since))).isTrue();
  }

  private static void forgetTheList() {
    for (var item : Emulators.dynamoDb().scan(scan -> scan.tableName(TABLE)).items()) {
      if (item.get("account").s().startsWith("card:")) {
        var key = Map.of("account", item.get("account"), "item", item.get("item"));
        Emulators.dynamoDb().deleteItem(delete -> delete.tableName(TABLE).key(key));
      }
    }
  }
}
