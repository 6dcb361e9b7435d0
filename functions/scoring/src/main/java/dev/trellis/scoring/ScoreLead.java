package dev.trellis.scoring;

import static dev.trellis.core.identity.IdentityType.PHONE;
import static dev.trellis.core.identity.Strength.isMadeUp;
import static dev.trellis.core.identity.Strength.isStrong;

import module java.base;

import dev.trellis.core.condition.Days;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.Joined;
import dev.trellis.core.event.Happening.KeptApart;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.journey.LetterMails;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Strangers;
import dev.trellis.core.port.Attempt;
import dev.trellis.core.port.ContentionException;
import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.LeadStore.AppendResult;
import dev.trellis.core.port.LeadStore.Name;
import dev.trellis.core.port.imports.RowEffect;
import dev.trellis.core.profile.Profile;

/**
 * Takes one lead event in: finds the person, appends it to the log and folds it into the profile.
 */
public final class ScoreLead {

  /** Why others tell in vain of a person who was forgotten. */
  static final String ERASED = "erased";

  /** What one transaction can hold, with room for the event, the profiles and the log checks. */
  private static final int MOST_CLAIMS = 60;

  private final LeadStore leads;
  private final Mentions mentions;
  private final Crowding crowding;
  private final InstantSource clock;
  private final Sameness sameness;
  private final BiPredicate<String, String> offered;
  private final Days days;
  private final LetterCounts letters;

  /** Joins as usual. */
  public ScoreLead(LeadStore leads, Mentions mentions, InstantSource clock) {
    this(leads, mentions, Strangers.DEFAULT, Sameness.USUAL, (_, _) -> true, Days.UTC, clock);
  }

  /** Joins and counts as the playbook says. */
  public ScoreLead(LeadStore leads, InstantSource clock, Playbook playbook) {
    this(
        leads,
        new Mentions(playbook.company().country()),
        playbook.strangers(),
        new Sameness(playbook.trust().joining(), playbook.dictionaries().companies()),
        (field, told) -> playbook.isOffered(field, playbook.meant(field, told)),
        playbook.company().days(),
        new LetterCounts(new LetterMails(playbook)),
        clock);
  }

  ScoreLead(
      LeadStore leads,
      Mentions mentions,
      Strangers strangers,
      Sameness sameness,
      BiPredicate<String, String> offered,
      Days days,
      InstantSource clock) {
    this(
        leads,
        mentions,
        strangers,
        sameness,
        offered,
        days,
        new LetterCounts(LetterMails.NONE),
        clock);
  }

  private ScoreLead(
      LeadStore leads,
      Mentions mentions,
      Strangers strangers,
      Sameness sameness,
      BiPredicate<String, String> offered,
      Days days,
      LetterCounts letters,
      InstantSource clock) {
    this.letters = letters;
    this.leads = leads;
    this.mentions = mentions;
    this.crowding = new Crowding(leads, strangers.scans(), clock);
    this.clock = clock;
    this.sameness = sameness;
    this.offered = offered;
    this.days = days;
  }

  /** Tells which events come next, so that whom they name is read together. */
  public void expect(Collection<LeadEvent> events) {
    var names = new TreeSet<Identity>();
    var told = new TreeSet<String>();
    for (var event : events) {
      names.addAll(mentions.of(event));
      if (event.lead() != null) {
        told.add(event.lead());
      }
    }
    leads.expect(names, told);
  }

  /**
   * Stores the event once, however often it is told.
   *
   * @return what others are to be told, which is the same each time
   * @throws LeadNotFoundException if the event names a lead that does not exist
   * @throws ContentionException if others kept writing to the same lead
   */
  public Consequences score(LeadEvent event) {
    for (var attempt = Attempt.first("the lead of event " + event.id());
        ;
        attempt = attempt.next()) {
      switch (new Decision(event).decide(!attempt.isFirst())) {
        case Stop(var consequences) -> {
          return consequences;
        }
        case Go(var append, var met) -> {
          var result = crowding.append(letters.counted(append));
          // It joined them before: either that is not seen yet, or they were split since, which
          // told everybody more than this would.
          var isOver = result == AppendResult.DUPLICATE && !append.losers().isEmpty();
          if (isOver && !attempt.isFirst()) {
            return Consequences.none(Result.DUPLICATE);
          } else if (result != AppendResult.CONFLICT && !isOver) {
            return Consequences.of(append, met, result, clock.instant());
          }
        }
      }
    }
  }

  /** True if others tell of a person who was forgotten, so that nothing of it may be kept. */
  boolean isOfForgotten(LeadEvent event) {
    return new Decision(event).isOfForgotten();
  }

  /** The event without the values that name who was forgotten, if it is about somebody else. */
  LeadEvent withoutForgotten(LeadEvent event) {
    return new Decision(event).event;
  }

  /** True if a text that is no event names a person who was forgotten. */
  boolean isOfForgotten(Object tree) {
    var people = new People(leads);
    return leads.names(mentions.in(tree)).values().stream()
        .anyMatch(name -> people.erasedAt(name).isPresent() && people.owner(name).isEmpty());
  }

  private sealed interface Step {}

  /**
   * @param met what those hear of each other who claimed one name and now have it
   */
  private record Go(Append append, List<LeadEvent> met) implements Step {
    Go(Append append) {
      this(append, List.of());
    }
  }

  private record Stop(Consequences consequences) implements Step {}

  /** One look at the world, and what to do about one event. */
  private final class Decision {

    private final LeadEvent event;
    private final Map<Identity, Name> names;
    private final People people = new People(leads);
    private final Map<Identity, LeadRecord> owners = new HashMap<>();
    private final boolean isOwn;
    private final boolean isForgotten;

    Decision(LeadEvent told) {
      this.isOwn = OwnAct.is(told);
      var asked = mentions.of(told);
      this.names = asked.isEmpty() ? Map.of() : leads.names(asked);
      var naming = Resolution.naming(told).collect(Collectors.toSet());
      var forgotten =
          asked.stream()
              .filter(n -> told.identities().contains(n) ? naming.contains(n) : !isMadeUp(n))
              .filter(name -> isForgotten(told, name))
              .collect(Collectors.toSet());
      var isOfAnother =
          !forgotten.isEmpty()
              && !isOwn
              && (isOfLead(told) || Collections.disjoint(told.identities(), forgotten))
              && isOfSomebody(told.lead(), naming);
      this.isForgotten = !forgotten.isEmpty() && !isOfAnother;
      this.event = isOfAnother ? mentions.without(told, forgotten).without(forgotten) : told;
      Resolution.naming(event).forEach(this::look);
    }

    private void look(Identity identity) {
      living(identity).ifPresent(owner -> owners.put(identity, owner));
    }

    // A name that was taken from its lead is nobody's, and its next owner's.
    private Optional<LeadRecord> living(Identity identity) {
      return Optional.ofNullable(names.get(identity))
          .flatMap(people::owner)
          .filter(owner -> owner.profile().names().goesBy(identity));
    }

    // Somebody living: a browser alone may be anybody's.
    private boolean isOfSomebody(String lead, Set<Identity> naming) {
      return lead != null
          ? people.find(lead).filter(l -> people.survivor(lead).erasedAt() == null).isPresent()
          : naming.stream().anyMatch(n -> isStrong(n) && living(n).isPresent());
    }

    // A name whose owner was erased is free for whoever comes after the erasure by themselves; what
    // others tell counts once they have. The CRM may file whoever came back as it did before.
    private boolean isForgotten(LeadEvent event, Identity identity) {
      var name = names.get(identity);
      if (name == null || (event.lead() != null && identity.type() == IdentityType.CRM)) {
        return false;
      }
      var erasedAt = people.erasedAt(name);
      return erasedAt.isPresent()
          && ((!isOwn && people.owner(name).isEmpty())
              || (!isOfFile(event) && event.occurredAt().isBefore(erasedAt.get())));
    }

    // What is told of a lead is that lead's, whatever names it; a row is whomever it names.
    private static boolean isOfLead(LeadEvent event) {
      return event.lead() != null && !isOfFile(event);
    }

    // A row, or what it tells of the past.
    private static boolean isOfFile(LeadEvent event) {
      return event.happening() instanceof RecordImported || event.channel() == Channel.IMPORT;
    }

    boolean isOfForgotten() {
      return isForgotten && (event.lead() == null || !isOwn);
    }

    Step decide(boolean again) {
      if (isOfForgotten()) {
        return new Stop(forgotten());
      }
      if (event.lead() != null) {
        var lead = people.survivor(event.lead());
        return lead.erasedAt() != null
            ? new Stop(Consequences.dropped(ERASED))
            : about(new Recipients(leads, people).of(event, lead));
      }
      var resolution = Resolution.of(event, owners, sameness);
      if (!resolution.leads().isEmpty()) {
        return meeting(growth(resolution), resolution);
      }
      return again && isErased(birthId())
          ? new Stop(Consequences.dropped(ERASED))
          : meeting(birth(resolution), resolution);
    }

    private Step about(LeadRecord lead) {
      return switch (event.happening()) {
        case Joined joined -> together(lead, joined.other());
        case KeptApart kept -> apart(lead, kept.other());
        default -> {
          var resolution = Resolution.told(event, lead, owners);
          yield meeting(growth(resolution), resolution);
        }
      };
    }

    private Step meeting(Append append, Resolution resolution) {
      return new Go(append, Claimants.met(append, resolution, names, people));
    }

    // Told by a person, who may have thought otherwise before.
    private Step together(LeadRecord lead, String told) {
      var other = people.find(told).map(l -> people.survivor(l.lead()));
      if (other.isEmpty() || other.get().erasedAt() != null) {
        return new Stop(Consequences.refused("the lead to join is not there"));
      } else if (other.get().lead().equals(lead.lead())) {
        return isTold(lead)
            ? new Go(growth(Resolution.people(List.of(lead))))
            : new Stop(Consequences.refused("the two are one lead already"));
      }
      var both = new TreeMap<>(Map.of(lead.lead(), lead, other.get().lead(), other.get()));
      var people = List.copyOf(both.values());
      return new Go(growth(agreed(people), Resolution.people(people)));
    }

    // It is this very event that made them one: a store that has it writes nothing again.
    private boolean isTold(LeadRecord lead) {
      return leads.log(lead.lead()).stream().anyMatch(l -> l.event().id().equals(event.id()));
    }

    // What one of two has denied and the other goes by is the one person's, who says so by joining.
    private LeadEvent agreed(List<LeadRecord> people) {
      var names = new TreeSet<Identity>();
      for (var one : people) {
        for (var other : people) {
          one.profile().identities().stream()
              .filter(name -> !one.profile().names().goesBy(name))
              .filter(name -> other.profile().identities().contains(name))
              .filter(name -> other.profile().names().goesBy(name))
              .forEach(names::add);
        }
      }
      return names.isEmpty() ? event : event.naming(names).proving(PHONE.toString(), Proof.VOUCHED);
    }

    private Step apart(LeadRecord lead, String told) {
      var other = people.find(told).map(l -> people.survivor(l.lead()));
      if (other.isEmpty() || other.get().lead().equals(lead.lead())) {
        return new Stop(Consequences.refused("the two are one lead, or one is not there"));
      }
      var known = here(lead);
      // By the name it was told under as well: of a lead that was absorbed since, that name is
      // told.
      var kept =
          known
              .apartFrom(other.get().lead())
              .apartFrom(told)
              .withProfile(known.profile().with(event));
      return new Go(
          new Append(
              event, kept, List.of(), Map.of(), List.of(other.get().apartFrom(lead.lead()))));
    }

    private Consequences forgotten() {
      return event.happening() instanceof RecordImported
          ? Consequences.refused(ERASED)
          : Consequences.dropped(ERASED);
    }

    private boolean isErased(String lead) {
      return people.find(lead).filter(l -> l.erasedAt() != null).isPresent();
    }

    // The same event always bears the same lead, even one without a name to be found by.
    private String birthId() {
      return Ids.newLead(event.occurredAt(), event.id());
    }

    private Append birth(Resolution resolution) {
      var unborn = LeadRecord.unborn(birthId()).withProfile(Profile.of(days));
      var claims = new TreeMap<Identity, Optional<String>>();
      resolution.names().forEach(name -> claims.put(name, owner(name)));
      var kept = Standings.settle(event, resolution, unborn.profile(), offered);
      var born = unborn.withProfile(unborn.profile().with(kept));
      return new Append(
              kept,
              born,
              List.of(),
              claims,
              List.of(),
              crowding.seat(kept),
              Claimants.wanted(kept, born, names),
              claimants(claims.keySet()))
          .effecting(effect(Optional.empty(), born));
    }

    private Append growth(Resolution resolution) {
      return growth(event, resolution);
    }

    private Append growth(LeadEvent event, Resolution resolution) {
      var survivor = resolution.leads().getFirst();
      var losers = resolution.leads().subList(1, resolution.leads().size());
      var grown = here(survivor);
      var before = grown.profile();
      for (var loser : losers) {
        grown = grown.absorbing(here(loser));
      }
      var claims = new TreeMap<Identity, Optional<String>>();
      for (var name : resolution.names()) {
        if (!owner(name).equals(Optional.of(survivor.lead()))) {
          claims.put(name, owner(name));
        }
      }
      inherit(losers, grown.absorbed(), claims);
      var kept = Standings.settle(event, resolution, grown.profile(), offered);
      var after = grown.withProfile(grown.profile().with(kept));
      return new Append(
              kept,
              after,
              losers,
              claims,
              List.of(),
              Optional.empty(),
              Claimants.wanted(kept, grown, names),
              claimants(claims.keySet()))
          .effecting(effect(Optional.of(before), after));
    }

    // Somebody new who goes by a name of somebody who is known may be that person.
    private Optional<RowEffect> effect(Optional<Profile> before, LeadRecord after) {
      var isDoubtful =
          !owners.isEmpty()
              || after.openClaims().stream().anyMatch(claim -> !claim.other().isEmpty());
      return RowEffect.of(event, before, after.profile(), isDoubtful);
    }

    // Told of each other after the name is taken: whoever claims it in between must be among them.
    private SortedMap<Identity, SortedSet<String>> claimants(Set<Identity> taken) {
      var claimants = new TreeMap<Identity, SortedSet<String>>();
      names.forEach((name, known) -> {
        if (taken.contains(name) && living(name).isEmpty() && !known.claimants().isEmpty()) {
          claimants.put(name, known.claimants());
        }
      });
      return claimants;
    }

    private Optional<String> owner(Identity identity) {
      return Optional.ofNullable(names.get(identity)).map(Name::lead);
    }
  }

  // Days that were counted elsewhere, as before the company moved, are counted anew from the log.
  private LeadRecord here(LeadRecord lead) {
    return lead.profile().days().equals(days)
        ? lead
        : lead.withProfile(new RebuildProfile(leads).rebuild(lead, days));
  }

  // Only what the losers own: a browser that a profile merely saw may be another person's. Names
  // that do not fit into the transaction keep their owner, who points to the survivor; strong ones
  // go first.
  private void inherit(
      List<LeadRecord> losers, SortedSet<String> absorbed, Map<Identity, Optional<String>> claims) {
    var names = new TreeSet<Identity>();
    losers.forEach(loser -> names.addAll(loser.profile().identities()));
    names.removeAll(claims.keySet());
    if (names.isEmpty()) {
      return;
    }
    var owners = leads.owners(names);
    names.stream()
        .filter(name -> owners.containsKey(name) && absorbed.contains(owners.get(name)))
        .limit(Math.max(0, MOST_CLAIMS - claims.size()))
        .forEach(name -> claims.put(name, Optional.of(owners.get(name))));
  }
}
