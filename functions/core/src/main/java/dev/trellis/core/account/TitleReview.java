package dev.trellis.core.account;

import module java.base;

import dev.trellis.core.account.Filing.OpenTitle;
import dev.trellis.core.dictionary.Titles;

/** Titles that wait for somebody to put them into the dictionary (R26). */
public final class TitleReview {

  private TitleReview() {}

  /**
   * One wording.
   *
   * @param title as it was first written
   * @param leads how many people wrote it
   */
  public record Waiting(String normal, String title, int leads, Instant first) {}

  /**
   * What still waits, the most frequent first: whatever today's dictionary knows is done, with
   * nothing to tick off.
   */
  public static List<Waiting> of(List<OpenTitle> told, Titles dictionary) {
    var byTitle = new TreeMap<String, List<OpenTitle>>();
    told.stream()
        .filter(t -> dictionary.find(t.title()).isEmpty())
        .forEach(t -> byTitle.computeIfAbsent(t.normal(), _ -> new ArrayList<>()).add(t));
    return byTitle.values().stream()
        .map(TitleReview::waiting)
        .sorted(Comparator.comparingInt(Waiting::leads).reversed().thenComparing(Waiting::normal))
        .toList();
  }

  private static Waiting waiting(List<OpenTitle> same) {
    var first =
        same.stream()
            .min(Comparator.comparing(OpenTitle::at).thenComparing(OpenTitle::lead))
            .orElseThrow();
    var leads = (int) same.stream().map(OpenTitle::lead).distinct().count();
    return new Waiting(first.normal(), first.title(), leads, first.at());
  }
}
