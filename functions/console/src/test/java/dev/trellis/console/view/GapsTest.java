package dev.trellis.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.console.DefaultPlaybook;
import dev.trellis.core.account.Account;
import dev.trellis.core.account.Chain;
import dev.trellis.core.account.Chain.Slot;
import dev.trellis.core.profile.CompanyKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R29")
class GapsTest {

  private static final Map<String, Chain.State> KNOWN =
      Map.of("cio", Chain.State.FILLED, "procurement", Chain.State.VACANT);

  @Test
  void gapsAreListedMostWantedFirstWithCellsThatNoSpreadsheetRuns() {
    var slots =
        DefaultPlaybook.PLAYBOOK.accounts().chain().stream()
            .map(role ->
                new Slot(
                    role,
                    KNOWN.getOrDefault(role.role(), Chain.State.MISSING),
                    List.of(),
                    List.of()))
            .toList();
    var account =
        new Account(
            CompanyKey.name("x"),
            "=HYPERLINK(\"http://x.example\")",
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Chain(slots));

    var rows = Gaps.of(account, "en");
    assertThat(rows).extracting(r -> r.get(2)).containsExactly("cmo", "procurement", "cfo", "ceo");
    assertThat(rows).extracting(r -> r.get(4)).contains("vacant", "missing");
    assertThat(rows).allSatisfy(r -> assertThat(r).hasSameSizeAs(Gaps.HEAD));
    assertThat(rows).extracting(r -> r.get(1)).containsOnly("'=HYPERLINK(\"http://x.example\")");
    for (var start : List.of("=", "+", "-", "@", "\t", "\r")) {
      assertThat(Gaps.harmless(start + "1")).isEqualTo("'" + start + "1");
    }
    assertThat(Gaps.harmless("精工 = 好")).isEqualTo("精工 = 好");
    assertThat(Gaps.harmless("")).isEmpty();
  }
}
