package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.aws.dynamodb.DynamoDbAccountStore;
import dev.trellis.core.account.Affiliation;
import dev.trellis.core.account.Kinship;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.profile.CompanyKey;
import dev.trellis.core.profile.Workplace;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What opening a company asks of DynamoDB, however many companies there are. */
@Tag("R21")
class AccountReadsTest {

  private final List<String> asked = new ArrayList<>();
  private final DynamoDbAccountStore accounts =
      new DynamoDbAccountStore(watched(Emulators.dynamoDb()), TestTables.ACCOUNTS);
  private final String plain = "示例阀门 " + Ids.random();

  @Test
  void itsNamesakesAreKnownByOneQuery() {
    file("苏州·" + plain);
    file(plain);
    asked.clear();

    assertThat(accounts.load(CompanyKey.name(plain)).kin())
        .containsEntry(CompanyKey.name("苏州·" + plain), Kinship.POSSIBLY);
    assertThat(asked).containsExactly("queryPaginator");
  }

  @Test
  void aPlaceInTheNameCostsOneMore() {
    file("苏州·" + plain);
    file(plain);
    asked.clear();

    assertThat(accounts.load(CompanyKey.name("苏州·" + plain)).kin())
        .containsEntry(CompanyKey.name(plain), Kinship.POSSIBLY);
    assertThat(asked)
        .as("what a person said of it")
        .containsExactly("queryPaginator", "queryPaginator");
  }

  private void file(String core) {
    var none = Affiliation.none(Sample.lead());
    var workplace =
        new Workplace(
            Optional.of(core),
            Optional.of(core),
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.of(Sample.NOON));
    assertThat(accounts.save(none, none.following(workplace, Optional.empty(), 1, Sample.NOON)))
        .isTrue();
  }

  private DynamoDbClient watched(DynamoDbClient client) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (_, method, arguments) -> {
              asked.add(method.getName());
              try {
                return method.invoke(client, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
