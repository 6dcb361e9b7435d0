package dev.trellis.core.port.sweep;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through all leads page by page, and remembers how far each owner of a sweep has come. */
public interface Sweeps {

  /** In place of a page's {@code next}: from the beginning. */
  String START = "";

  /** How far the last sweep of an owner is; empty before the first. */
  Optional<Progress> progress(String owner);

  void save(String owner, Progress progress);

  /**
   * The leads of one page that stand for a person. A lead that is there throughout a sweep is on
   * one of its pages.
   */
  Page page(String from);

  /**
   * Some leads, perhaps none.
   *
   * @param next where to go on, or null at the end
   */
  record Page(List<String> leads, @Nullable String next) {}

  /**
   * How far a sweep is.
   *
   * @param cause why every lead is looked at: another cause begins anew
   * @param next where to go on, or null if it is done
   * @param leads how many it came by so far
   */
  record Progress(String cause, @Nullable String next, long leads) {

    Progress after(Page page) {
      return new Progress(cause, page.next(), leads + page.leads().size());
    }
  }
}
