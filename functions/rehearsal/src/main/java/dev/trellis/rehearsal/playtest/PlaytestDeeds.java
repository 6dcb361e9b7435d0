package dev.trellis.rehearsal.playtest;

import module java.base;

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
import dev.trellis.rehearsal.playtest.Playtest.Given;
import dev.trellis.rehearsal.playtest.PlaytestDeed.After;
import dev.trellis.rehearsal.playtest.PlaytestDeed.Attends;
import dev.trellis.rehearsal.playtest.PlaytestDeed.Called;
import dev.trellis.rehearsal.playtest.PlaytestDeed.Confirms;
import dev.trellis.rehearsal.playtest.PlaytestDeed.Crm;
import dev.trellis.rehearsal.playtest.PlaytestDeed.Follows;
import dev.trellis.rehearsal.playtest.PlaytestDeed.Reads;
import dev.trellis.rehearsal.playtest.PlaytestDeed.Scans;
import dev.trellis.rehearsal.playtest.PlaytestDeed.Seconds;
import dev.trellis.rehearsal.playtest.PlaytestDeed.Submits;
import dev.trellis.rehearsal.playtest.PlaytestDeed.Unsubscribes;
import dev.trellis.rehearsal.playtest.PlaytestDeed.Visits;

/** What happens in a test of the playbook: one entry, one deed of one person. */
final class PlaytestDeeds {

  private static final Identity BROWSER = new Identity(IdentityType.COOKIE, "the-one-of-the-test");
  private static final Seconds USUAL = new Seconds(60);

  private final Playbook playbook;
  private final PlaytestAnswers answers;

  PlaytestDeeds(Playbook playbook) {
    this.playbook = playbook;
    this.answers = new PlaytestAnswers(new Normalizer(playbook.company().country()));
  }

  Given given(PlaytestDeed deed) {
    return switch (deed) {
      case Submits submits -> submits(submits);
      case Scans scans ->
          known(deed, "scans", "code", scans.scans(), playbook.codes())
              .map(code -> new Origin(code.id(), code.event(), code.placement(), code.content()))
              .map(origin -> given(deed, new CodeScanned(), origin, List.of()))
              .orElseGet(() -> given(deed, new CodeScanned()));
      case Reads(_, var content, var seconds, _) -> {
        var known = known(deed, "reads", "content", content, playbook.contents());
        int version = known.map(one -> one.version()).orElse(1);
        yield given(deed, new ContentRead(content, version, seconds(seconds), null));
      }
      case Visits(_, var page, var seconds, _) ->
          given(deed, new PageVisited(page, seconds(seconds), null));
      case Attends(_, var event, var seconds, _) -> {
        known(deed, "attends", "event", event, playbook.occasions());
        yield given(deed, new EventAttended(event, seconds(seconds)));
      }
      case Follows follows -> given(deed, new ChannelFollowed(follows.follows(), null));
      case Called(_, var outcome, var told, _) ->
          given(deed, new CallRecorded("sdr", outcome, new TreeMap<>(told)));
      case Crm(_, var status, var reason, var stage, _) ->
          given(
              deed,
              new CrmChanged(
                  playbook.handOffTo(), null, status, reason, stage, "sales", new TreeMap<>()));
      case Confirms _ -> given(deed, new ConsentConfirmed(null, null));
      case Unsubscribes _ -> given(deed, new Unsubscribed(null, null));
    };
  }

  private Given submits(Submits said) {
    var form = known(said, "submits", "form", said.submits(), playbook.forms());
    var told = form.map(f -> answers.read(f, said.at())).orElseGet(TreeMap::new);
    var doubts = said.consent() && form.filter(f -> f.doubleOptIn()).isPresent();
    var language = playbook.company().defaultLanguage();
    return given(
        said,
        new FormSubmitted(said.submits(), told, said.consent(), language, null, doubts),
        Origin.NONE,
        form.map(f -> answers.identities(f, told)).orElse(List.of()));
  }

  private static Given given(PlaytestDeed deed, Happening happening) {
    return given(deed, happening, Origin.NONE, List.of());
  }

  private static Given given(
      PlaytestDeed deed, Happening happening, Origin origin, List<Identity> identities) {
    var all = new TreeSet<>(List.of(BROWSER));
    all.addAll(identities);
    var after = deed.after().map(After::duration).orElse(Duration.ZERO);
    return new Given(after, happening, all, origin);
  }

  private static int seconds(Optional<Seconds> said) {
    return said.orElse(USUAL).seconds();
  }

  private static <T> Optional<T> known(
      PlaytestDeed deed, String key, String kind, String id, Map<String, T> all) {
    deed.at().get(key).names(kind, id, all.keySet());
    return Optional.ofNullable(all.get(id));
  }
}
