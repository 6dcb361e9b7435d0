package dev.trellis.local.surface;

import dev.trellis.core.playbook.Code;
import dev.trellis.core.playbook.Playbook;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where a person begins: codes to scan, mailbox, leads, clock, and the stand-in CRM. */
final class StartPage {

  private static final int SHOWN = 8;

  private final Playbook playbook;
  private final Words words;

  StartPage(Playbook playbook, Words words) {
    this.playbook = playbook;
    this.words = words;
  }

  String html(
      Instant now,
      List<MailView> mails,
      List<Map<String, Object>> leads,
      List<CrmRecords.Record> handoffs) {
    var name = playbook.company().name().in(words.language());
    return Html.page(
        words,
        "Trellis · " + name,
        """
        <h1>Trellis · %s</h1>
        <h2>%s</h2><div class="codes">%s</div>
        <h2>%s</h2>%s
        <h2>%s</h2>%s
        <h2>%s</h2>%s
        <h2>%s</h2>%s
        <h2>%s</h2>
        """
            .formatted(
                Html.escape(name),
                words.of("扫码，或打开落地页", "Scan a code, or open its landing page"),
                Html.each(playbook.codes().values(), this::code),
                words.of("时钟", "Clock"),
                clock(now),
                Html.link("/local/mails", words.of("邮箱", "Mailbox") + " (" + mails.size() + ")"),
                new MailPage(words).list(newest(mails)),
                Html.link("/local/leads", words.of("线索", "Leads") + " (" + leads.size() + ")"),
                new LeadPages(words).list(newest(leads)),
                Html.link("/local/crm", words.of("模拟 CRM", "Stand-in CRM")),
                new CrmPage(playbook, words).list(newest(handoffs)),
                Html.link("/local/journeys", words.of("旅程", "Journeys"))));
  }

  private String code(Code code) {
    var path = "/q/" + code.id();
    var event = playbook.occasions().get(code.event());
    return """
    <div><a href="%s"><img src="%s.svg" alt="%s"></a>%s · %s<br>%s · %s</div>\
    """
        .formatted(
            path,
            path,
            Html.escape(code.id()),
            Html.escape(event == null ? code.event() : event.name().in(words.language())),
            Html.escape(code.placement()),
            Html.link(path, words.of("扫码入口", "scan")),
            Html.link("/f/" + code.form(), words.of("表单", "form")));
  }

  private String clock(Instant now) {
    return "<p><strong>%s</strong> <small>%s</small></p>%s%s%s"
        .formatted(
            words.time(now),
            Html.escape(words.zone()),
            Html.button("/local/clock", words.of("+1 天", "+1 day"), "advance", "P1D"),
            Html.button("/local/clock", words.of("+3 天", "+3 days"), "advance", "P3D"),
            Html.button("/local/clock", words.of("+7 天", "+7 days"), "advance", "P7D"));
  }

  private static <T> List<T> newest(List<T> all) {
    return all.subList(Math.max(0, all.size() - SHOWN), all.size());
  }
}
