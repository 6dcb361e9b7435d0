package dev.trellis.nurture.mail;

import module java.base;

import com.samskivert.mustache.Mustache;
import dev.trellis.core.playbook.MailText;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A mail's subject and body with all variables filled in; the body still as a Markdown tree. */
record LetterText(String subject, Node body) {

  private static final Mustache.Compiler MUSTACHE =
      Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).defaultValue("");
  private static final Parser MARKDOWN = Parser.builder().build();

  /** Fills a mail. A body that names neither way out nor sender gets the standard footer. */
  static LetterText of(MailText mail, String language, Values values) {
    return fill(mail, language, values, true);
  }

  /** Fills a mail to our own people, who need no way out. */
  static LetterText internal(MailText mail, String language, Values values) {
    return fill(mail, language, values, false);
  }

  /** The subject alone, on one line. */
  static String subject(MailText mail, String language, Values values) {
    var subject = mail.subject().in(language);
    if (subject.contains("{{")) {
      var plain = values.variables(UnaryOperator.identity(), UnaryOperator.identity());
      subject = MUSTACHE.compile(subject).execute(plain);
    }
    return subject.replaceAll("\\s+", " ").strip();
  }

  private static LetterText fill(MailText mail, String language, Values values, boolean isSigned) {
    var slots = new Slots();
    var held = values.variables(slots::text, slots::url);
    var markdown = MUSTACHE.compile(mail.body().in(language)).execute(held);
    if (isSigned
        && (!slots.has(markdown, values.unsubscribe())
            || !slots.has(markdown, values.senderAddress()))) {
      markdown += "\n\n---\n\n" + MUSTACHE.compile(footer(language)).execute(held);
    }
    var body = MARKDOWN.parse(markdown);
    body.accept(new Filling(slots));
    return new LetterText(subject(mail, language, values), body);
  }

  private static String footer(String language) {
    var own = LetterText.class.getResourceAsStream("footer." + language + ".md");
    var any = own == null ? LetterText.class.getResourceAsStream("footer.en.md") : own;
    try (any) {
      return new String(any.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts the values where the slots are: into literals and addresses, where they stay what they
   * are.
   */
  private static final class Filling extends AbstractVisitor {

    private final Slots slots;

    Filling(Slots slots) {
      this.slots = slots;
    }

    @Override
    public void visit(Text text) {
      text.setLiteral(slots.fill(text.getLiteral()));
    }

    @Override
    public void visit(Link link) {
      link.setDestination(slots.fill(link.getDestination()));
      link.setTitle(slots.fill(link.getTitle()));
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      image.setDestination(slots.fill(image.getDestination()));
      image.setTitle(slots.fill(image.getTitle()));
      visitChildren(image);
    }

    @Override
    public void visit(Code code) {
      code.setLiteral(slots.fill(code.getLiteral()));
    }

    @Override
    public void visit(FencedCodeBlock block) {
      block.setLiteral(slots.fill(block.getLiteral()));
    }

    @Override
    public void visit(IndentedCodeBlock block) {
      block.setLiteral(slots.fill(block.getLiteral()));
    }

    @Override
    public void visit(HtmlInline html) {
      html.setLiteral(slots.fill(html.getLiteral()));
    }

    @Override
    public void visit(HtmlBlock html) {
      html.setLiteral(slots.fill(html.getLiteral()));
    }
  }
}
