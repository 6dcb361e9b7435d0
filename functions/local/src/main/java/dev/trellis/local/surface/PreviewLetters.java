package dev.trellis.local.surface;

import module java.base;

import dev.trellis.console.view.Letters;
import dev.trellis.console.view.MailView;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.local.emulator.KeptMail;
import dev.trellis.nurture.mail.LetterWriter;

/** Letters as nurture writes them, which are looked at and never sent. */
public final class PreviewLetters implements Letters {

  private final LetterWriter writer;
  private final InstantSource clock;

  /**
   * @param base of Trellis' front door, to which the links lead
   */
  public PreviewLetters(String base, InstantSource clock) {
    // No link of a preview may open anything: they are signed with a secret of their own.
    var keys = KeyRing.of("a secret that only previews are signed with");
    this.writer = new LetterWriter(keys, new SuppressionKeys(keys), base);
    this.clock = clock;
  }

  @Override
  public MailView write(MailText mail, Optional<Content> content, Portrait portrait, String to) {
    var letter =
        mail.kind() == MailText.Kind.INTERNAL
            ? writer.alert("preview", mail, portrait, to)
            : writer.write("preview", mail, content, portrait, to);
    var sender = portrait.playbook().company().sender();
    return OpenedMail.of(
        new KeptMail(
            0, "preview", clock.instant(), sender, List.of(to), "preview", new TreeMap<>()),
        letter.outgoing().raw());
  }
}
