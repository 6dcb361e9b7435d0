package dev.trellis.imports.file;

import module java.base;

/**
 * What speaks for one encoding: whether every byte fits, and how many of the characters that are
 * not ASCII are such as people write in it.
 */
final class Voice {

  private static final Charset GB2312 = Charset.forName("GB2312");
  private static final int ENOUGH = 100_000;

  private final Charset charset;
  private final CharsetDecoder decoder;
  private final CharsetEncoder measure;
  private final CharBuffer out = CharBuffer.allocate(1 << 14);
  private byte[] rest = new byte[0];
  private boolean fits = true;
  private int before;
  private int last;
  private int run;
  private long characters;
  private double plausible;

  Voice(Charset charset) {
    this.charset = charset;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.measure = (charset.equals(Charsets.GB18030) ? GB2312 : charset).newEncoder();
  }

  Charset charset() {
    return charset;
  }

  /** True as long as every byte is one of this encoding. */
  boolean fits() {
    return fits;
  }

  /** 0 to 1; what nobody writes in this encoding counts nothing. */
  double score() {
    return characters == 0 ? 0 : plausible / characters;
  }

  void hear(byte[] bytes, int count, boolean isLast) {
    if (!fits) {
      return;
    }
    var all = Arrays.copyOf(rest, rest.length + count);
    System.arraycopy(bytes, 0, all, rest.length, count);
    var in = ByteBuffer.wrap(all);
    var result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, isLast);
      out.flip();
      judge(out);
    }
    fits = !result.isError();
    rest = new byte[in.remaining()];
    in.get(rest);
    if (isLast && fits) {
      judge(-1);
    }
  }

  private void judge(CharSequence text) {
    if (characters < ENOUGH) {
      text.codePoints().forEach(this::judge);
    }
  }

  // A character is judged when its neighbour is known.
  private void judge(int next) {
    if (last > 0x7f) {
      characters++;
      run++;
      plausible += charset.equals(Charsets.WESTERN) ? western(next) : eastern();
    } else {
      run = 0;
    }
    before = last;
    last = next;
  }

  // Western words have single such letters; what stands in rows of them is another encoding.
  private double western(int next) {
    if (last >= 0xc0 && last <= 0xfe && last != 0xd7 && last != 0xf7) {
      boolean isInWord = isAscii(before) || isAscii(next);
      boolean isAlone = before <= 0x7f && next <= 0x7f;
      boolean isPair = last >= 0xdf && run <= 2 && (before <= 0x7f || before >= 0xdf);
      return isInWord && isAlone ? 1 : isInWord && isPair ? 0.7 : 0;
    }
    // Quotes, dashes, the euro.
    return last > 0xff && before <= 0x7f && next <= 0x7f ? 0.8 : last == 0xa0 ? 0.5 : 0;
  }

  private static boolean isAscii(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private double eastern() {
    if (last >= 0x3000 && last <= 0x303f || last >= 0xff01 && last <= 0xff5e || isMark(last)) {
      return 1;
    } else if (last >= 0x3041 && last <= 0x30fe) {
      return charset.equals(Charsets.SHIFT_JIS) ? 1 : 0.3;
    } else if (last >= 0xff61 && last <= 0xff9f) {
      return 0.2;
    }
    return Character.isIdeographic(last) ? ideograph() : 0;
  }

  private static boolean isMark(int c) {
    return c == 0xb7 || c >= 0x2013 && c <= 0x2026;
  }

  // All three tables begin with the characters in common use.
  private double ideograph() {
    try {
      var bytes = measure.encode(CharBuffer.wrap(Character.toChars(last)));
      int lead = bytes.get(0) & 0xff;
      if (charset.equals(Charsets.GB18030)) {
        return lead >= 0xb0 && lead <= 0xd7 ? 1 : 0.5;
      } else if (charset.equals(Charsets.BIG5)) {
        return lead >= 0xa4 && lead <= 0xc6 ? 1 : 0.4;
      }
      return lead >= 0x88 && lead <= 0x97 ? 0.9 : 0.3;
    } catch (CharacterCodingException e) {
      return 0; // in the encoding, but in no table of what people use
    }
  }
}
