package dev.trellis.console.desk;

import module java.base;

import dev.trellis.console.desk.SalesDesk.Refused;
import dev.trellis.console.desk.SalesDesk.Sent;
import dev.trellis.console.desk.SalesDesk.Taken;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Objection;
import dev.trellis.console.html.Showing;
import dev.trellis.console.html.Words;
import dev.trellis.console.page.LeadForms;
import dev.trellis.console.view.CallSheet;
import dev.trellis.console.view.LeadFolder;
import dev.trellis.console.view.Undoing;
import dev.trellis.console.view.Undoing.Undo;
import dev.trellis.console.visit.Hand;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Playbook;

/**
 * Takes what one does to a lead from the forms of its page, which get a page back, and from
 * programs.
 */
public record LeadDesk(SalesDesk sales, IdentityDesk people, Playbook playbook, Showing showing) {

  /** As many leads are given an owner at once: a page of the list. */
  private static final int MOST = 50;

  private interface Form {
    String html(
        LeadForms forms, String lead, Map<String, String> typed, Map<String, Objection> objections);
  }

  private record Correction(String reason, SortedMap<String, String> values) {}

  /** Corrects values, such as {@code {"reason": "typo", "values": {"email": "…"}}}. */
  public Response correct(String lead, Visit visit) {
    var typed = typed(visit);
    var correction =
        visit.isForm()
            ? new Correction(typed.get("reason"), value(typed))
            : Json.read(Correction.class, visit.request().text());
    return answer(
        lead,
        visit,
        sales.correct(lead, correction.reason(), correction.values(), visit.hand()),
        "corrected",
        typed,
        LeadForms::correct);
  }

  private SortedMap<String, String> value(Map<String, String> typed) {
    var field = typed.getOrDefault("field", "");
    var values = new TreeMap<String, String>();
    if (!field.isEmpty()) {
      values.put(field, meant(field, typed.getOrDefault("value", "").strip()));
    }
    return values;
  }

  // People write what an option is called.
  private String meant(String field, String said) {
    return playbook.options(field).stream()
        .filter(option ->
            playbook.company().languages().stream()
                .map(language -> new Names(playbook, new Words(language, ZoneOffset.UTC)))
                .anyMatch(names -> names.plain(field, option).equalsIgnoreCase(said)))
        .findFirst()
        .orElseGet(() -> playbook.meant(field, said));
  }

  /** Gives the lead an owner, such as {@code {"owner": "li.na"}}. */
  public Response owner(String lead, Visit visit) {
    var typed = typed(visit);
    return answer(
        lead,
        visit,
        sales.assign(lead, typed.get("owner"), visit.hand()),
        "owned",
        typed,
        LeadForms::owner);
  }

  /**
   * Puts the lead into a stage, a pool or both, such as {@code {"pool": "mil/high", "until":
   * "2026-12-31", "reason": "meets us at the fair"}}.
   */
  public Response move(String lead, Visit visit) {
    var typed = typed(visit);
    return answer(
        lead,
        visit,
        sales.move(
            lead,
            new SalesDesk.Aim(
                typed.get("stage"), typed.get("pool"), typed.get("reason"), typed.get("until")),
            visit.hand()),
        "moved",
        typed,
        LeadForms::move);
  }

  /** Takes back what an event of the lead did by hand, as long as it stands. */
  public Response undo(LeadFolder lead, String event, Visit visit) {
    var undo = new Undoing(lead).of(event);
    if (undo.isEmpty()) {
      return Showing.none("deed of this lead that can be undone");
    }
    return switch (undo.get()) {
      case Undo.Values(var before) -> {
        var first = before.firstEntry();
        yield answer(
            lead.id(),
            visit,
            back(lead.id(), before, visit.hand()),
            "undone",
            Map.of("field", first.getKey(), "value", first.getValue()),
            LeadForms::correct);
      }
      case Undo.End _ -> done(lead.id(), visit, people.end(lead.id(), visit.hand()), "undone");
      case Undo.Split(var absorbed) ->
          done(
              lead.id(),
              visit,
              people.split(lead.id(), absorbed, lead.absorbed()::contains, visit.hand()),
              "split");
    };
  }

  // An owner is assigned: nobody corrects one.
  private SalesDesk.Taken back(String lead, SortedMap<String, String> before, Hand by) {
    return sales.isOwner(before.keySet())
        ? sales.assign(lead, before.firstEntry().getValue(), by)
        : sales.correct(lead, "undone", before, by);
  }

  /** Splits off a lead that was absorbed, such as {@code {"absorbed": "L…"}}. */
  public Response split(String lead, Visit visit, Predicate<String> isThere) {
    return done(
        lead,
        visit,
        people.split(lead, typed(visit).get("absorbed"), isThere, visit.hand()),
        "split");
  }

  /** The person told one of us that they want no more mail. */
  public Response unsubscribe(String lead, Visit visit) {
    return done(lead, visit, people.unsubscribe(lead, visit.hand()), "unsubscribed");
  }

  /**
   * Gives the leads that were chosen on a list one owner, each by an event of its own, such as
   * {@code {"lead": ["L…", "L…"], "owner": "li.na"}}; with {@code all} it is everybody who was
   * {@code shown}.
   */
  public Response owners(Visit visit) {
    var typed = typed(visit);
    var chosen =
        Stream.of(typed.getOrDefault(typed.containsKey("all") ? "shown" : "lead", "").split(","))
            .map(String::strip)
            .filter(lead -> !lead.isEmpty())
            .distinct()
            .toList();
    if (chosen.isEmpty() || chosen.size() > MOST) {
      return refused(Map.of("lead", Objection.of("so-many", MOST)), visit);
    } else if (!chosen.stream().allMatch(sales::isThere)) {
      return Showing.none("lead");
    }
    var events = new ArrayList<Object>();
    for (var lead : chosen) {
      switch (sales.assign(lead, typed.get("owner"), visit.hand())) {
        case Sent(var told) -> events.add(told.get("event"));
        case Refused(var objections) -> {
          return refused(objections, visit);
        }
      }
    }
    return visit.isForm()
        ? visit.back(visit.cameFromList().orElse(visit.base() + "/leads"), "owned")
        : Showing.json(202, Map.of("events", events));
  }

  private Response refused(Map<String, Objection> objections, Visit visit) {
    var words = showing.words(visit);
    return visit.isForm()
        ? Response.html(422, new LeadForms(playbook, words).refused(objections))
        : CallDesk.refused(objections, new Words("en", words.zone()));
  }

  /** The values of a form by name, or the texts of a JSON object. */
  static Map<String, String> typed(Visit visit) {
    if (visit.isForm()) {
      return CallSheet.typed(visit.request().text());
    }
    var texts = new TreeMap<String, String>();
    Json.parse(visit.request().text())
        .forEach((name, value) -> {
          if (value instanceof String text) {
            texts.put(name, text);
          } else if (value instanceof List<?> list) {
            texts.put(name, list.stream().map(String::valueOf).collect(Collectors.joining(",")));
          }
        });
    return texts;
  }

  private static Response done(String lead, Visit visit, Response answer, String done) {
    return visit.isForm() && answer.status() == 202
        ? visit.back(visit.base() + "/leads/" + lead, done)
        : answer;
  }

  private Response answer(
      String lead, Visit visit, Taken taken, String done, Map<String, String> typed, Form form) {
    return switch (taken) {
      case Sent(var told) -> done(lead, visit, Showing.json(202, told), done);
      case Refused(var objections) -> {
        var words = showing.words(visit);
        var forms = new LeadForms(playbook, words);
        yield visit.isForm()
            ? Response.html(
                422, forms.refused(lead, objections, form.html(forms, lead, typed, objections)))
            : CallDesk.refused(objections, new Words("en", words.zone()));
      }
    };
  }
}
