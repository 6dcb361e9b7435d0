package dev.trellis.imports.file;

import module java.base;
import module java.xml;

/**
 * A part of a workbook, read element by element by the runtime's own streaming parser: no document
 * types and hence no entities, no deep nesting, no tag or text without end.
 */
final class SheetXml implements AutoCloseable {

  private static final int DEEPEST = 64;
  private static final int LONGEST = 1 << 20;

  private final String name;
  private final InputStream in;
  private final XMLStreamReader xml;
  private int depth;

  /**
   * @param name of the file, for people
   */
  SheetXml(String name, InputStream in) throws IOException {
    this.name = name;
    this.in = in;
    try {
      this.xml = factory().createXMLStreamReader(new Bounded(in));
    } catch (XMLStreamException e) {
      in.close();
      throw damaged(e);
    }
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    return factory;
  }

  /** True at the beginning of the next element, false at the end of all. */
  boolean next() {
    return next("");
  }

  /** True at the beginning of the next element, false at the end of an outer one. */
  boolean next(String outer) {
    while (step()) {
      if (xml.isStartElement()) {
        return true;
      } else if (xml.isEndElement() && xml.getLocalName().equals(outer)) {
        return false;
      }
    }
    return false;
  }

  String element() {
    return xml.getLocalName();
  }

  /** The value of an attribute, whatever its name space; null if it is not there. */
  String attribute(String local) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(local)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The text up to the end of the element, without what stands in others of a name. */
  String text(String without) {
    var text = new StringBuilder();
    int outer = depth;
    while (depth >= outer && step()) {
      if (xml.isCharacters()) {
        text.append(xml.getText(), 0, Math.min(xml.getTextLength(), room(text)));
      } else if (xml.isStartElement() && xml.getLocalName().equals(without)) {
        int inner = depth;
        while (depth >= inner && step()) {
          // How it is pronounced is no part of it.
        }
      }
    }
    return text.toString();
  }

  // One more character than a row may have is kept, so that it shows to be too long.
  private static int room(StringBuilder text) {
    return Math.max(0, Rows.MOST_CHARACTERS + 1 - text.length());
  }

  private boolean step() {
    try {
      if (!xml.hasNext()) {
        return false;
      }
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) {
            throw new ImportException(name + " is nested deeper than any workbook");
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new ImportException(name + " declares a document type, as no workbook does");
        default -> {}
      }
      return true;
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  private ImportException damaged(XMLStreamException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ImportException known) {
        return known;
      }
    }
    return new ImportException(name + " is a damaged workbook. Save it anew", e);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Between two tags there is never more than a cell. */
  private final class Bounded extends FilterInputStream {

    private int sinceTag;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int n = super.read(buffer, from, length);
      for (int i = from; i < from + n; i++) {
        sinceTag = buffer[i] == '<' ? 0 : sinceTag + 1;
        if (sinceTag > LONGEST) {
          throw new ImportException(name + " has a cell of more than a megabyte");
        }
      }
      return n;
    }
  }
}
