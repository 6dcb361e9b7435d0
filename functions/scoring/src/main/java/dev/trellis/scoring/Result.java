package dev.trellis.scoring;

/** What became of one lead event. */
public enum Result {
  APPENDED,
  /** It was in the log already. */
  DUPLICATE,
  /** The page it was sent from was used before. */
  RECEIPT_USED,
  /** It is one of a crowd, and was counted. */
  COUNTED,
  /** A merge was undone. */
  SEPARATED,
  /** A person was forgotten. */
  ERASED,
  /** Somebody who was thought silent was not, and stays. */
  KEPT,
  /** It is about a person who was forgotten: nothing was kept. */
  DROPPED,
  /** It cannot be taken as it is: it waits in quarantine. */
  REFUSED
}
