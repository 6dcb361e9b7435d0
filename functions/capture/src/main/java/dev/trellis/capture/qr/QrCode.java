package dev.trellis.capture.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** The squares of a QR code, its quiet zone included. */
public record QrCode(BitMatrix squares) {

  /** Squares of white that a reader needs around the code (ISO/IEC 18004). */
  private static final int QUIET_ZONE = 4;

  public static QrCode of(String text) {
    var hints =
        Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.MARGIN,
            QUIET_ZONE);
    try {
      return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }

  int size() {
    return squares.getWidth();
  }

  boolean isDark(int x, int y) {
    return squares.get(x, y);
  }
}
