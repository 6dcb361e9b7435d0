package dev.trellis.checks.attack;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.ChannelFollowed;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.NameClaimed;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.identity.Strength;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.profile.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A world with its victim and its attacker, and what each of them does there. */
final class Stage {

  final World world;
  final Person victim;
  final List<Browser> own = new ArrayList<>();
  final List<Browser> strange = new ArrayList<>();

  /** What the attacker told. */
  final Set<String> told = new HashSet<>();

  /** Submissions of which the victim's timeline says nothing. */
  final List<String> unsaid = new ArrayList<>();

  /** After each step, of every lead that has a name of the victim's. */
  final List<List<Standing>> standings = new ArrayList<>();

  /** When the victim wished for no more mail. */
  Instant left;

  private int numbered;

  /** Who a lead is, as far as anything shows, and whether it may be written to. */
  record Standing(Set<Identity> names, Map<String, String> who, boolean isConsenting) {

    private static final List<String> WHO =
        List.of(Field.NAME, Field.COMPANY, Field.EMAIL, Field.MOBILE);

    static Standing of(LeadRecord lead) {
      var profile = lead.profile();
      var names = new TreeSet<>(profile.identities());
      names.removeIf(name -> !Strength.isStrong(name));
      var who = new TreeMap<String, String>();
      WHO.forEach(f -> profile.withoutClaims().value(f).ifPresent(value -> who.put(f, value)));
      return new Standing(
          names, who, profile.value(Field.CONSENT).filter("yes"::equals).isPresent());
    }
  }

  Stage(World world, Person victim) {
    this.world = world;
    this.victim = victim;
    for (int i = 0; i < 2; i++) {
      own.add(new Browser(world));
      strange.add(new Browser(world));
    }
  }

  /** A row of a file of ours. */
  void imports(List<String> fields, boolean hasConsent) {
    var values = new TreeMap<>(victim.telling(fields));
    if (hasConsent) {
      values.put("consent", "yes");
    }
    var names = new TreeSet<>(victim.names());
    names.removeIf(name -> !fields.contains(name.type().toString().replace("phone", "mobile")));
    var row = new RecordImported("owned", 1, values);
    world.tell(event(Channel.IMPORT, names, row).vouched());
  }

  /** The victim presses the button behind the last mail, or says it to somebody of ours. */
  void leaves(boolean isSpoken) {
    left = world.now();
    if (isSpoken) {
      var no = new TreeMap<>(Map.of(Field.CONSENT, "no"));
      var names = new TreeSet<>(victim.names().subList(0, 1));
      world.tell(event(Channel.SYSTEM, names, new CallRecorded("sdr", "reached", no)).vouched());
      return;
    }
    var link = world.lettersTo(victim.email()).getLast().links("/u/").getFirst();
    own.getFirst().post(link, "List-Unsubscribe=One-Click");
  }

  /** Keeps how the victim stands now. */
  void looks() {
    var leads = world.leads(victim.names());
    standings.add(leads.stream().map(Standing::of).toList());
  }

  /** The attacker fills in a form, maybe with what is known of the victim. */
  void attacks(Browser browser, String form, boolean isKiosk, Map<String, String> answers) {
    var names = victim.names().stream().filter(n -> answers.containsValue(n.value())).toList();
    var owned = world.leads(names);
    var status = browser.submit(form, isKiosk, answers);
    told.addAll(answers.values());
    if (status == 303) {
      for (var lead : owned) {
        if (!saysOf(lead.lead(), names)) {
          unsaid.add(form + " " + answers);
        }
      }
    }
  }

  private boolean saysOf(String lead, List<Identity> names) {
    return world.tables().events(lead).stream()
        .filter(event -> event.occurredAt().equals(world.now()))
        .anyMatch(event ->
            event.happening() instanceof FormSubmitted
                || event.happening() instanceof NameClaimed claim && names.contains(claim.name()));
  }

  /** The account tells who followed, and by which code; the platform vouches for who. */
  void follows(String openid, String scene) {
    var names = new TreeSet<Identity>(List.of(Identity.parse("openid:app/" + openid)));
    names.add(Identity.parse("cookie:" + scene));
    world.tell(
        event(Channel.WECHAT, names, new ChannelFollowed("trellis-growth", scene))
            .proving("openid", Proof.VOUCHED));
  }

  private LeadEvent event(Channel channel, TreeSet<Identity> names, Happening happening) {
    return LeadEvent.of("told-" + ++numbered, world.now(), channel, names, Origin.NONE, happening);
  }
}
