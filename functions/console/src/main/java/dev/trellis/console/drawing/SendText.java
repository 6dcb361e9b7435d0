package dev.trellis.console.drawing;

import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Step;
import dev.trellis.core.playbook.Step.ContentQuery;
import java.util.ArrayList;

/** What a step sends, in a reader's words. */
record SendText(JourneyText text, Playbook playbook, RoundWords words) {

  String of(Step.Send send) {
    var mail = playbook.mails().get(send.mail());
    if (mail != null && mail.kind() == Kind.INTERNAL) {
      return text.either("提醒销售", "Alert sales");
    }
    if (send.content() == null) {
      var subject = mail == null ? send.mail() : text.in(mail.subject());
      return text.either("发送邮件", "Send the mail ")
          + text.quoted(subject.replaceAll("\\{\\{[^}]*}}", "…"));
    }
    return text.either("发送", "Send ") + content(send.content());
  }

  private String content(ContentQuery query) {
    if (query.content() != null) {
      return text.quoted(title(query.content()));
    }
    var facets = new ArrayList<String>();
    if (query.type() != null) {
      facets.add(words.word("content.type", query.type()));
    }
    if (query.form() != null) {
      facets.add(words.word("content.form", query.form()));
    }
    if (query.topic() != null) {
      facets.add(words.isOfRound(query.topic()) ? words.name() : words.word("need", query.topic()));
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

  private String title(String content) {
    return playbook.content(content).map(Content::title).map(text::in).orElse(content);
  }
}
