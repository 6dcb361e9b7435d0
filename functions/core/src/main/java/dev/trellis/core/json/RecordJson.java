package dev.trellis.core.json;

import module java.base;

/**
 * A large record to JSON and back, equal to what it was: for what is written once and read at every
 * start. Equal records give equal bytes.
 *
 * <p>Unlike {@link Json}, it keeps the order of maps and empty texts, and takes only what it wrote
 * itself.
 *
 * @param base folder that paths are written relative to
 */
public record RecordJson(Path base) {

  /**
   * A type that holds more than it is made of. It is written as one record and made from it by its
   * public static {@code unpacked}.
   */
  public interface Packed<R extends Record> {
    R packed();
  }

  public void write(Record value, OutputStream out) throws IOException {
    var tree = new TreeWriter(Style.EXACT, base).tree(value);
    out.write(Json.compose(tree).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads one record.
   *
   * @throws MessageFormatException if that is not what {@link #write} wrote
   */
  public <T extends Record> T read(Class<T> type, InputStream in) throws IOException {
    var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    return new TreeReader(Style.EXACT, base).read(type, Json.parse(text));
  }
}
