package dev.trellis.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DocumentTest {

  @Test
  void whatIsShortStaysReadable() {
    var json = json(Document.LONGEST_TEXT);
    assertThat(Document.write(json).s()).isEqualTo(json);
  }

  @Test
  void whatIsLongTakesLessRoom() {
    var written = Document.write(json(Document.LONGEST_TEXT + 1));
    assertThat(written.s()).isNull();
    assertThat(written.b().asByteArray()).hasSizeLessThan(Document.LONGEST_TEXT / 2);
  }

  @Test
  void whatIsWrittenIsRead() {
    for (int length : new int[] {2, Document.LONGEST_TEXT, Document.LONGEST_TEXT + 1, 100_000}) {
      assertThat(Document.read(Document.write(json(length)))).isEqualTo(json(length));
    }
  }

  @Test
  void theSameDocumentIsTheSameAttribute() {
    assertThat(Document.write(json(5000))).isEqualTo(Document.write(json(5000)));
  }

  @Test
  void whatNoStoreWroteIsRefused() {
    var whole = Document.write(json(5000)).b().asByteArray();
    var half = AttributeValue.fromB(SdkBytes.fromByteArray(Arrays.copyOf(whole, whole.length / 2)));
    var noise = AttributeValue.fromB(SdkBytes.fromUtf8String("no document"));
    for (var wrong : new AttributeValue[] {half, noise, AttributeValue.fromN("1")}) {
      assertThatIllegalStateException().isThrownBy(() -> Document.read(wrong));
    }
  }

  /** As many bytes of JSON, with letters of two bytes in it. */
  private static String json(int bytes) {
    return "\"" + "é".repeat((bytes - 2) / 2) + "x".repeat(bytes % 2) + "\"";
  }
}
