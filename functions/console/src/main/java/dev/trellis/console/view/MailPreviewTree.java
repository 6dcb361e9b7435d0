package dev.trellis.console.view;

import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.MailText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mails that can be looked at, ready to be composed. */
public final class MailPreviewTree {

  private MailPreviewTree() {}

  public static List<Map<String, Object>> of(List<MailText> mails) {
    return mails.stream().map(MailPreviewTree::line).toList();
  }

  private static Map<String, Object> line(MailText mail) {
    var line = new LinkedHashMap<String, Object>();
    line.put("id", mail.id());
    line.put("kind", Json.tree(mail.kind()));
    line.put("subject", mail.subject().texts());
    return line;
  }
}
