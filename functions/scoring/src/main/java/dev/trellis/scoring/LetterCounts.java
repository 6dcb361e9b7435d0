package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.journey.LetterMails;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.WayIn;

/** Counts with the event itself who followed a letter to what it is about, or left by it. */
record LetterCounts(LetterMails mails) {

  /** The same, counted if it is of a letter's mail. */
  Append counted(Append append) {
    return way(append)
        .flatMap(way -> WayIn.of(way, append.event(), append.lead().profile()))
        .map(append::counting)
        .orElse(append);
  }

  private Optional<String> way(Append append) {
    return switch (append.event().happening()) {
      case MailClicked click when click.content() != null ->
          letter(click.sendId(), append).map(WayIn::ofLetter);
      case Unsubscribed left -> letter(left.sendId(), append).map(WayIn::outOfLetter);
      default -> Optional.empty();
    };
  }

  private Optional<String> letter(String sendId, Append append) {
    if (sendId == null) {
      return Optional.empty();
    }
    var leads = new TreeSet<>(append.lead().absorbed());
    leads.add(append.lead().lead());
    return mails.letter(sendId, leads);
  }
}
