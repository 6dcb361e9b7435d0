package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.account.Account;
import dev.trellis.console.account.Chain.Slot;
import dev.trellis.console.account.CompanyFact;
import dev.trellis.console.account.Person;
import dev.trellis.console.account.Telling;
import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.Thousandths;
import dev.trellis.console.visit.Role;
import dev.trellis.core.account.Joining;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.CompanyKey;

/** One company for people: who is there, which roles are known, facts and scores. */
public final class AccountPage {

  private final AccountPages all;
  private final Words words;
  private final Names names;

  public AccountPage(Playbook playbook, Words words) {
    this.all = new AccountPages(words);
    this.words = words;
    this.names = new Names(playbook, words);
  }

  public String html(Account account) {
    var people = account.people();
    return Html.titled(
        words,
        AccountPages.name(account),
        "<p>%s%s</p>"
                .formatted(
                    account.named().isEmpty() ? "" : all.named(account) + " · ",
                    Stream.concat(Stream.of(account.key()), account.aliases().stream())
                        .map(Html::code)
                        .collect(Collectors.joining(" ")))
            + account
                .customerSince()
                .map(since ->
                    "<p>"
                        + Html.escape(words.say("account.customer"))
                        + " "
                        + Html.time(words, since)
                        + "</p>")
                .orElse("")
            + rename(account)
            + Html.section(words.say("account.here"), people(people))
            + (account.former().isEmpty()
                ? ""
                : Html.section(words.say("account.former"), people(account.former())))
            + kin(account)
            + Html.section(words.say("account.chain"), chain(account))
            + Html.section(words.say("account.facts"), facts(account.facts()))
            + Html.section(words.say("lead.scores"), scores(account)));
  }

  private String rename(Account account) {
    return words.may(Role.MARKETER)
        ? "<details><summary>%s</summary>%s</details>"
            .formatted(
                Html.escape(words.say("account.rename")),
                words.form(
                    AccountPages.path(account.key().toString()) + "/name",
                    "bar",
                    "<input name=\"name\" required maxlength=\"200\" value=\"%s\" aria-label=\"%s\"><button>%s</button>"
                        .formatted(
                            Html.escape(AccountPages.name(account)),
                            Html.escape(words.say("account.name")),
                            Html.escape(words.say("account.rename")))))
        : "";
  }

  // What made one account of several names, and which companies may belong to it: for a person to
  // decide, and to undo.
  private String kin(Account account) {
    var joined = words.table("company", "account.ground", "since", "claim.decide");
    account
        .joinings()
        .forEach(j ->
            joined.row(
                Html.code(j.one()) + " = " + Html.code(j.other()),
                Html.escape(words.name("joining", j.ground()) + " " + j.by()) + shownBy(j),
                Html.time(words, j.at()),
                decide("apart", j.one(), j.other())));
    var kin = words.table("company", "account.kinship", "claim.decide");
    account
        .kin()
        .forEach((other, kinship) ->
            kin.row(
                words.link(AccountPages.path(other.toString()), other),
                Html.escape(words.name("kinship", kinship)),
                decide("join", account.key(), other)));
    return (account.joinings().isEmpty()
            ? ""
            : Html.section(words.say("account.joined"), joined.orElse("")))
        + (account.kin().isEmpty() ? "" : Html.section(words.say("account.kin"), kin.orElse("")));
  }

  private String shownBy(Joining joining) {
    return joining.lead() == null
        ? ""
        : " · " + words.link("/leads/" + joining.lead(), joining.lead());
  }

  private String decide(String deed, CompanyKey one, CompanyKey other) {
    var query = "?other=" + URLEncoder.encode(other.toString(), StandardCharsets.UTF_8);
    return !words.may(Role.MARKETER)
        ? ""
        : words.button(
            AccountPages.path(one.toString()) + "/" + deed + query, words.say("account." + deed));
  }

  private String people(List<Person> people) {
    var table = words.table("lead", "title", "account.roles", "since", "until");
    people.forEach(p ->
        table.row(
            person(p),
            Html.escape(p.title()),
            words.joined(p.roles().stream().map(names::role).toList()),
            Html.time(words, p.since()),
            Html.time(words, p.until())));
    return table.orElse(words.say("account.nobody"));
  }

  private String person(Person person) {
    return words.link(
        "/leads/" + person.lead(),
        person.name() == null ? words.say("lead.nameless") : person.name());
  }

  private String chain(Account account) {
    var table = words.table("account.role", "account.state", "account.weight", "account.required");
    for (Slot slot : account.chain().slots()) {
      table.row(
          Html.escape(slot.role().name().in(words.language())),
          switch (slot.state()) {
            case FILLED -> words.say("slot.filled");
            case VACANT -> Html.mark(words.say("slot.vacant"));
            case MISSING -> Html.mark(words.say("slot.missing"));
          },
          slot.role().weight(),
          words.say(slot.role().required() ? "yes" : "no"));
    }
    return "<p>%s %d%% · %s</p>"
            .formatted(
                words.say("account.coverage"),
                account.chain().coveragePercent(),
                words.link(
                    AccountPages.path(account.key().toString()) + "/gaps.csv",
                    words.say("account.gaps")))
        + table.orElse("");
  }

  private String facts(List<CompanyFact> facts) {
    var table = words.table("fact.field", "fact.value", "fact.source", "fact.otherwise");
    facts.forEach(f ->
        table.row(
            names.field(f.field()),
            names.value(f.field(), f.value()),
            source(f.shown()) + " · " + f.confidencePercent() + "%",
            f.others().isEmpty()
                ? ""
                : Html.list(
                    f.others().stream()
                        .map(t -> names.value(f.field(), t.value()) + " · " + source(t))
                        .toList())));
    return table.orElse(words.say("fact.none"));
  }

  private String source(Telling told) {
    var who = told.authority() == Authority.FORM ? "PERSON" : told.authority();
    // What is guessed from a name was told at no time.
    var isTimeless = told.at().equals(Instant.EPOCH);
    return words.name("authority", who) + (isTimeless ? "" : " · " + Html.time(words, told.at()));
  }

  private String scores(Account account) {
    var table = words.table("score.part", "score.points");
    account
        .scores()
        .forEach(s ->
            table.row(
                s.name().startsWith("interest.")
                    ? names.field(s.name())
                    : Html.escape(words.name("score", s.name())),
                Thousandths.text(s.points())));
    return table.orElse(Html.NONE);
  }
}
