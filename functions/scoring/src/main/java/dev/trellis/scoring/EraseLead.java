package dev.trellis.scoring;

import dev.trellis.core.event.Happening.ErasureRequested;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.port.Attempt;
import dev.trellis.core.port.ContentionException;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.PersonalItems;
import dev.trellis.core.port.Quarantine;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Forgets a person (R17): first the lead and those it absorbed become tombstones that hold nothing
 * personal, so that nobody adds anything any more; then their names are taken away, with a keyed
 * hash left that stops old events and imports; then everything else is deleted. It may stop at any
 * point: a redelivery goes on from there.
 */
public final class EraseLead {

  private static final Pattern TYPED_NUMBER = Pattern.compile("(phone:)?[+0-9 ()-]+");

  private final LeadStore leads;
  private final ForgetVisitor visitors;
  private final PersonalItems items;
  private final AccountStore accounts;
  private final Quarantine quarantine;
  private final InstantSource clock;

  public EraseLead(
      LeadStore leads,
      PersonalItems items,
      AccountStore accounts,
      Quarantine quarantine,
      InstantSource clock) {
    this.leads = leads;
    this.visitors = new ForgetVisitor(leads);
    this.items = items;
    this.accounts = accounts;
    this.quarantine = quarantine;
    this.clock = clock;
  }

  /**
   * Forgets the lead that the event names, or whoever its identities belong to.
   *
   * @throws ContentionException if others kept writing to the same lead
   */
  public Consequences erase(LeadEvent event) {
    for (var attempt = Attempt.first("the erasure of event " + event.id());
        ;
        attempt = attempt.next()) {
      var people = new People(leads);
      if (wanted(event, people).values().stream().allMatch(l -> erase(l, event, people))) {
        items.forget(open(event), Set.of(), now());
        return Consequences.none(Result.ERASED);
      }
    }
  }

  /**
   * Forgets a visitor who left no detail and did nothing since, and keeps the count of what they
   * did.
   *
   * @throws ContentionException if others kept writing to the same lead
   */
  Consequences expire(LeadEvent event, Instant silentSince) {
    return visitors.count(new People(leads).survivor(event.lead()), event, silentSince)
        ? erase(event)
        : Consequences.none(Result.DROPPED);
  }

  private Map<String, LeadRecord> wanted(LeadEvent event, People people) {
    var ids = new HashSet<String>();
    if (event.lead() != null) {
      ids.add(event.lead());
    } else {
      ids.addAll(leads.owners(open(event)).values());
    }
    var wanted = new TreeMap<String, LeadRecord>();
    ids.stream().map(people::survivor).forEach(lead -> wanted.put(lead.lead(), lead));
    return wanted;
  }

  // The same wish told again is not about a person who came back since.
  private Set<Identity> open(LeadEvent event) {
    var open = new TreeSet<>(event.identities());
    if (event.lead() != null || open.isEmpty()) {
      return Set.of();
    }
    leads
        .names(open)
        .forEach((identity, name) -> {
          if (name.erasedAt() != null && !name.erasedAt().isBefore(event.occurredAt())) {
            open.remove(identity);
          }
        });
    return open;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private boolean erase(LeadRecord lead, LeadEvent event, People people) {
    var all = new TreeSet<>(lead.absorbed());
    all.add(lead.lead());
    var names = names(lead, all);
    var at = lead.erasedAt() == null ? now() : lead.erasedAt();
    if (lead.erasedAt() == null && !items.bury(lead.erased(at))) {
      return false;
    }
    for (var absorbed : lead.absorbed()) {
      var record = people.get(absorbed);
      if (record.erasedAt() == null && !items.bury(record.erased(at))) {
        return false;
      }
    }
    // Of a visitor nothing is known that could stand there.
    if (event.happening() instanceof ErasureRequested) {
      quarantine.list().stream()
          .filter(refused -> isAbout(Json.parse(refused.body()), all, texts(names)))
          .forEach(quarantine::remove);
    }
    // The names that were asked for lead here again if this try stops halfway: they go last.
    var others = new TreeSet<>(names);
    others.removeAll(event.identities());
    items.forget(others, all, at);
    all.forEach(accounts::forget);
    all.forEach(items::clear);
    items.forget(names, all, at);
    return true;
  }

  // The logs are the last to go, and name everybody whom the profile named.
  private Set<Identity> names(LeadRecord lead, Set<String> all) {
    var names = new TreeSet<>(lead.profile().identities());
    for (var one : all) {
      leads.log(one).forEach(logged -> names.addAll(logged.event().identities()));
    }
    return names;
  }

  // As they may have been typed: what was refused is not in normal form.
  private static Set<String> texts(Set<Identity> names) {
    var texts = new HashSet<String>();
    for (var name : names) {
      texts.add(folded(name.toString()));
      texts.add(folded(name.value()));
      if (name.type() == IdentityType.PHONE) {
        texts.addAll(national(name.value()));
      }
    }
    return texts;
  }

  // Without the country code, of one to three digits, as people write it at home.
  private static Set<String> national(String number) {
    var texts = new HashSet<String>();
    for (int code = 1; code <= 3; code++) {
      var national = number.substring(Math.min(number.length(), code + 1));
      texts.add(national);
      texts.add(IdentityType.PHONE + ":" + national);
    }
    return texts;
  }

  private static String folded(String text) {
    var folded = Normalizer.normalize(text, Form.NFKC).toLowerCase(Locale.ROOT).strip();
    return TYPED_NUMBER.matcher(folded).matches() ? folded.replaceAll("[ ()-]", "") : folded;
  }

  private static boolean isAbout(Object tree, Set<String> leads, Set<String> names) {
    return switch (tree) {
      case Map<?, ?> map -> map.values().stream().anyMatch(v -> isAbout(v, leads, names));
      case List<?> list -> list.stream().anyMatch(v -> isAbout(v, leads, names));
      case String text -> leads.contains(text) || names.contains(folded(text));
      case null, default -> false;
    };
  }
}
