package dev.trellis.core.journey;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Trigger;

/**
 * Tells of a mail's id whether it is one of a letter, and of which: a letter goes once to a person,
 * so that its mails' ids are known without looking any up.
 */
public final class LetterMails {

  /** Those of a playbook without letters. */
  public static final LetterMails NONE = new LetterMails(List.of());

  private final List<Program> letters;

  public LetterMails(Playbook playbook) {
    this(
        playbook.journeys().values().stream()
            .filter(journey -> journey.trigger() instanceof Trigger.Letter)
            .map(Program::of)
            .toList());
  }

  private LetterMails(List<Program> letters) {
    this.letters = letters;
  }

  /**
   * The letter that a mail is of; empty if it is of none that the playbook has.
   *
   * @param leads to one of whom it went
   */
  public Optional<String> letter(String sendId, Collection<String> leads) {
    return letters.stream()
        .filter(letter -> leads.stream().anyMatch(lead -> isOf(letter, lead, sendId)))
        .map(letter -> letter.journey().id())
        .findFirst();
  }

  private static boolean isOf(Program program, String lead, String sendId) {
    var letter = program.journey();
    return program.steps().stream()
        .filter(Step.Send.class::isInstance)
        .map(
            step -> Walk.effectId(lead, letter.id(), letter.version(), step.id(), Enrolling.LETTER))
        .anyMatch(sendId::equals);
  }
}
