package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.core.journey.Why;
import dev.trellis.core.port.MailLedger.Entry;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why a mail went to this person, with this content, and this way (R90). */
final class WhyText {

  private final Words words;
  private final Names names;

  WhyText(Words words, Names names) {
    this.words = words;
    this.names = names;
  }

  String of(Entry mail) {
    var why = mail.why();
    if (why == null) {
      return names.journey(mail.journey());
    }
    return Html.list(
        Stream.of(person(mail, why), content(why.content()), channel(why), Html.escape(why.said()))
            .filter(said -> !said.isEmpty())
            .toList());
  }

  private String person(Entry mail, Why why) {
    return joined(
        names.journey(mail.journey()),
        why.version() == 0 ? "" : words.say("why.version", why.version()),
        why.pool() == null ? "" : names.pool(why.pool()));
  }

  private String content(Why.Choice content) {
    if (content == null) {
      return "";
    }
    return joined(
        content.by() == null ? "" : words.name("why.by", content.by()),
        content.topic() == null ? "" : names.value("need", content.topic()),
        content.type() == null ? "" : Html.escape(names.plain("content.type", content.type())),
        content.isNeed() ? words.say("why.need") : "",
        content.industry() == null
            ? ""
            : words.say("why.industry", names.value("industry", content.industry())),
        content.form() == null
            ? ""
            : words.say("why.form", Html.escape(names.plain("content.form", content.form()))));
  }

  private String channel(Why why) {
    if (why.channel() == null) {
      return "";
    }
    return joined(
        words.name("channel", why.channel()),
        why.kind() == null ? "" : words.name("why.kind", why.kind()),
        why.consent() == null
            ? ""
            : words.say("why.consent", words.name("authority", why.consent())));
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }
}
