package dev.trellis.console.drawing;

import dev.trellis.core.playbook.Block;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.Playbook;
import java.util.ArrayList;

/** What a step sends, in a reader's words. */
record SendText(JourneyText text, Playbook playbook, RoundWords words) {

  String of(Block.Send send) {
    return send.content() == null
        ? text.either("发送邮件", "Send the mail ") + text.quoted(subject(send.mail()))
        : text.either("发送", "Send ") + content(send.content());
  }

  private String subject(String id) {
    if (words.isOfRound(id)) {
      return words.name();
    }
    var mail = playbook.mails().get(id);
    return mail == null ? id : text.in(mail.subject()).replaceAll("\\{\\{[^}]*}}", "…");
  }

  private String content(ContentQuery query) {
    if (query.content() != null) {
      return text.quoted(title(query.content()));
    }
    var facets = new ArrayList<String>();
    if (query.type() != null) {
      facets.add(word("content.type", query.type()));
    }
    if (query.form() != null) {
      facets.add(word("content.form", query.form()));
    }
    if (query.topic() != null) {
      facets.add(word("need", query.topic()));
    }
    if (query.ownIndustry()) {
      facets.add(text.either("读者所在行业", "the reader's industry"));
    }
    var said = String.join(text.either("·", " · "), facets);
    return query.fallback() == null
        ? text.either("：", "") + said
        : text.either("：" + said + "；没有则发", said + ", or else ")
            + text.quoted(title(query.fallback()));
  }

  private String word(String field, String value) {
    return words.isOfRound(value) ? words.name() : words.word(field, value);
  }

  private String title(String content) {
    return words.isOfRound(content)
        ? words.name()
        : playbook.content(content).map(Content::title).map(text::in).orElse(content);
  }
}
