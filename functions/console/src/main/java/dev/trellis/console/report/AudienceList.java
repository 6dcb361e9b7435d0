package dev.trellis.console.report;

import module java.base;

import dev.trellis.core.condition.ConditionText;
import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.port.Members;
import dev.trellis.core.profile.Field;

/**
 * Some people of an audience, the newest first, each with the reason (R50).
 *
 * @param people how many there are in all
 * @param after where the page begins; null: with the newest
 * @param next where the list goes on; null at its end
 */
public record AudienceList(
    Audience audience, long people, List<Member> members, String after, String next) {

  /**
   * One person, as the card shows one.
   *
   * @param owner the salesperson; null if there is none
   * @param reason which part of the condition the person met, as a sentence per language
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
      Instant since,
      Map<String, String> reason,
      List<Met> met) {}

  /** The members of an audience, in the languages of the company. */
  public static List<Member> members(List<Members.Member> members, Playbook playbook) {
    var vocabularies =
        playbook.company().languages().stream()
            .map(language -> new PlaybookVocabulary(playbook, language))
            .toList();
    return members.stream()
        .map(member -> member(member, vocabularies, playbook.company().zone()))
        .toList();
  }

  private static Member member(
      Members.Member member, List<PlaybookVocabulary> vocabularies, ZoneId zone) {
    var card = member.card();
    var reason = new LinkedHashMap<String, String>();
    for (var vocabulary : vocabularies) {
      reason.put(vocabulary.language(), new ConditionText(vocabulary).of(member.in().because()));
    }
    return new Member(
        card.lead(),
        card.name(),
        card.company(),
        card.title(),
        card.email(),
        member.in().met().get(Field.MOBILE),
        card.owner(),
        member.in().since(),
        reason,
        Met.of(member.in(), vocabularies, zone));
  }
}
