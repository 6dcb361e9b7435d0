package dev.trellis.core.dictionary;

import java.util.Random;

/** One text as different people type it: width, case and spaces. */
final class Typing {

  private Typing() {}

  static String scrambled(String text, Random random) {
    var typed = new StringBuilder(spaces(random));
    text.codePoints()
        .forEach(c -> {
          int written = random.nextBoolean() ? Character.toUpperCase(c) : Character.toLowerCase(c);
          boolean wide = written > ' ' && written < 127 && random.nextInt(3) == 0;
          typed.appendCodePoint(wide ? written + 0xfee0 : written);
          if (Character.isIdeographic(c) || c == ' ') {
            typed.append(spaces(random));
          }
        });
    return typed.append(spaces(random)).toString();
  }

  private static String spaces(Random random) {
    return random.nextInt(4) == 0 ? random.nextBoolean() ? " " : "\u3000 " : "";
  }
}
