package dev.trellis.core.json;

/** What becomes of what is empty, and of an order. */
enum Style {
  /** Empty is left out, maps and sets are sorted: equal records give equal bytes. */
  CANONICAL,
  /** Only null is left out, and what has an order keeps it: for people. */
  SHOWN,
  /** What has an order keeps it, and what is read is equal to what was written. */
  EXACT
}
