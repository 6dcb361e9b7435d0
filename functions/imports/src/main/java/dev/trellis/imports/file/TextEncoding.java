package dev.trellis.imports.file;

import module java.base;

import org.mozilla.universalchardet.UniversalDetector;

/**
 * Decides in which encoding a text is, by all of it. A wrong guess is worse than a question: where
 * two readings are likely, both are shown and a person decides.
 */
final class TextEncoding {

  private static final double LIKELY = 0.6;
  private static final double APART = 0.2;

  /** What a detector is worth that says another encoding than those that are read here. */
  private static final double FOREIGN = 0.75;

  private static final int EXAMPLE = 60;

  private final String name;
  private final Predicate<String> isHeader;

  /**
   * @param name of the file
   * @param isHeader true for a word that stands in headers
   */
  TextEncoding(String name, Predicate<String> isHeader) {
    this.name = name;
    this.isHeader = isHeader;
  }

  /** One encoding, with all that speaks for it. */
  private record Candidate(Charset charset, double score, boolean knowsHeaders) {}

  /**
   * The encoding.
   *
   * @param chosen by a person, if there
   * @throws ImportException if the text is in none, or may be in two
   */
  Charset of(Source source, Optional<Charset> chosen) throws IOException {
    var sample = TextSample.of(source);
    if (sample.isEmpty()) {
      throw new ImportException(name + " is empty");
    }
    var charset = chosen.or(sample::marked).or(sample::wide);
    if (charset.isPresent()) {
      return fitting(charset.get(), source);
    } else if (sample.hasZeros()) {
      throw new ImportException(name + " is no text file");
    }
    var broken = Utf8Check.of(source);
    if (broken.isWhole()) {
      refuseReadTwice(sample);
      return Charsets.UTF_8;
    } else if (broken.isNearlyWhole()) {
      throw new ImportException(
          "%s is UTF-8 but for line %d, which was damaged. Export it anew"
              .formatted(name, broken.line()));
    }
    return likeliest(source, sample);
  }

  private Charset fitting(Charset charset, Source source) throws IOException {
    try (var lines = new Lines(source.open(), charset, 0)) {
      long number = 1;
      try {
        for (var line = lines.take(); line != null; line = lines.take()) {
          if (line.text().indexOf('\0') >= 0) {
            throw new ImportException(name + " is no text file");
          }
          number++;
        }
        return charset;
      } catch (CharacterCodingException e) {
        throw new ImportException(
            "line %d of %s is not in %s".formatted(number, name, Charsets.name(charset)), e);
      }
    }
  }

  private Charset likeliest(Source source, TextSample sample) throws IOException {
    var voices = Charsets.LEGACY.stream().map(Voice::new).toList();
    var detector = new UniversalDetector();
    var buffer = new byte[1 << 16];
    try (var in = source.open()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        int count = n;
        voices.forEach(voice -> voice.hear(buffer, count, false));
        if (!detector.isDone()) {
          detector.handleData(buffer, 0, n);
        }
      }
    }
    voices.forEach(voice -> voice.hear(buffer, 0, true));
    detector.dataEnd();
    return decide(voices, Optional.ofNullable(detector.getDetectedCharset()), sample);
  }

  private Charset decide(List<Voice> voices, Optional<String> detected, TextSample sample) {
    var meant = detected.flatMap(Charsets::named);
    var candidates =
        voices.stream()
            .filter(Voice::fits)
            .map(voice ->
                new Candidate(
                    voice.charset(),
                    voice.score() + (meant.filter(voice.charset()::equals).isPresent() ? 0.1 : 0),
                    sample.headers(voice.charset()).anyMatch(isHeader)))
            .sorted(
                Comparator.comparing(Candidate::knowsHeaders)
                    .thenComparingDouble(Candidate::score)
                    .reversed())
            .toList();
    if (candidates.isEmpty()) {
      throw new ImportException(
          "%s is in none of %s. Save it as CSV (UTF-8) and import that"
              .formatted(name, String.join(", ", Charsets.names())));
    }
    var best = candidates.getFirst();
    var next = candidates.size() > 1 ? candidates.get(1) : null;
    if (best.knowsHeaders() && (next == null || !next.knowsHeaders())) {
      return best.charset();
    }
    boolean isForeign =
        detected.isPresent() && meant.isEmpty() && best.score() < FOREIGN + APART + 0.1;
    if (isForeign) {
      throw new ImportException(
          "%s looks like %s, which is not read here; in %s it says %s. Save it as CSV (UTF-8), or say -Dcharset=%s"
              .formatted(
                  name,
                  detected.get(),
                  Charsets.name(best.charset()),
                  sample.example(best.charset(), EXAMPLE),
                  Charsets.name(best.charset())));
    } else if (best.score() >= LIKELY
        && (next == null
            || best.score() - next.score() >= APART
            || sample.readsTheSame(best.charset(), next.charset()))) {
      return best.charset();
    }
    throw new ImportException(question(best, next, sample));
  }

  private String question(Candidate best, Candidate next, TextSample sample) {
    return next == null
        ? "%s is unlikely to be %s, in which it says %s. Say -Dcharset=%s if it is"
            .formatted(
                name,
                Charsets.name(best.charset()),
                sample.example(best.charset(), EXAMPLE),
                Charsets.name(best.charset()))
        : "%s says %s in %s and %s in %s. Say which: -Dcharset=%s or -Dcharset=%s"
            .formatted(
                name,
                sample.example(best.charset(), EXAMPLE),
                Charsets.name(best.charset()),
                sample.example(next.charset(), EXAMPLE),
                Charsets.name(next.charset()),
                Charsets.name(best.charset()),
                Charsets.name(next.charset()));
  }

  // UTF-8 that somebody took for another encoding and saved as UTF-8 again.
  private void refuseReadTwice(TextSample sample) {
    for (var charset : List.of(Charsets.WESTERN, Charsets.GB18030)) {
      sample
          .readTwice(charset)
          .ifPresent(meant -> {
            throw new ImportException(
                "%s says %s, which was meant to be %s: it was read as %s once and saved so. Export it anew, as UTF-8"
                    .formatted(
                        name,
                        sample.example(Charsets.UTF_8, EXAMPLE),
                        TextSample.quoted(meant, EXAMPLE),
                        Charsets.name(charset)));
          });
    }
  }
}
