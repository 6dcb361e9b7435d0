package dev.trellis.rehearsal.playtest;

import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.ChannelFollowed;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.ConsentConfirmed;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Normalizer;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.yaml.Yaml;
import dev.trellis.rehearsal.playtest.Playtest.Given;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what happens in a test of the playbook: one entry, one deed of one person. */
final class PlaytestDeeds {

  private static final Identity BROWSER = new Identity(IdentityType.COOKIE, "the-one-of-the-test");
  private static final int USUAL_SECONDS = 60;

  private final Playbook playbook;
  private final PlaytestAnswers answers;

  PlaytestDeeds(Playbook playbook) {
    this.playbook = playbook;
    this.answers = new PlaytestAnswers(new Normalizer(playbook.company().country()));
  }

  Given read(Yaml place) {
    if (place.has("submits")) {
      return submits(place);
    } else if (place.has("scans")) {
      return scans(place);
    }
    return given(place, happening(place), Origin.NONE, List.of());
  }

  private Happening happening(Yaml place) {
    if (place.has("reads")) {
      place.only("after", "reads", "seconds");
      var content = known(place.get("reads"), "content", place.text("reads"), playbook.contents());
      int version = content == null ? 1 : content.version();
      return new ContentRead(place.text("reads"), version, seconds(place), null);
    } else if (place.has("visits")) {
      place.only("after", "visits", "seconds");
      return new PageVisited(place.text("visits"), seconds(place), null);
    } else if (place.has("attends")) {
      place.only("after", "attends", "seconds");
      known(place.get("attends"), "event", place.text("attends"), playbook.occasions());
      return new EventAttended(place.text("attends"), seconds(place));
    } else if (place.has("follows")) {
      place.only("after", "follows");
      return new ChannelFollowed(place.text("follows"), null);
    } else if (place.has("called")) {
      place.only("after", "called", "answers");
      var told = new TreeMap<String, String>();
      place.find("answers").ifPresent(a -> a.map().forEach((k, v) -> told.put(k, v.text())));
      return new CallRecorded("sdr", place.text("called"), told);
    } else if (place.has("crm")) {
      place.only("after", "crm", "reason", "stage");
      return new CrmChanged(
          playbook.handOffTo(),
          null,
          place.get("crm").oneOf(List.of("accepted", "returned", "stage", "won", "lost")),
          place.textOr("reason", null),
          place.textOr("stage", null),
          "sales",
          new TreeMap<>());
    } else if (place.has("unsubscribes")) {
      place.only("after", "unsubscribes");
      return new Unsubscribed(null, null);
    } else if (place.has("confirms")) {
      place.only("after", "confirms");
      return new ConsentConfirmed(null, null);
    }
    place.problem(
        "is nothing that can happen",
        "Use one of: submits, scans, reads, visits, attends, follows, called, crm, confirms,"
            + " unsubscribes");
    return new CodeScanned();
  }

  private Given submits(Yaml place) {
    place.only("after", "submits", "answers", "consent");
    var id = place.text("submits");
    var form = known(place.get("submits"), "form", id, playbook.forms());
    var told = form == null ? new TreeMap<String, String>() : answers.read(form, place);
    var consent = !place.has("consent") || place.flag("consent");
    var language = playbook.company().defaultLanguage();
    return given(
        place,
        new FormSubmitted(
            id, told, consent, language, null, consent && form != null && form.doubleOptIn()),
        Origin.NONE,
        form == null ? List.of() : answers.identities(form, told));
  }

  private Given scans(Yaml place) {
    place.only("after", "scans");
    var code = known(place.get("scans"), "code", place.text("scans"), playbook.codes());
    var origin =
        code == null
            ? Origin.NONE
            : new Origin(code.id(), code.event(), code.placement(), code.content());
    return given(place, new CodeScanned(), origin, List.of());
  }

  private static Given given(
      Yaml place, Happening happening, Origin origin, List<Identity> identities) {
    var all = new TreeSet<>(List.of(BROWSER));
    all.addAll(identities);
    var after = place.find("after").map(Yaml::duration).orElse(Duration.ZERO);
    return new Given(after, happening, all, origin);
  }

  private static int seconds(Yaml place) {
    return place.find("seconds").map(Yaml::number).orElse(USUAL_SECONDS);
  }

  /** What an id names; a problem and null if it names nothing. */
  static <T> T known(Yaml place, String kind, String id, Map<String, T> all) {
    if (!all.containsKey(id)) {
      place.problem(
          "names the " + kind + " \"" + id + "\", which does not exist",
          "Use one of: " + String.join(", ", all.keySet()));
    }
    return all.get(id);
  }
}
