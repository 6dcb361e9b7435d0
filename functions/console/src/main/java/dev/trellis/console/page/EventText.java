package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Strength;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Reads;

/** Says what an event tells beyond its kind, as HTML. */
final class EventText {

  private final Words words;
  private final Names names;
  private final OriginText origins;

  EventText(Words words, Names names) {
    this.words = words;
    this.names = names;
    this.origins = new OriginText(words, names);
  }

  String detail(LeadEvent event) {
    var parts = new ArrayList<String>(parts(event.happening()));
    event
        .standing()
        .claims()
        .forEach((name, other) -> {
          if (Strength.isStrong(name)) {
            parts.add(
                words.say("claim.claimed")
                    + " "
                    + Html.escape(name.value())
                    + (other.isEmpty() ? "" : " " + words.lead(other)));
          }
        });
    parts.addAll(origins.of(event.origin()));
    return String.join("<br>", parts.stream().filter(p -> !p.isEmpty()).toList());
  }

  private List<String> parts(Happening happening) {
    return switch (happening) {
      case Happening.CodeScanned _ -> List.of();
      case Happening.FormSubmitted submitted ->
          answers(names.form(submitted.form()), submitted.answers());
      case Happening.ConsentConfirmed given -> List.of(Html.escape(given.address()));
      case Happening.PageVisited visit ->
          List.of(
              Html.code(visit.page()),
              atOneGo(visit.seconds()),
              visit.keyword() == null
                  ? ""
                  : names.field("keyword") + words.of("：", ": ") + Html.escape(visit.keyword()));
      case Happening.ContentRead read ->
          List.of(names.content(read.content()), atOneGo(read.seconds()));
      case Happening.ContentDownloaded file -> List.of(names.content(file.content()));
      case Happening.MailSent sent ->
          List.of(
              sent.content() == null ? Html.code(sent.mail()) : names.content(sent.content()),
              names.journey(sent.journey()));
      case Happening.MailDelivered _, Happening.MailComplained _ -> List.of();
      case Happening.MailBounced bounced ->
          List.of(words.say(bounced.permanent() ? "bounce.permanent" : "bounce.passing"));
      case Happening.MailClicked clicked -> List.of(names.content(clicked.content()));
      case Happening.CtaFollowed followed ->
          List.of(
              names.cta(followed.cta()),
              followed.placement() == null
                  ? ""
                  : Html.escape(words.name("cta.place", followed.placement())));
      case Happening.Unsubscribed out ->
          List.of(
              out.topic() == null
                  ? words.say("unsubscribed.all")
                  : names.value("need", out.topic()),
              out.actor() == null ? "" : Html.escape(words.say("unsubscribed.told", out.actor())));
      case Happening.PreferencesChosen chosen -> chosen(chosen);
      case Happening.Corrected words -> answers("", words.values());
      case Happening.DataAsked asked -> List.of(Html.escape(words.name("asked", asked.what())));
      case Happening.EventAttended attended ->
          List.of(names.occasion(attended.event()), seconds(attended.seconds()));
      case Happening.ChannelFollowed followed -> List.of(Html.escape(followed.account()));
      case Happening.CallRecorded call -> called(call);
      case Happening.NoteWritten note -> List.of(Html.escape(note.actor()), lines(note.text()));
      case Happening.CrmChanged change -> answers(crm(change), change.values());
      case Happening.RecordImported row ->
          answers(Html.code(row.batch() + " " + row.line()), row.values());
      case Happening.JourneyEnded ended ->
          List.of(
              names.journey(ended.journey()), Html.escape(words.name("outcome", ended.outcome())));
      case Happening.Demoted demoted ->
          List.of(names.journey(demoted.journey()), names.pool(demoted.pool()));
      case Happening.Overridden by -> answers(by(by.actor(), by.reason()), by.values());
      case Happening.PlacedByHand put ->
          List.of(
              by(put.actor(), put.reason()),
              put.until() == null
                  ? words.say("placed.ended")
                  : Stream.of(names.stage(put.stage()), names.pool(put.pool()))
                          .filter(name -> !name.isEmpty())
                          .collect(Collectors.joining(" · "))
                      + " "
                      + Html.small(words.say("placed.until", words.time(put.until()))));
      case Happening.CompaniesJudged said ->
          List.of(
              Html.escape(said.actor()),
              Html.code(said.company())
                  + " "
                  + words.say(said.same() ? "companies.one" : "companies.two")
                  + " "
                  + Html.code(said.other()));
      case Happening.CompanyNamed said ->
          List.of(
              Html.escape(said.actor()),
              Html.code(said.company()) + " → " + Html.escape(said.name()));
      case Happening.MachineVisited machine -> List.of(names.content(machine.content()));
      case Happening.Separated by -> List.of(by(by.actor(), by.reason()), Html.code(by.absorbed()));
      case Happening.NameClaimed claim ->
          List.of(Html.escape(claim.name().value()), words.lead(claim.by()));
      case Happening.Joined by -> List.of(by(by.actor(), by.reason()), words.lead(by.other()));
      case Happening.KeptApart by -> List.of(by(by.actor(), by.reason()), words.lead(by.other()));
      case Happening.PutIntoJourney by ->
          List.of(names.journey(by.journey()), by(by.actor(), by.reason()));
      case Happening.TakenOutOfJourney by ->
          List.of(names.journey(by.journey()), by(by.actor(), by.reason()));
      case Happening.RetentionEnded ended ->
          List.of(words.say("retention.silent") + " " + Html.time(words, ended.silentSince()));
      case Happening.VisitorExpired _ -> List.of();
      case Happening.ErasureRequested by -> List.of(by(by.actor(), by.reason()));
    };
  }

  private List<String> chosen(Happening.PreferencesChosen chosen) {
    if (chosen.again()) {
      return List.of(words.say("unsubscribed.again"));
    }
    return Stream.concat(
            Stream.of(Html.escape(words.name("pace", chosen.pace()))),
            chosen.topics().entrySet().stream()
                .map(e ->
                    "<small>%s</small> %s"
                        .formatted(
                            names.value("need", e.getKey()),
                            Html.escape(words.name("topic", e.getValue())))))
        .toList();
  }

  private List<String> called(Happening.CallRecorded call) {
    var said =
        new ArrayList<>(
            answers(
                Html.escape(call.actor()) + " · " + names.value(Field.CALL_OUTCOME, call.outcome()),
                call.answers() == null ? Map.of() : call.answers()));
    if (call.callback() != null) {
      said.add(Html.small(words.say("call.callback")) + " " + Html.time(words, call.callback()));
    }
    said.add(call.note() == null ? "" : lines(call.note()));
    return said;
  }

  private static String lines(String text) {
    return Html.escape(text).replace("\n", "<br>");
  }

  private List<String> answers(String head, Map<String, String> answers) {
    return Stream.concat(
            Stream.of(head),
            answers.entrySet().stream()
                .map(e ->
                    "<small>%s</small> %s"
                        .formatted(names.field(e.getKey()), names.value(e.getKey(), e.getValue()))))
        .toList();
  }

  private String crm(Happening.CrmChanged change) {
    return Stream.of(
            names.value("crm.status", change.status()),
            names.value("crm.stage", change.stage()),
            names.value("crm.reason", change.reason()),
            Html.escape(change.actor()))
        .filter(p -> !p.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String by(String actor, String reason) {
    return Html.escape(actor)
        + (reason == null ? "" : " · " + Html.escape(words.name("deed", reason)));
  }

  // What counts: a tab may stay open for days.
  private String atOneGo(long seconds) {
    return seconds(Math.min(Reads.MOST_SECONDS, seconds));
  }

  private String seconds(long seconds) {
    return seconds == 0 ? "" : words.say("seconds", seconds);
  }
}
