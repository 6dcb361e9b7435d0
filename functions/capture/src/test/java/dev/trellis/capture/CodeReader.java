package dev.trellis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads QR codes as a phone does. */
final class CodeReader {

  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"");
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H\\1z");

  private CodeReader() {}

  /** What a drawn code says. */
  static String read(String svg) throws Exception {
    return read(drawn(svg));
  }

  private static BufferedImage drawn(String svg) {
    var size = SIZE.matcher(svg);
    assertThat(size.find()).isTrue();
    int scale = 8;
    int pixels = Integer.parseInt(size.group(1)) * scale;
    var image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(java.awt.Color.WHITE);
    graphics.fillRect(0, 0, pixels, pixels);
    graphics.setColor(java.awt.Color.BLACK);
    var runs = RUN.matcher(svg);
    while (runs.find()) {
      graphics.fillRect(
          Integer.parseInt(runs.group(1)) * scale,
          Integer.parseInt(runs.group(2)) * scale,
          Integer.parseInt(runs.group(3)) * scale,
          scale);
    }
    graphics.dispose();
    return image;
  }

  static String read(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    var pixels = image.getRGB(0, 0, width, height, null, 0, width);
    var source = new RGBLuminanceSource(width, height, pixels);
    // Looked for in a picture, one code of sixty is not found; a phone looks many times.
    var alone = Map.of(DecodeHintType.PURE_BARCODE, true);
    var bitmap = new BinaryBitmap(new HybridBinarizer(source));
    return new MultiFormatReader().decode(bitmap, alone).getText();
  }
}
