package dev.trellis.nurture.mail;

import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * The plain text part of a mail: what the HTML part says, with the addresses of links written out.
 */
final class TextPart {

  private static final TextContentRenderer RENDERER =
      TextContentRenderer.builder()
          .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
          .nodeRendererFactory(WrittenOut::new)
          .build();

  private TextPart() {}

  static String of(LetterText letter) {
    return RENDERER.render(letter.body()) + "\n";
  }

  /** Links and rules, which the library writes in ways of its own. */
  private static final class WrittenOut implements NodeRenderer {

    private final TextContentNodeRendererContext context;

    WrittenOut(TextContentNodeRendererContext context) {
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Link.class, ThematicBreak.class);
    }

    @Override
    public void render(Node node) {
      if (node instanceof Link link) {
        render(link);
      } else {
        context.getWriter().write("--");
        context.getWriter().block();
      }
    }

    private void render(Link link) {
      for (var child = link.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
      var writer = context.getWriter();
      if (HtmlPart.standsAlone(link)) {
        writer.line();
        writer.write(link.getDestination());
      } else {
        writer.write(" <" + link.getDestination() + ">");
      }
    }
  }
}
