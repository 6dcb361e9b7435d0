package dev.trellis.capture;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Origin;
import dev.trellis.core.playbook.Code;
import dev.trellis.core.playbook.Playbook;
import java.util.Optional;

/**
 * What a QR code says about where a visitor comes from. Only codes of the playbook are believed.
 */
final class Codes {

  private final Playbook playbook;

  Codes(Playbook playbook) {
    this.playbook = playbook;
  }

  Optional<Code> find(String id) {
    return id == null ? Optional.empty() : playbook.code(id);
  }

  static Origin origin(Optional<Code> code) {
    return code.map(c -> new Origin(c.id(), c.event(), c.placement(), c.content()))
        .orElse(Origin.NONE);
  }

  static Channel channel(Optional<Code> code) {
    return code.map(Code::event).isPresent() ? Channel.EXPO : Channel.WEB;
  }
}
