package dev.trellis.playbook;

import dev.trellis.core.playbook.Code;
import dev.trellis.core.playbook.Occasion;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar;
import dev.trellis.playbook.bind.Grammar.Says;
import java.time.LocalDate;
import java.util.Map;

/** {@code codes.yaml}. */
@Says("Events that we sponsor or hold, and the QR codes to print for them.")
record CodesFile(
    @Says("The events.") @Each("event") Map<String, Occasion> events,
    @Says("The codes.") @Each("code") Map<String, Code> codes)
    implements Grammar {

  @Of(Occasion.class)
  record Event(
      @Says("Named by codes.") String id,
      @Says("Its name.") Wording name,
      @Says("Where it is held.") Wording place,
      @Says("Its first day.") LocalDate date) {}

  @Of(Code.class)
  record Print(
      @Says("Part of the code's address, /q/<id>.") String id,
      @Says("Id of an event above.") @Like(Like.SLUG) String event,
      @Says("Where the code is seen.") @Like(Like.SLUG) String placement,
      @Says("Id of the content that it offers.") @Or @Like(Like.SLUG) String content,
      @Says("Id of the form that it leads to; may be left out once it is retired.")
          @Or
          @Like(Like.SLUG)
          String form,
      @Says("Was printed and is not in use any more: its page says so, and its scans count.")
          boolean retired,
      @Says("Id of the code to go on with, once this one is retired.") @Or @Like(Like.SLUG)
          String instead) {}
}
