package dev.trellis.checks.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import module java.base;

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
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.PersonName;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.identity.Strength;
import dev.trellis.core.playbook.Trust.Joining;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.profile.Field;

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

  /** When the victim last said yes, asked by mail. */
  Instant confirmed;

  /** True once {@code join: usual} has taken the attacker for the victim, as it says it does. */
  boolean isTaken;

  private int numbered;

  /**
   * Who a lead is, as far as anything shows, and whether and how often it may be written to.
   *
   * @param isSigned true if a form was sent from it whose yes needs no confirmation
   * @param isConfirmed true if the victim has confirmed a yes
   */
  record Standing(
      Set<Identity> names,
      Map<String, String> who,
      String consent,
      boolean isSigned,
      boolean isConfirmed) {

    private static final List<String> WHO =
        List.of(Field.NAME, Field.COMPANY, Field.EMAIL, Field.MOBILE, Field.PACE);

    static Standing of(LeadRecord lead, List<LeadEvent> log, boolean isConfirmed) {
      var profile = lead.profile();
      var names = new TreeSet<>(profile.identities());
      names.removeIf(name -> !Strength.isStrong(name));
      var who = new TreeMap<String, String>();
      WHO.forEach(f -> profile.withoutClaims().value(f).ifPresent(value -> who.put(f, value)));
      return new Standing(
          names,
          who,
          profile.value(Field.CONSENT).orElse(""),
          log.stream()
              .anyMatch(event ->
                  event.happening() instanceof FormSubmitted form
                      && form.consent()
                      && !form.toConfirm()),
          isConfirmed);
    }

    /** True if this may have become of the other while somebody else typed. */
    boolean mayBe(Standing other) {
      return names.equals(other.names)
          && who.equals(other.who)
          && switch (other.consent) {
            case "" -> true;
            case Field.PENDING -> !consent.equals("yes") || isSigned || isConfirmed;
            // A form asks whoever said no whether they mean yes now, and changes nothing else.
            case "no" -> !consent.equals("yes") || isConfirmed;
            default -> consent.equals(other.consent);
          };
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
    decides("List-Unsubscribe=One-Click");
  }

  /** The victim chooses what nobody else does, behind the last mail. */
  void chooses() {
    decides("preferences=1&pace=monthly");
  }

  /** The victim says who they are behind the last mail. */
  void corrects() {
    decides(details(victim));
  }

  /** What somebody sends who says that they are this person. */
  static String details(Person person) {
    return "details=1"
        + Stream.of(Field.NAME, Field.COMPANY, Field.MOBILE)
            .map(f -> "&" + f + "=" + URLEncoder.encode(person.tells(f), UTF_8))
            .collect(Collectors.joining());
  }

  /** The victim confirms behind a link. */
  void confirms(String link) {
    own.getFirst().post(link, "confirm=all");
    confirmed = world.now();
  }

  private void decides(String wish) {
    world.lettersTo(victim.email()).stream()
        .flatMap(letter -> letter.links("/u/").stream())
        .reduce((_, last) -> last)
        .ifPresent(link -> own.getFirst().post(link, wish));
  }

  /** True if the victim said yes again since. */
  boolean isBack() {
    return confirmed != null && confirmed.isAfter(left);
  }

  /** Keeps how the victim stands now. */
  void looks() {
    var leads = world.leads(victim.names());
    standings.add(
        leads.stream()
            .map(l -> Standing.of(l, world.tables().events(l.lead()), confirmed != null))
            .toList());
  }

  /** The attacker fills in a form, maybe with what is known of the victim. */
  void attacks(Browser browser, String form, boolean isKiosk, Map<String, String> answers) {
    claims(answers, form, () -> browser.submit(form, isKiosk, answers) == 303);
  }

  /** The attacker tells of a person with a partner's key. */
  void tells(Set<Identity> names, boolean isCall, Map<String, String> values) {
    var told = new TreeMap<>(values);
    var happening =
        isCall ? new CallRecorded("nobody", "reached", told) : new RecordImported("x", 1, told);
    var event = event(Channel.EXPO, new TreeSet<>(names), happening);
    claims(
        values,
        "partner",
        () -> {
          var status = new Partner(world).tell(event);
          if (status == 422 && !world.keeps(Rule.OTHERS_TELL_WHAT_IS_LISTED)) {
            world.tell(event);
          }
          return status == 202;
        });
  }

  private void claims(Map<String, String> values, String where, BooleanSupplier isAccepted) {
    var names = victim.names().stream().filter(n -> values.containsValue(n.value())).toList();
    var owned = world.leads(names);
    isTaken |= isTaken(values, owned);
    told.addAll(values.values());
    if (isAccepted.getAsBoolean()) {
      for (var lead : owned) {
        if (!saysOf(lead.lead(), names)) {
          unsaid.add(where + " " + values);
        }
      }
    }
  }

  // An address, with the number, the name and the company of somebody who has none.
  private boolean isTaken(Map<String, String> values, List<LeadRecord> owned) {
    return world.joining() == Joining.USUAL
        && values.containsKey(Field.EMAIL)
        && victim.mobile().equals(values.get(Field.MOBILE))
        && victim.tells(Field.COMPANY).equals(values.get(Field.COMPANY))
        && PersonName.agree(victim.tells(Field.NAME), values.get(Field.NAME))
        && owned.stream().anyMatch(l -> l.profile().identities(IdentityType.EMAIL).isEmpty());
  }

  private boolean saysOf(String lead, List<Identity> names) {
    return world.tables().events(lead).stream()
        .filter(event -> event.occurredAt().equals(world.now()))
        .map(LeadEvent::happening)
        .anyMatch(said ->
            switch (said) {
              case FormSubmitted _, CallRecorded _, RecordImported _ -> true;
              case NameClaimed claim -> names.contains(claim.name());
              default -> false;
            });
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
