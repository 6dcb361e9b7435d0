package dev.trellis.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.account.AccountFile;
import dev.trellis.core.account.AccountFile.Member;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CompaniesJudged;
import dev.trellis.core.event.Happening.CompanyNamed;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.profile.CompanyKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R21")
class JudgeCompaniesTest {

  private final Room room = new Room();
  private final String lead = works("e1", "alpha works", "a@alpha.example");
  private final String one = company(lead);
  private final String other = company(works("e2", "beta works", "b@beta.example"));

  private String company(String lead) {
    return room.accounts.affiliation(lead).stays().getFirst().company().toString();
  }

  private AccountFile file() {
    return room.accounts.load(CompanyKey.parse(one));
  }

  @Test
  void theLastWordOnTwoCompaniesCountsHoweverOftenAndLateTheOthersCome() {
    var joined = about("j", 2, new CompaniesJudged("ann", one, other, true));
    var apart = about("k", 1, new CompaniesJudged("ann", other, one, false));

    for (var event : List.of(joined, apart, joined, apart)) {
      room.take(event);
    }
    assertThat(file().members()).extracting(Member::lead).hasSize(2);
    assertThat(room.events(lead)).contains("j", "k");

    room.take(about("l", 3, new CompaniesJudged("ben", one, other, false)));
    assertThat(file().members()).extracting(Member::lead).containsExactly(lead);
  }

  @Test
  void aCompanyIsCalledWhatWasSaidLast() {
    room.take(about("n2", 2, new CompanyNamed("ann", one, "Alpha Group")));
    room.take(about("n1", 1, new CompanyNamed("ann", one, "Alpha Ltd")));

    assertThat(file().called()).isEqualTo("Alpha Group");
    assertThat(room.accounts.companies("alpha gr", null, 5).entries()).hasSize(1);
  }

  @Test
  void whatNamesNoCompanyIsRefusedAndFiledNowhere() {
    var odd = room.take(about("o", 1, new CompanyNamed("ann", "alpha works", "Alpha")));

    assertThat(odd.result()).isEqualTo(Result.REFUSED);
    assertThat(room.events(lead)).doesNotContain("o");
  }

  @Test
  @Tag("R45")
  void thatSomebodyToldUsToStopIsPassedOnToWhoeverClosesMailboxes() {
    assertThat(room.take(about("u", 1, Unsubscribed.toldTo("sam"))).signals())
        .extracting(JourneySignal::reason)
        .containsExactly(JourneySignal.Reason.UNSUBSCRIBED);
    assertThat(room.take(about("v", 2, new Unsubscribed("send", null))).signals()).isEmpty();
  }

  private String works(String id, String company, String address) {
    var form = Events.form(id, Map.of("company", company), "email:" + address);
    return room.takeAndFile(form).updates().getFirst().lead();
  }

  private LeadEvent about(String id, int minute, Happening happening) {
    return LeadEvent.about(
        lead, id, Events.NOON.plusSeconds(60L * minute), Channel.SYSTEM, happening);
  }
}
