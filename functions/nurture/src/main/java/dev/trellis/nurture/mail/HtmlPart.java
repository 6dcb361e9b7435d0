package dev.trellis.nurture.mail;

import static dev.trellis.nurture.mail.MailColours.DAY;
import static dev.trellis.nurture.mail.MailColours.NIGHT;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * The HTML part of a mail. Styles stand on the elements, since several mail programs drop style
 * sheets; those that follow dark mode read the one that has its {@link MailColours}. Width and
 * button are tables, since Outlook knows {@code max-width} and padding on nothing else.
 */
final class HtmlPart {

  private static final String LETTER =
      "padding:24px 16px;font-size:16px;line-height:1.6;"
          + "overflow-wrap:anywhere;font-family:-apple-system,'Segoe UI',Roboto,'PingFang SC',"
          + "'Microsoft YaHei',Arial,sans-serif";
  private static final String SHEET = "width:100%;max-width:600px;table-layout:fixed";
  private static final Map<String, String> STYLES =
      Map.of(
          "p", "margin:0 0 16px",
          "h1", "margin:0 0 16px;font-size:24px;line-height:1.3",
          "h2", "margin:24px 0 12px;font-size:20px;line-height:1.3",
          "h3", "margin:24px 0 8px;font-size:17px;line-height:1.3",
          "ul", "margin:0 0 16px;padding-left:24px",
          "ol", "margin:0 0 16px;padding-left:24px",
          "a", "color:" + DAY.link(),
          "img", "max-width:100%;height:auto",
          "hr", "border:0;border-top:1px solid #9ca3af;margin:32px 0 16px");
  private static final String BUTTON =
      "display:inline-block;padding:12px 24px;border-radius:6px;background:"
          + DAY.button()
          + ";color:"
          + DAY.buttonText()
          + ";font-weight:bold;text-decoration:none";
  private static final String BUTTON_CELL =
      "border-radius:6px;mso-padding-alt:12px 24px;background:" + DAY.button();
  private static final String SMALL = "margin:0 0 8px;font-size:13px;color:" + DAY.smallPrint();

  private static final String BUTTON_TABLE =
      "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\""
          + " style=\"margin:0 0 16px\"><tr><td class=\"button\" bgcolor=\""
          + DAY.button()
          + "\" style=\""
          + BUTTON_CELL
          + "\">";

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .softbreak("<br>\n")
          .nodeRendererFactory(Paragraphs::new)
          .attributeProviderFactory(_ -> (AttributeProvider) HtmlPart::style)
          .build();

  private HtmlPart() {}

  static String of(LetterText letter, String language) {
    return """
    <!DOCTYPE html>
    <html lang="%s">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark">
    <title>%s</title>
    <style>
    @media (prefers-color-scheme: dark) {
    %s}
    </style>
    </head>
    <body style="margin:0;padding:0">
    <table role="presentation" class="letter" width="100%%" cellpadding="0" cellspacing="0" border="0">
    <tr><td align="center">
    <table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="%s">
    <tr><td align="left" style="%s">
    %s</td></tr>
    </table>
    </td></tr>
    </table>
    </body>
    </html>
    """
        .formatted(
            escape(language),
            escape(letter.subject()),
            NIGHT.rules(),
            SHEET,
            LETTER,
            RENDERER.render(letter.body()));
  }

  private static void style(Node node, String tag, Map<String, String> attributes) {
    attributes.remove("rel"); // for pages that are crawled
    switch (node) {
      case Link link when standsAlone(link) -> put(attributes, BUTTON, "button");
      case Paragraph p when isSmallPrint(p) -> put(attributes, SMALL, "small");
      default ->
          Optional.ofNullable(STYLES.get(tag)).ifPresent(style -> attributes.put("style", style));
    }
  }

  private static void put(Map<String, String> attributes, String style, String name) {
    attributes.put("style", style);
    attributes.put("class", name);
  }

  /** True for a link that is a paragraph of its own: what the mail wants to be done. */
  static boolean standsAlone(Link link) {
    return link.getParent() instanceof Paragraph p
        && p.getFirstChild() == link
        && p.getLastChild() == link;
  }

  // Small print is what follows the last rule of a mail.
  private static boolean isSmallPrint(Paragraph paragraph) {
    for (Node after = paragraph.getNext(); after != null; after = after.getNext()) {
      if (after instanceof ThematicBreak) {
        return false;
      }
    }
    for (Node before = paragraph.getPrevious(); before != null; before = before.getPrevious()) {
      if (before instanceof ThematicBreak) {
        return true;
      }
    }
    return false;
  }

  /** Puts a link that stands alone into a cell: there Outlook paints what it does not on a link. */
  private static final class Paragraphs extends CoreHtmlNodeRenderer {

    private final HtmlWriter html;

    Paragraphs(HtmlNodeRendererContext context) {
      super(context);
      this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Paragraph.class);
    }

    @Override
    public void visit(Paragraph paragraph) {
      if (!(paragraph.getFirstChild() instanceof Link link && standsAlone(link))) {
        super.visit(paragraph);
        return;
      }
      html.line();
      html.raw(BUTTON_TABLE);
      visitChildren(paragraph);
      html.raw("</td></tr></table>");
      html.line();
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
