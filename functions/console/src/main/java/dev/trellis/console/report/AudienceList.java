package dev.trellis.console.report;

import module java.base;

import dev.trellis.core.condition.ConditionText;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Field;

/**
 * The people of an audience, each with the reason, and what it means for each salesperson (R50).
 *
 * @param load members per salesperson
 * @param unowned members whom no salesperson owns
 */
public record AudienceList(
    Audience audience,
    Instant asOf,
    List<Member> members,
    SortedMap<String, Integer> load,
    int unowned) {

  /**
   * One person.
   *
   * @param owner the salesperson; null if there is none
   * @param reason which part of the condition the person meets, as a sentence per language
   * @param met the values that met it
   */
  public record Member(
      String lead,
      String name,
      String company,
      String title,
      String email,
      String mobile,
      String owner,
      Map<String, String> reason,
      List<Met> met) {}

  /** Asks each lead in turn; only the members are kept. */
  public static AudienceList of(
      Audience audience, Stream<LeadRecord> leads, Playbook playbook, Instant now) {
    var vocabularies =
        playbook.company().languages().stream()
            .map(language -> new PlaybookVocabulary(playbook, language))
            .toList();
    var asking = new Asking(audience, playbook, vocabularies, now);
    var members =
        leads.filter(LeadRecord::isLiving).flatMap(lead -> asking.member(lead).stream()).toList();
    var load = new TreeMap<String, Integer>();
    int unowned = 0;
    for (var member : members) {
      if (member.owner() == null) {
        unowned++;
      } else {
        load.merge(member.owner(), 1, Integer::sum);
      }
    }
    return new AudienceList(audience, now, members, load, unowned);
  }

  private record Asking(
      Audience audience, Playbook playbook, List<PlaybookVocabulary> vocabularies, Instant now) {

    Optional<Member> member(LeadRecord lead) {
      var portrait = Portrait.of(lead.lead(), lead.profile(), playbook, now);
      var person = new PlacedPerson(portrait);
      return person.isOf(audience.of()) && audience.who().holds(person)
          ? Optional.of(member(lead.lead(), portrait, person))
          : Optional.empty();
    }

    private Member member(String lead, Portrait portrait, PlacedPerson person) {
      var profile = portrait.profile();
      var met = Met.part(audience.who(), person);
      var reason = new LinkedHashMap<String, String>();
      var values = new ArrayList<Met>();
      for (var vocabulary : vocabularies) {
        reason.put(vocabulary.language(), new ConditionText(vocabulary).of(met));
      }
      Met.leaves(met)
          .forEach(
              leaf -> values.add(Met.of(leaf, person, vocabularies, playbook.company().zone())));
      return new Member(
          lead,
          profile.value(Field.NAME).orElse(null),
          profile.value(Field.COMPANY).orElse(null),
          profile.value(Field.TITLE).orElse(null),
          portrait.email().orElse(null),
          profile.identities(IdentityType.PHONE).stream().findFirst().orElse(null),
          playbook.audiences().owner(profile).orElse(null),
          reason,
          values.stream().distinct().toList());
    }
  }
}
