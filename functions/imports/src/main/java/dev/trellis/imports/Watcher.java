package dev.trellis.imports;

/** Is told how far an import is. */
public interface Watcher {

  /**
   * @param rows handled or read since the start
   */
  void at(long line, long lines, long rows);

  Watcher NOBODY = (_, _, _) -> {};
}
