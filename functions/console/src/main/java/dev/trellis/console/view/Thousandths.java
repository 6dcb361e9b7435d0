package dev.trellis.console.view;

import dev.trellis.core.portrait.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Thousandths of a point as people and programs read them. */
public final class Thousandths {

  private static final int THOUSANDTHS = 3;

  private Thousandths() {}

  static BigDecimal exact(Score score) {
    return exact(score.points());
  }

  static BigDecimal exact(long thousandths) {
    return plain(BigDecimal.valueOf(thousandths, THOUSANDTHS));
  }

  /** To one decimal place. */
  public static String text(long thousandths) {
    var points = BigDecimal.valueOf(thousandths, THOUSANDTHS).setScale(1, RoundingMode.HALF_UP);
    return plain(points).toPlainString();
  }

  private static BigDecimal plain(BigDecimal points) {
    var exact = points.stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }
}
