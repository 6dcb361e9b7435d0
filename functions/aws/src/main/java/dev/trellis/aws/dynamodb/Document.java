package dev.trellis.aws.dynamodb;

import module java.base;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * JSON documents as attributes. Short ones are text, which people can read in the table; long ones
 * are deflated, since each kilobyte of an item is paid for with every write.
 */
public final class Document {

  /** With its keys, an item of this much text is still one kilobyte. */
  static final int LONGEST_TEXT = 800;

  private Document() {}

  /** The attribute that holds a document. */
  public static AttributeValue write(String json) {
    return write(json, LONGEST_TEXT);
  }

  static AttributeValue write(String json, int longestText) {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= longestText
        ? AttributeValue.fromS(json)
        : AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(deflated(bytes)));
  }

  /**
   * Reads what a store wrote, in either form.
   *
   * @throws IllegalStateException if it is neither
   */
  public static String read(AttributeValue value) {
    if (value.s() != null) {
      return value.s();
    }
    if (value.b() == null) {
      throw new IllegalStateException("a document is text or deflated text");
    }
    return new String(inflated(value.b().asByteArrayUnsafe()), StandardCharsets.UTF_8);
  }

  private static byte[] deflated(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException("nothing but memory is written to", e);
    }
    return out.toByteArray();
  }

  private static byte[] inflated(byte[] bytes) {
    try (var inflater = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return inflater.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("a document is not what a store wrote", e);
    }
  }
}
