package dev.trellis.core.playbook;

/** From where on a lead is hot, and from where on it is warm; below it is cold (R74, R98). */
public record HeatScale(Threshold hot, Threshold warm) {

  private static final Threshold OUT_OF_REACH =
      new Threshold(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** Everybody is cold. */
  public static final HeatScale COLD = new HeatScale(OUT_OF_REACH, OUT_OF_REACH);

  /**
   * All three have to be reached.
   *
   * @param contentTags reads of contents that carry a tag
   * @param activity whole points of the activity score
   * @param keys key behaviours shown
   */
  public record Threshold(int contentTags, int activity, int keys) {

    /** True if nothing in it is above the other's. */
    public boolean isAtMost(Threshold other) {
      return contentTags <= other.contentTags && activity <= other.activity && keys <= other.keys;
    }
  }
}
