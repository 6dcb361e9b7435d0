package dev.trellis.imports.file;

import module java.base;

/**
 * What is packed in a ZIP archive, read one after the other, so that nothing of it is believed that
 * it declares: neither sizes nor directories. Whoever packs more than people do is refused.
 */
final class Archive {

  /** Nobody's leads fill more. */
  static final long MOST_BYTES = 1L << 30;

  /** From here on it counts how tightly something is packed. */
  private static final long LOOSE = 32L << 20;

  private static final long TIGHTEST = 200;
  private static final int MOST_ENTRIES = 2000;

  private final String name;
  private final Source source;

  /**
   * @param name of the file, for people
   */
  Archive(String name, Source source) {
    this.name = name;
    this.source = source;
  }

  static boolean isOne(byte[] start) {
    return start.length >= 4
        && start[0] == 'P'
        && start[1] == 'K'
        && start[2] == 3
        && start[3] == 4;
  }

  /** The names of all that it holds, but for folders and what systems put beside files. */
  List<String> names() throws IOException {
    var names = new ArrayList<String>();
    try (var zip = new Zip()) {
      for (var entry = zip.next(); entry != null; entry = zip.next()) {
        var path = entry.getName();
        if (!entry.isDirectory() && !path.startsWith("__MACOSX/") && !path.endsWith(".DS_Store")) {
          names.add(path);
        }
      }
    }
    return names;
  }

  /** One of them, which can be read again. */
  Source part(String path) {
    return () ->
        find(path).orElseThrow(() -> new ImportException(name + " is damaged: it has no " + path));
  }

  /** One of them, if it is there. */
  Optional<InputStream> find(String path) throws IOException {
    var zip = new Zip();
    try {
      for (var entry = zip.next(); entry != null; entry = zip.next()) {
        if (entry.getName().equalsIgnoreCase(path)) {
          return Optional.of(zip);
        }
      }
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
    zip.close();
    return Optional.empty();
  }

  /** The bytes of its current entry. */
  private final class Zip extends InputStream {

    private final Counted packed;
    private final ZipInputStream in;
    private long bytes;
    private int entries;

    Zip() throws IOException {
      packed = new Counted(source.open());
      in = new ZipInputStream(packed);
    }

    ZipEntry next() throws IOException {
      drain();
      var entry = entry();
      if (entry == null) {
        return null;
      } else if (++entries > MOST_ENTRIES) {
        throw new ImportException(name + " holds more than " + MOST_ENTRIES + " files");
      } else if (entry.getSize() > MOST_BYTES) {
        throw new ImportException(name + " says to hold more than a gigabyte");
      }
      return entry;
    }

    private ZipEntry entry() throws IOException {
      try {
        return in.getNextEntry();
      } catch (EOFException e) {
        throw new ImportException(name + " is damaged: it ends too early", e);
      } catch (ZipException | IllegalArgumentException e) {
        throw new ImportException(
            "%s is packed in a way that is not read here (%s). Save it as CSV (UTF-8) and import that"
                .formatted(name, e.getMessage()),
            e);
      }
    }

    private void drain() throws IOException {
      var buffer = new byte[1 << 16];
      if (entries > 0) {
        while (read(buffer, 0, buffer.length) >= 0) {
          // Only counted.
        }
      }
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int n;
      try {
        n = in.read(buffer, from, length);
      } catch (ZipException e) {
        throw new ImportException(name + " is damaged: " + e.getMessage(), e);
      } catch (EOFException e) {
        throw new ImportException(name + " is damaged: it ends too early", e);
      }
      bytes += Math.max(0, n);
      if (bytes > MOST_BYTES || bytes > LOOSE && bytes > TIGHTEST * packed.bytes) {
        throw new ImportException(
            name + " is packed tighter than any list of people, or holds more than a gigabyte");
      }
      return n;
    }

    @Override
    public void close() throws IOException {
      packed.close(); // and not what is left of the entry first
    }
  }

  private static final class Counted extends FilterInputStream {

    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int c = super.read();
      bytes += c < 0 ? 0 : 1;
      return c;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int n = super.read(buffer, from, length);
      bytes += Math.max(0, n);
      return n;
    }
  }
}
