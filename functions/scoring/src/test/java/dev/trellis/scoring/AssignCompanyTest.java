package dev.trellis.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.account.AccountFile;
import dev.trellis.core.account.Affiliation;
import dev.trellis.core.account.CompanyCard;
import dev.trellis.core.account.Filing.OpenTitle;
import dev.trellis.core.dictionary.Dictionaries;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.port.Listing;
import dev.trellis.core.profile.CompanyKey;
import dev.trellis.memory.InMemoryAccountStore;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryTables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AssignCompanyTest {

  private final InMemoryTables tables = new InMemoryTables();
  private final InMemoryAccountStore accounts = new InMemoryAccountStore(tables);
  private final ScoreLead score =
      new ScoreLead(new InMemoryLeadStore(tables), Room.MENTIONS, InstantSource.fixed(Events.NOON));
  private int calls;
  private final AssignCompany assign = new AssignCompany(counted(), Dictionaries.EMPTY);

  @Test
  void anOrdinaryEventCostsNoCall() {
    take(Events.scan("e1", "cookie:a"));
    take(Events.scan("e2", "cookie:a"));
    assertThat(calls).isZero();

    take(Events.form("e3", Map.of("title", "数字化负责人"), "cookie:a", "email:a@example.com"));
    var afterForm = calls;
    take(Events.scan("e4", "cookie:a", "email:a@example.com"));
    assertThat(afterForm).isPositive();
    assertThat(calls).isEqualTo(afterForm);
  }

  @Test
  @Tag("R26")
  void aTitleNobodyKnowsWaitsOnceHoweverOftenItIsTold() {
    var form = Events.form("e1", Map.of("title", "首席好奇官"), "email:a@example.com");
    take(form);
    take(form);
    take(Events.form("e2", Map.of("title", " 首席好奇官"), "email:b@example.com"));

    assertThat(accounts.openTitles(null).entries())
        .hasSize(2)
        .allSatisfy(t -> {
          assertThat(t.title().strip()).isEqualTo("首席好奇官");
          assertThat(t.at()).isEqualTo(Events.NOON);
        });
  }

  @Test
  void whatWasStoredButNotFiledIsFiledWhenTheEventComesAgain() {
    var form = Events.form("e1", Map.of("title", "首席好奇官"), "email:a@example.com");
    score.score(form);
    assertThat(accounts.openTitles(null).entries()).isEmpty();

    take(form);
    assertThat(accounts.openTitles(null).entries()).hasSize(1);
  }

  @Test
  void aMergedLeadIsTakenOffItsAccountAlsoIfTheMergeIsToldAgain() {
    take(Events.form("e1", Map.of("title", "首席好奇官"), "email:a@example.com"));
    take(Events.form("e2", Map.of("title", "首席怀疑官"), "phone:+8613800138000"));
    var merge = Events.scan("e3", "email:a@example.com", "phone:+8613800138000");
    score.score(merge);
    take(merge);

    var loser =
        tables.leads().stream().filter(l -> l.mergedInto() != null).findFirst().orElseThrow();
    assertThat(accounts.affiliation(loser.lead()).mergedInto()).isEqualTo(loser.mergedInto());
  }

  private void take(dev.trellis.core.event.LeadEvent event) {
    score.score(event).assignments().forEach(assign::assign);
  }

  private AccountStore counted() {
    return new AccountStore() {
      @Override
      public Affiliation affiliation(String lead) {
        calls++;
        return accounts.affiliation(lead);
      }

      @Override
      public void say(dev.trellis.core.account.Filing.Word word) {
        accounts.say(word);
      }

      @Override
      public boolean save(Affiliation before, Affiliation after) {
        calls++;
        return accounts.save(before, after);
      }

      @Override
      public AccountFile load(CompanyKey key) {
        return accounts.load(key);
      }

      @Override
      public Listing.Page<CompanyCard> companies(String prefix, String after, int most) {
        return accounts.companies(prefix, after, most);
      }

      @Override
      public Listing.Page<OpenTitle> openTitles(String after) {
        return accounts.openTitles(after);
      }

      @Override
      public void forget(String lead) {
        accounts.forget(lead);
      }
    };
  }
}
