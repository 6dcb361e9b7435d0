package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.identity.Normalizer;
import dev.trellis.core.identity.PersonName;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.playbook.CrmSource;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.CardQuery;
import dev.trellis.core.port.Cards;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.Members;
import dev.trellis.core.port.MergeTrail;

/**
 * Lists of leads, read from indexes: a page costs the same however many leads there are.
 *
 * @param groups those of the playbook and those that people built, with their members
 */
public record LeadSearch(
    Cards cards, AudienceView groups, LeadStore people, Playbook playbook, InstantSource clock) {

  private static final int MOST = 200;

  static final String OVER = "over-";

  /** Whoever is to be called today, or was to be before. */
  public static final String DUE = "due";

  /** The order of a list that begins with whoever came first; otherwise the newest are first. */
  public static final String OLDEST = "oldest";

  /** An id of another system, rather than a name. */
  private static final Pattern ID = Pattern.compile("[\\p{ASCII}&&[^\\s]]{3,200}");

  private static final List<IdentityType> FOREIGN =
      List.of(IdentityType.UNIONID, IdentityType.OPENID, IdentityType.WECOM, IdentityType.CRM);

  /**
   * A page of the list that somebody asks for: {@code q} is a lead's id, an address, a number, an
   * id of another system or how a name begins, of a person or else of a company ({@code company});
   * {@code pool}, {@code stage}, {@code group}, {@code heat}, {@code owner}, {@code source}, {@code
   * tag} and {@code grade} are others, as is {@code touch}: so many days ago at most, or {@code
   * over-} as many or never, and {@code callback=due}: to be called by today; with {@code
   * order=oldest} a list that is in no order of names begins with the oldest; {@code after} and
   * {@code limit} say which page.
   *
   * @throws IllegalArgumentException if there is no such page, or nothing of what is asked for; it
   *     says what there is
   */
  public LeadList page(Map<String, String> asked) {
    new Choices(playbook).check(asked);
    var question = asked(asked, "q");
    var exact = question.map(this::exactly).orElse(List.of());
    if (!exact.isEmpty()) {
      return new LeadList(asked, new Listing.Page<>(exact, exact.size(), null), false);
    }
    if (Stream.of("q", "company").anyMatch(name -> isNoName(asked, name))) {
      return new LeadList(asked, new Listing.Page<>(List.of(), 0, null), false);
    }
    var list = list(asked);
    return question.isPresent() && list.page().looked() == 0 ? list(ofCompany(asked)) : list;
  }

  // Signs alone begin no name.
  private static boolean isNoName(Map<String, String> asked, String name) {
    return asked(asked, name).filter(text -> PersonName.plain(text).isEmpty()).isPresent();
  }

  private LeadList list(Map<String, String> asked) {
    var query = query(asked);
    var after = asked(asked, "after").orElse(null);
    var group = asked(asked, "group");
    return group
        .map(id -> {
          var page = groups.members().page(id, query, after, most(asked));
          if (after == null && page.looked() == 0) {
            Choices.among(
                "group", id, groups.named().stream().map(AudienceView.Summary::id).toList());
          }
          var found = page.entries().stream().map(Members.Member::card).toList();
          var isFiltered = !query.oldestFirst(false).equals(CardQuery.ALL);
          return new LeadList(
              asked, new Listing.Page<>(found, page.looked(), page.next()), isFiltered);
        })
        .orElseGet(() ->
            new LeadList(
                asked, cards.page(query, after, most(asked)), !query.equals(query.indexed())));
  }

  // Nobody's name begins so: perhaps the name of a company does.
  private static Map<String, String> ofCompany(Map<String, String> asked) {
    var other = new TreeMap<>(asked);
    other.put("company", other.remove("q"));
    return other;
  }

  private CardQuery query(Map<String, String> asked) {
    var pools = new TreeSet<String>();
    asked(asked, "pool")
        .ifPresent(path -> {
          pools.add(path);
          playbook.poolPaths().stream().filter(p -> p.startsWith(path + "/")).forEach(pools::add);
        });
    return new CardQuery(
        pools,
        asked(asked, "stage").orElse(null),
        asked(asked, "heat").orElse(null),
        asked(asked, "owner").orElse(null),
        asked(asked, "source").orElse(null),
        asked(asked, "q").orElse(null),
        asked(asked, "company").orElse(null),
        traits(asked),
        asked(asked, "order").filter(OLDEST::equals).isPresent());
  }

  private CardQuery.Traits traits(Map<String, String> asked) {
    var touch = asked(asked, "touch");
    var today = playbook.company().days().of(clock.instant());
    return new CardQuery.Traits(
        asked(asked, "tag").orElse(null),
        asked(asked, "grade").orElse(null),
        touch
            .filter(days -> !days.startsWith(OVER))
            .map(days -> today.minusDays(Integer.parseInt(days)))
            .orElse(null),
        touch
            .filter(days -> days.startsWith(OVER))
            .map(days -> today.minusDays(Integer.parseInt(days.substring(OVER.length()))))
            .orElse(null),
        asked(asked, "callback").filter(DUE::equals).map(_ -> today).orElse(null));
  }

  private List<Card> exactly(String question) {
    var leads = new TreeSet<String>();
    Ids.bornAt(question).ifPresent(_ -> leads.add(question));
    leads.addAll(people.owners(identities(question)).values());
    var trail = MergeTrail.of(people::find);
    var living =
        leads.stream()
            .flatMap(lead -> people.find(lead).stream())
            .map(trail::survivor)
            .filter(LeadRecord::isLiving)
            .map(LeadRecord::lead)
            .distinct()
            .toList();
    return living.isEmpty() ? List.of() : cards.of(living);
  }

  private Set<Identity> identities(String question) {
    var all = new TreeSet<Identity>();
    if (Ids.bornAt(question).isPresent()) {
      return all;
    }
    Identity.find(question).ifPresent(all::add);
    var normal = new Normalizer(playbook.company().country());
    normal.email(question).ifPresent(all::add);
    normal.phone(question).ifPresent(all::add);
    if (all.isEmpty() && ID.matcher(question).matches()) {
      FOREIGN.forEach(type -> all.add(new Identity(type, question)));
      playbook.crmSources().values().stream()
          .map(CrmSource::id)
          .forEach(crm -> all.add(new Identity(IdentityType.CRM, crm + "/" + question)));
    }
    return all;
  }

  private static Optional<String> asked(Map<String, String> asked, String name) {
    return Optional.ofNullable(asked.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static int most(Map<String, String> asked) {
    var said = asked(asked, "limit").orElse(Integer.toString(Cards.PAGE));
    int most = said.matches("[0-9]{1,3}") ? Integer.parseInt(said) : 0;
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException("limit is from 1 to " + MOST);
    }
    return most;
  }
}
