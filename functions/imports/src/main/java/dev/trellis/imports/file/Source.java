package dev.trellis.imports.file;

import module java.base;

/** The bytes of a file, wherever they lie; they can be read again, and from any place on. */
public interface Source {

  InputStream open() throws IOException;

  /** The bytes from a position on. */
  default InputStream open(long position) throws IOException {
    var in = open();
    try {
      in.skipNBytes(position);
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  static Source of(Path path) {
    return new Source() {
      @Override
      public InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
      }

      @Override
      public InputStream open(long position) throws IOException {
        return Channels.newInputStream(
            FileChannel.open(path, StandardOpenOption.READ).position(position));
      }
    };
  }
}
