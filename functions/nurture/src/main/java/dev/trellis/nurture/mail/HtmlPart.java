package dev.trellis.nurture.mail;

import static dev.trellis.nurture.mail.MailColours.DAY;

import module java.base;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
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
  private static final String SMALL = "margin:0 0 8px;font-size:13px;color:" + DAY.smallPrint();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .nodeRendererFactory(MailNodes::new)
          .attributeProviderFactory(_ -> (AttributeProvider) HtmlPart::style)
          .build();

  private HtmlPart() {}

  static String of(LetterText letter, String language) {
    var html = new StringOutput();
    var body = RENDERER.render(letter.body());
    JteletterGenerated.render(
        new OwaspHtmlTemplateOutput(html), null, language, letter.subject(), body);
    return html.toString();
  }

  private static String button(Link link) {
    var html = new StringOutput();
    JtebuttonGenerated.render(new OwaspHtmlTemplateOutput(html), null, RENDERER.render(link));
    return html.toString();
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
        && link.equals(p.getFirstChild())
        && link.equals(p.getLastChild());
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

  /**
   * Puts a link that stands alone into a cell: there Outlook paints what it does not on a link. And
   * breaks lines where the marketer did.
   */
  private static final class MailNodes extends CoreHtmlNodeRenderer {

    private final HtmlWriter html;

    MailNodes(HtmlNodeRendererContext context) {
      super(context);
      this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Paragraph.class, SoftLineBreak.class);
    }

    @Override
    public void visit(Paragraph paragraph) {
      if (!(paragraph.getFirstChild() instanceof Link link && standsAlone(link))) {
        super.visit(paragraph);
        return;
      }
      html.line();
      html.raw(button(link));
      html.line();
    }

    @Override
    public void visit(SoftLineBreak softLineBreak) {
      html.tag("br");
      html.line();
    }
  }
}
