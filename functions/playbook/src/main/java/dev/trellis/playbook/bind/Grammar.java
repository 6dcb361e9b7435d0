package dev.trellis.playbook.bind;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * What a record says about a file beyond the names and types of its components: the reader and the
 * schema are made of it. Optional are components that are an {@link java.util.Optional}, a {@code
 * boolean}, or have an {@link Or}.
 */
public interface Grammar {

  /** What editors show beside it. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Says {
    String value();
  }

  /** The key, where it is no name that Java allows. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Key {
    String value();
  }

  /** The record is written without a key, as the value of its one component. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Bare {}

  /** It may be left out: then it is this, or nothing. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Or {
    String value() default "";
  }

  /** Bounds of a number; without it, any from 0 on. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Whole {
    int least() default 0;

    int most() default Integer.MAX_VALUE;
  }

  /** A text is written like this; the reader refuses another only if {@link Wrong} says how. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Like {
    String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";
    String PATH = SLUG + "(/" + SLUG + ")*";

    String value();

    String example() default "";
  }

  /** A text is one of these words, or of the names of what a sealed type permits. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Words {
    String[] value() default {};

    Class<?> of() default void.class;
  }

  /** A text that YAML may take for a number or a yes. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface AnyWord {}

  /** What the reader says of a value that may not be, in the place of {@code %s}. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Wrong {
    String value();

    String remedy() default "";
  }

  /** The entries are things of this kind: each has an id of its own and its place is kept. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Each {
    String value();
  }

  /** How the keys of a mapping are written. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Keys {
    String value();
  }

  /** There is one entry at least; what is said if there is none. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Filled {
    String value() default "is an empty list";

    String remedy() default "Add an entry or remove the key";
  }

  /** A single entry need not be written as a list. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface OneOrMore {}

  /** The record stands for one of the playbook, whose components are of the same types. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Of {
    Class<?> value();
  }

  /** A rule that only editors check, as JSON. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Also {
    String value();
  }
}
