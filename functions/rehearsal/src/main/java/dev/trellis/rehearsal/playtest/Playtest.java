package dev.trellis.rehearsal.playtest;

import module java.base;

import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;

/**
 * A test of the playbook, as marketers write it: what one person does, how much time passes, and
 * what is true of the person then.
 *
 * @param file in which it stands, relative to the playbook
 * @param lasts from the beginning until {@code then} is looked at
 */
public record Playtest(
    String file,
    int line,
    String name,
    Instant begins,
    List<Given> given,
    Duration lasts,
    List<Expected> then) {

  public Playtest {
    given = List.copyOf(given);
    then = List.copyOf(then);
  }

  /** Something that the person, or sales, does so long after the beginning. */
  public record Given(
      Duration after, Happening happening, SortedSet<Identity> identities, Origin origin) {}

  /** Something that must be true in the end, and the line that says so. */
  public sealed interface Expected {
    int line();
  }

  /** The stage, pool or heat is one of these. */
  public record OneOf(int line, String what, List<String> words) implements Expected {}

  /** A score, in whole points, lies within these bounds. */
  public record Points(int line, String score, int least, int most) implements Expected {}

  /** The person has a tag, or does not have it. */
  public record Tagged(int line, String tag, boolean isThere) implements Expected {}

  /** These mails were sent in this order, and no others. */
  public record Mailed(int line, List<Letter> letters) implements Expected {
    public Mailed {
      letters = List.copyOf(letters);
    }
  }

  /** The person was handed to the CRM so many times. */
  public record HandedOff(int line, int times) implements Expected {}

  /** A mail, with the content in it or null. */
  public record Letter(String mail, String content) {
    @Override
    public String toString() {
      return content == null ? mail : mail + ": " + content;
    }
  }
}
