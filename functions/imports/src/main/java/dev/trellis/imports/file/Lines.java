package dev.trellis.imports.file;

import module java.base;

/**
 * The lines of a text, decoded one by one, so that it is known at which byte each begins: in all
 * encodings read here the byte of a line's end is part of no other character.
 */
final class Lines implements AutoCloseable {

  /**
   * A line as it was read.
   *
   * @param text without its end; of one that is too long, one character more than a row may have
   * @param end where the next one begins
   */
  record Line(String text, long end) {}

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final int unit;
  private final boolean bigEndian;
  private final byte[] buffer = new byte[1 << 16];
  private int filled;
  private int next;
  private long position;

  /**
   * @param in from a place on where a line begins
   * @param position of that place
   */
  Lines(InputStream in, Charset charset, long position) throws IOException {
    this.in = in;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.unit = charset.name().startsWith("UTF-16") ? 2 : 1;
    this.bigEndian = charset.equals(StandardCharsets.UTF_16BE);
    this.position = position;
    if (position == 0) {
      skipMark(charset);
    }
  }

  private void skipMark(Charset charset) throws IOException {
    fill();
    var mark =
        switch (charset.name()) {
          case "UTF-8" -> new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
          case "UTF-16BE" -> new byte[] {(byte) 0xfe, (byte) 0xff};
          case "UTF-16LE" -> new byte[] {(byte) 0xff, (byte) 0xfe};
          case "GB18030" -> new byte[] {(byte) 0x84, 0x31, (byte) 0x95, 0x33};
          default -> new byte[0];
        };
    if (filled >= mark.length && Arrays.equals(mark, 0, mark.length, buffer, 0, mark.length)) {
      next = mark.length;
      position = mark.length;
    }
  }

  /** The next line; null at the end. */
  Line take() throws IOException {
    var bytes = new ByteArrayOutputStream();
    boolean some = false;
    // Enough for as many characters as a row may have, and one more.
    int most = 4 * (Rows.MOST_CHARACTERS + 1);
    for (int c = unit(); c >= 0; c = unit()) {
      some = true;
      if (c == '\n') {
        return line(bytes);
      } else if (c == '\r') {
        if (peek() == '\n') {
          unit();
        }
        return line(bytes);
      }
      if (bytes.size() < most) {
        if (unit == 1) {
          bytes.write(c);
        } else {
          bytes.write(bigEndian ? c >> 8 : c);
          bytes.write(bigEndian ? c : c >> 8);
        }
      }
    }
    return some ? line(bytes) : null;
  }

  private Line line(ByteArrayOutputStream bytes) throws IOException {
    var raw = bytes.toByteArray();
    boolean isCut = raw.length >= 4 * (Rows.MOST_CHARACTERS + 1);
    try {
      return new Line(decoder.decode(ByteBuffer.wrap(raw)).toString(), position);
    } catch (CharacterCodingException e) {
      if (isCut) { // in the middle of a character; nobody reads it
        return new Line(" ".repeat(Rows.MOST_CHARACTERS + 1), position);
      }
      throw e;
    }
  }

  private int unit() throws IOException {
    int c = peek();
    if (c >= 0) {
      next += unit;
      position += unit;
    }
    return c;
  }

  private int peek() throws IOException {
    if (filled - next < unit) {
      fill();
    }
    if (filled - next < unit) {
      return -1;
    } else if (unit == 1) {
      return buffer[next] & 0xff;
    }
    int first = buffer[next] & 0xff;
    int second = buffer[next + 1] & 0xff;
    return bigEndian ? first << 8 | second : second << 8 | first;
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, next, buffer, 0, filled - next);
    filled -= next;
    next = 0;
    filled += Math.max(0, in.readNBytes(buffer, filled, buffer.length - filled));
  }

  long position() {
    return position;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
