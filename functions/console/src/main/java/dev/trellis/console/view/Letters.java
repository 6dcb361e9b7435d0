package dev.trellis.console.view;

import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.portrait.Portrait;
import java.util.Optional;

/** Writes a mail of the playbook as a person would get it, without sending it. */
public interface Letters {
  MailView write(MailText mail, Optional<Content> content, Portrait portrait, String to);
}
