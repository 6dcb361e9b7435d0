package dev.trellis.checks.documents;

import module java.base;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * One Markdown file of the project, read as GitHub reads it.
 *
 * @param shape levels of its headings and places of its blocks of code, from top to bottom
 * @param anchors by which links name its headings
 * @param links where its links and pictures lead
 * @param codes what stands between backticks
 */
record Document(
    Path file, List<String> shape, List<String> anchors, List<String> links, List<String> codes) {

  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  /** Every Markdown file, without what is built or belongs to one machine. */
  static List<Document> all() {
    var files = new ArrayList<Path>();
    try {
      Files.walkFileTree(ROOT, new Finder(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files.stream().sorted().map(Document::read).toList();
  }

  static Document read(Path file) {
    var reading = new Reading();
    try {
      Parser.builder().build().parse(Files.readString(file)).accept(reading);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Document(file, reading.shape, reading.anchors, reading.links, reading.codes);
  }

  String name() {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  private static final class Finder extends SimpleFileVisitor<Path> {

    private final List<Path> files;

    Finder(List<Path> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      var name = folder.getFileName().toString();
      var isOurs = !name.equals("target") && (!name.startsWith(".") || name.equals(".github"));
      return isOurs || folder.equals(ROOT)
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.toString().endsWith(".md")) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private static final class Reading extends AbstractVisitor {

    private final List<String> shape = new ArrayList<>();
    private final List<String> anchors = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();

    @Override
    public void visit(Heading heading) {
      shape.add("heading " + heading.getLevel());
      anchors.add(anchor(heading));
      visitChildren(heading);
    }

    @Override
    public void visit(FencedCodeBlock block) {
      shape.add("code");
    }

    @Override
    public void visit(Link link) {
      links.add(link.getDestination());
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      links.add(image.getDestination());
      visitChildren(image);
    }

    @Override
    public void visit(Code code) {
      codes.add(code.getLiteral());
    }

    private static String anchor(Heading heading) {
      var text = new StringBuilder();
      for (Node node = heading.getFirstChild(); node != null; node = node.getNext()) {
        if (node instanceof Text words) {
          text.append(words.getLiteral());
        } else if (node instanceof Code code) {
          text.append(code.getLiteral());
        }
      }
      return text.toString()
          .toLowerCase(Locale.ROOT)
          .replaceAll("[^\\p{L}\\p{N} _-]", "")
          .replace(' ', '-');
    }
  }
}
