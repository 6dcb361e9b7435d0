package dev.trellis.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.account.AccountFile;
import dev.trellis.core.account.Affiliation;
import dev.trellis.core.account.Filing;
import dev.trellis.core.account.Kinship;
import dev.trellis.core.profile.CompanyKey;
import dev.trellis.core.profile.Workplace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two people each tell their company: whether they are filed in one account, over labelled pairs.
 */
@Tag("R21")
class CompanyPairsTest {

  private static final CompanyNames NAMES = DefaultPlaybook.PLAYBOOK.dictionaries().companies();
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private record Pair(String label, String kind, Workplace one, Workplace other) {

    static Pair of(String line) {
      var cell = line.split("\t", -1);
      return new Pair(cell[0], cell[1], at(cell[2], cell[3]), at(cell[4], cell[5]));
    }

    private static Workplace at(String name, String email) {
      return new Workplace(
          Optional.of(name),
          NAMES.core(name),
          NAMES.domain(email),
          true,
          Optional.empty(),
          Optional.empty(),
          Optional.of(NOON));
    }

    Kinship judged() {
      var filings = Stream.of(filed("L1", one), filed("L2", other)).flatMap(List::stream).toList();
      var file = file(one, filings);
      return file.contacts().size() == 2
          ? Kinship.SAME
          : file.kin()
              .getOrDefault(
                  other.key().orElseThrow(),
                  Kinship.of(one.key().orElseThrow(), other.key().orElseThrow(), false));
    }

    boolean isFoundFromEitherSide() {
      var filings = Stream.of(filed("L1", one), filed("L2", other)).flatMap(List::stream).toList();
      return file(one, filings).contacts().size() == file(other, filings).contacts().size();
    }

    private static AccountFile file(Workplace from, List<Filing> filings) {
      return AccountFile.open(
          from.key().orElseThrow(),
          (CompanyKey key) ->
              filings.stream().filter(f -> f.account().equals(key.toString())).toList());
    }

    private static List<Filing> filed(String lead, Workplace workplace) {
      return Affiliation.none(lead).following(workplace, Optional.empty(), 1, NOON).filings();
    }
  }

  @Test
  void whatIsOneCompanyIsOneAccountAndNothingElseIs() throws IOException {
    var pairs = read();
    assertThat(pairs).hasSizeGreaterThanOrEqualTo(500);
    var wrong = new TreeMap<String, Integer>();
    int same = 0;
    int joined = 0;
    int right = 0;
    for (var pair : pairs) {
      boolean isSame = pair.label().equals("same");
      boolean isJoined = pair.judged() == Kinship.SAME;
      same += isSame ? 1 : 0;
      joined += isJoined ? 1 : 0;
      right += isSame && isJoined ? 1 : 0;
      if (isSame != isJoined) {
        wrong.merge((isSame ? "missed: " : "joined: ") + pair.kind(), 1, Integer::sum);
      }
      assertThat(pair.isFoundFromEitherSide()).as(pair.toString()).isTrue();
    }
    double precision = (double) right / joined;
    double recall = (double) right / same;
    System.out.printf(
        "companies: %d pairs, %d the same, precision %.3f, recall %.3f, %s%n",
        pairs.size(), same, precision, recall, wrong);

    assertThat(same).isGreaterThanOrEqualTo(200);
    assertThat(precision).as("precision, %s", wrong).isGreaterThanOrEqualTo(0.99);
    assertThat(recall).as("recall, %s", wrong).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void whatIsRelatedIsSaidToBeAndWhatMayBeTheSameIsListed() throws IOException {
    for (var label : List.of("related", "possibly")) {
      var pairs = read().stream().filter(p -> p.label().equals(label)).toList();
      var told = pairs.stream().filter(p -> p.judged().name().equalsIgnoreCase(label)).count();
      System.out.printf("companies: %d of %d %s%n", told, pairs.size(), label);
      assertThat((double) told / pairs.size()).as(label).isGreaterThanOrEqualTo(0.9);
    }
  }

  private static List<Pair> read() throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                CompanyPairsTest.class.getResourceAsStream("company-pairs.tsv"),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(Pair::of).toList();
    }
  }
}
