package dev.trellis.playbook.bind;

/** A record of a file that means something of the playbook, and speaks its {@link Grammar}. */
public interface Means<T> extends Grammar {

  /** What is meant; problems of its own it reports at its place, and answers all the same. */
  T meaning(Reading reading);
}
