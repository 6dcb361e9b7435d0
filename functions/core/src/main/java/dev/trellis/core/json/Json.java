package dev.trellis.core.json;

import module java.base;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;

/**
 * Records to canonical JSON and back. Members keep the record's order, map keys are sorted, and
 * whatever is null, {@code false}, zero or empty is left out, so equal records give equal bytes. A
 * variant of a sealed interface carries its simple name as {@code kind}.
 */
public final class Json {

  private static final TreeWriter CANONICAL = new TreeWriter(Style.CANONICAL, null);
  private static final TreeReader READER = new TreeReader(Style.CANONICAL, null);

  private Json() {}

  /** Marks a type that is written as one string and read by its static {@code parse(String)}. */
  public interface Text {}

  /** Marks a component of a record that is shown: its own members stand in its place. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  public @interface Inline {}

  /**
   * Marks a sealed type that used to be written as one string, which its static {@code
   * parse(String)} still reads.
   */
  public interface FormerText {}

  public static String write(Object value) {
    return compose(tree(value));
  }

  /** Writes what is to be looked at: only null is left out, and maps keep their order. */
  public static String show(Object view) {
    return compose(new TreeWriter(Style.SHOWN, null).tree(view));
  }

  /** Writes a plain tree of maps, lists, strings, numbers and booleans as it is. */
  public static String compose(@Nullable Object tree) {
    return TreeText.write(tree == null ? Map.of() : tree);
  }

  /**
   * Reads one record.
   *
   * @throws MessageFormatException if the text is not JSON or does not fit the record; the message
   *     names the member, never its content
   */
  public static <T> T read(Class<T> type, String json) {
    return read(type, parse(json));
  }

  /** The same from the plain map that {@link #parse} gives. */
  public static <T> T read(Class<T> type, Map<?, ?> tree) {
    return READER.read(type, tree);
  }

  /**
   * Reads a JSON object as a plain map.
   *
   * @throws MessageFormatException if it is not a JSON object
   */
  public static Map<String, Object> parse(String json) {
    try {
      return TreeText.read(json);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new MessageFormatException(
          at == null
              ? "not a JSON object"
              : "not a JSON object, line " + at.getLineNr() + " column " + at.getColumnNr());
    } catch (IOException | StackOverflowError e) {
      throw new MessageFormatException("not a JSON object");
    }
  }

  /** The plain tree (maps, lists, strings, numbers, booleans) that {@link #write} composes. */
  public static @Nullable Object tree(@Nullable Object value) {
    return CANONICAL.tree(value);
  }
}
