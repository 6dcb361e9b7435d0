package dev.trellis.capture.qr;

import module java.base;

/**
 * Draws a QR code as PNG (ISO/IEC 15948), one bit per pixel. Written by hand, since the imaging
 * classes of Java load native libraries and would lengthen each cold start.
 */
public final class QrPng {

  private static final int PIXELS = 1024;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] ONE_BIT_GREY = {1, 0, 0, 0, 0};

  private QrPng() {}

  public static byte[] draw(QrCode code) {
    int scale = Math.max(1, PIXELS / code.size());
    int pixels = code.size() * scale;
    var png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    var header = ByteBuffer.allocate(13).putInt(pixels).putInt(pixels).put(ONE_BIT_GREY);
    chunk(png, "IHDR", header.array());
    chunk(png, "IDAT", deflated(rows(code, scale, pixels)));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static byte[] rows(QrCode code, int scale, int pixels) {
    int rowBytes = 1 + (pixels + 7) / 8; // the first says: no filter
    var rows = new byte[rowBytes * pixels];
    for (int y = 0; y < pixels; y++) {
      for (int x = 0; x < pixels; x++) {
        if (!code.isDark(x / scale, y / scale)) {
          rows[y * rowBytes + 1 + x / 8] |= (byte) (0x80 >> x % 8);
        }
      }
    }
    return rows;
  }

  private static byte[] deflated(byte[] bytes) {
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(bytes);
      deflater.finish();
      var out = new ByteArrayOutputStream();
      var buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    var typeBytes = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(typeBytes);
    crc.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(typeBytes);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
