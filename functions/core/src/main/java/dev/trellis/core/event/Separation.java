package dev.trellis.core.event;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Strength;

/**
 * Whose is what happened since a merge that was a mistake (R17)? An event that was told about a
 * lead is that lead's, unless it has to do with a mail that went to an address of the other alone:
 * then it goes with the mailbox. Otherwise the strongest of its names that only one of the two
 * sides knows decides, and names that nobody knew yet belong to that side from then on; browsers
 * decide only where no stronger name does. What nothing decides stays with the survivor.
 *
 * @param moved ids of the events that belong to the group
 * @param names of the group, told apart from those of the survivor as far as that goes
 * @param others names of the survivor's side
 * @param shared names that both sides used
 */
public record Separation(
    Set<String> moved,
    SortedSet<Identity> names,
    SortedSet<Identity> others,
    SortedSet<Identity> shared) {

  public Separation {
    moved = Collections.unmodifiableSet(new LinkedHashSet<>(moved));
    names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    others = Collections.unmodifiableSortedSet(new TreeSet<>(others));
    shared = Collections.unmodifiableSortedSet(new TreeSet<>(shared));
  }

  /** The event as its own side keeps it: without the strong names that are only the other's. */
  public LeadEvent kept(LeadEvent event) {
    return event.without(strangers(moved.contains(event.id())));
  }

  private Set<Identity> strangers(boolean isOfGroup) {
    return (isOfGroup ? others : names)
        .stream()
            .filter(name -> !shared.contains(name))
            .filter(Strength::isStrong)
            .collect(Collectors.toSet());
  }

  /**
   * @param since what the survivor was told from the merge on, in the order of arrival
   * @param group the lead that is to be a person of its own again, and those it absorbed
   * @param ofGroup names that the group had before the merge
   * @param ofSurvivor names that the survivor had before the merge
   */
  public static Separation of(
      List<LeadEvent> since,
      Set<String> group,
      Collection<Identity> ofGroup,
      Collection<Identity> ofSurvivor) {
    return new Sorting(ofGroup, ofSurvivor).sort(since, group);
  }

  private static final class Sorting {

    private final SortedSet<Identity> ofGroup;
    private final SortedSet<Identity> ofSurvivor;
    private final Map<String, Mailing> mails = new HashMap<>();
    private final Set<String> moved = new LinkedHashSet<>();

    Sorting(Collection<Identity> ofGroup, Collection<Identity> ofSurvivor) {
      this.ofGroup = new TreeSet<>(ofGroup);
      this.ofSurvivor = new TreeSet<>(ofSurvivor);
    }

    Separation sort(List<LeadEvent> since, Set<String> group) {
      since.stream()
          .flatMap(event -> Mailing.of(event.happening()).stream())
          .filter(mail -> mail.mailbox() != null)
          .forEach(mail -> mails.put(mail.sendId(), mail));
      var open = new ArrayList<LeadEvent>();
      for (var event : since) {
        if (event.lead() == null || mail(event).isPresent()) {
          open.add(event);
        } else {
          belongs(event, group.contains(event.lead()));
        }
      }
      while (decideAll(open) || decideOneByItsBrowser(open) || decideOneByItsLead(open, group)) {
        // each decision may bring a name that decides another event
      }
      var shared = new TreeSet<>(ofGroup);
      shared.retainAll(ofSurvivor);
      return new Separation(moved, ofGroup, ofSurvivor, shared);
    }

    private boolean decideAll(List<LeadEvent> open) {
      return open.removeIf(event -> decide(event, true));
    }

    private boolean decideOneByItsBrowser(List<LeadEvent> open) {
      for (var event : open) {
        if (decide(event, false)) {
          return open.remove(event);
        }
      }
      return false;
    }

    private boolean decideOneByItsLead(List<LeadEvent> open, Set<String> group) {
      var told = open.stream().filter(event -> event.lead() != null).findFirst();
      told.ifPresent(event -> belongs(event, group.contains(event.lead())));
      return told.filter(open::remove).isPresent();
    }

    private Optional<Mailing> mail(LeadEvent event) {
      return Mailing.of(event.happening())
          .map(mail -> mail.mailbox() == null ? mails.get(mail.sendId()) : mail);
    }

    private boolean decideByItsMail(LeadEvent event) {
      var isOfGroup = mail(event).filter(mail -> mail.wentToOneOf(ofGroup)).isPresent();
      var isOfSurvivor = mail(event).filter(mail -> mail.wentToOneOf(ofSurvivor)).isPresent();
      if (isOfGroup != isOfSurvivor) {
        belongs(event, isOfGroup);
      }
      return isOfGroup != isOfSurvivor;
    }

    private boolean decide(LeadEvent event, boolean strong) {
      if (event.lead() != null) {
        return decideByItsMail(event);
      }
      var decisive =
          telling(event).stream()
              .filter(name -> Strength.isStrong(name) == strong)
              .filter(name -> ofGroup.contains(name) != ofSurvivor.contains(name))
              .min(Strength.ORDER);
      decisive.ifPresent(name -> belongs(event, ofGroup.contains(name)));
      return decisive.isPresent();
    }

    private void belongs(LeadEvent event, boolean toGroup) {
      if (toGroup) {
        moved.add(event.id());
      }
      for (var name : telling(event)) {
        if (!ofGroup.contains(name) && !ofSurvivor.contains(name)) {
          (toGroup ? ofGroup : ofSurvivor).add(name);
        }
      }
    }

    private static List<Identity> telling(LeadEvent event) {
      return event.identities().stream()
          .filter(name -> Strength.isStrong(name) || !event.sharedDevice())
          .filter(name -> !Strength.isMadeUp(name))
          .toList();
    }
  }
}
