package dev.trellis.core.dictionary;

import module java.base;

/**
 * One company under its many names: legal forms and widths folded, places and units put where they
 * can be told apart (R21).
 *
 * <p>Legal forms are taken away at both ends, in any order. A place is a part of the name, at
 * whichever end or in brackets it stands: 合肥精密阀门 and 苏州精密阀门 are two. So is the unit: a group or a
 * branch is not the company. A core reads {@code 合肥·精密阀门/上海 分公司}.
 */
public record CompanyNames(Spelling spelling, CompanyWords words) {

  public static final CompanyNames EMPTY = new CompanyNames(Spelling.PLAIN, CompanyWords.EMPTY);

  /** Stands between a place and what tells a company from others there. */
  public static final String PLACE = "·";

  /** Stands before each unit. */
  public static final String UNIT = "/";

  private static final Pattern BRACKETS =
      Pattern.compile("[(\\[{〔【「『〈《]([^()\\[\\]{}〔〕【】「」『』〈〉《》]*)[)\\]}〕】」』〉》]");
  private static final Pattern HOST =
      Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9-]*[a-z][a-z0-9-]*");
  private static final int LONGEST_HOST = 253;
  private static final int LONGEST_LABEL = 63;
  private static final int ASCII_END = 128;
  private static final int MOST_ROUNDS = 20;

  /**
   * What is left of a name when legal forms are taken away; empty if nothing is, or if it names no
   * company, as 个人 and n/a do.
   */
  public Optional<String> core(String name) {
    if (words.placeholders().contains(String.join(" ", spelling.words(name)))) {
      return Optional.empty();
    }
    var core = once(name);
    // Words that stood apart are one in the core; taking it apart again must change nothing.
    for (int round = 0; core.isPresent() && round < MOST_ROUNDS; round++) {
      var again = once(core.get());
      if (again.equals(core)) {
        break;
      }
      core = again;
    }
    return core;
  }

  /** True if a name says which company it is, and not only where one is, or what kind of one. */
  public boolean tells(String name) {
    return core(name).filter(core -> !isNowhereElse(core)).isPresent();
  }

  // Nothing but places and units.
  private boolean isNowhereElse(String core) {
    var name = core.split(UNIT, 2)[0];
    return name.isEmpty()
        || Stream.of(name.split(PLACE))
            .allMatch(part -> CompanyName.tellsNothing(words, spelling.split(part)));
  }

  /** The domain of an address, unless anybody can have an address there. */
  public Optional<String> domain(String email) {
    var host = ascii(spelling.fold(email.substring(email.lastIndexOf('@') + 1)).strip());
    if (email.indexOf('@') < 1 || host.length() > LONGEST_HOST || !HOST.matcher(host).matches()) {
      return Optional.empty();
    }
    return isFreeMail(host) ? Optional.empty() : Optional.of(host);
  }

  private boolean isFreeMail(String host) {
    for (int at = 0; at >= 0; at = host.indexOf('.', at + 1)) {
      if (words.freeMail().contains(host.substring(at == 0 ? 0 : at + 1))) {
        return true;
      }
    }
    return false;
  }

  private static String ascii(String host) {
    if (host.length() <= LONGEST_LABEL && host.chars().allMatch(c -> c < ASCII_END)) {
      return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
    try {
      var ascii = IDN.toASCII(host);
      return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private Optional<String> once(String name) {
    var places = new ArrayList<String>();
    var rest =
        BRACKETS.matcher(spelling.fold(name)).replaceAll(bracket -> outside(bracket, places));
    return new CompanyName(words, spelling.split(rest), places).core();
  }

  // A place in brackets is noted and goes; any other word in brackets is a part of the name.
  private String outside(MatchResult bracket, List<String> places) {
    var inside = spelling.split(bracket.group(1));
    if (!CompanyName.tellsNothing(words, inside)) {
      return " " + String.join(" ", inside) + " ";
    }
    new CompanyName(words, inside, List.of())
        .core()
        .ifPresent(place -> places.add(place.substring(place.lastIndexOf(PLACE) + 1)));
    return " ";
  }
}
