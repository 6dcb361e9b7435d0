package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.core.event.Origin;
import java.util.List;
import java.util.stream.Stream;

/** Says where somebody came from: the code, and what links and browsers told. */
final class OriginText {

  private final Words words;
  private final Names names;

  OriginText(Words words, Names names) {
    this.words = words;
    this.names = names;
  }

  List<String> of(Origin origin) {
    return Stream.concat(
            code(origin),
            origin.arrival().entrySet().stream()
                .map(told ->
                    "<small>%s</small> %s"
                        .formatted(
                            words.say("arrival." + told.getKey()), Html.escape(told.getValue()))))
        .toList();
  }

  private Stream<String> code(Origin origin) {
    return origin.code() == null && origin.event() == null
        ? Stream.empty()
        : Stream.of(
            names.occasion(origin.event())
                + (origin.placement() == null ? "" : " · " + Html.code(origin.placement())));
  }
}
