package dev.trellis.core.event;

import module java.base;

import dev.trellis.core.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * How a visitor came, as far as links and browsers tell: campaign, click id, the host of the page
 * before and what was searched for there. Whatever else a link says is not taken.
 */
public final class Arrival {

  public static final List<String> CAMPAIGN =
      List.of("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content");

  /** What advertising networks add to a link, by which they know the click again. */
  public static final List<String> CLICKS = List.of("bd_vid", "gclid", "li_fat_id", "msclkid");

  /** Host of the page before. */
  public static final String REFERRER = "referrer";

  /** What was searched for there. */
  public static final String SEARCH = "search";

  /** All that is taken. */
  public static final List<String> NAMES =
      Stream.of(CAMPAIGN, CLICKS, List.of(REFERRER, SEARCH)).flatMap(List::stream).toList();

  static final int LONGEST_TEXT = 80;

  /** Half a click id is none. */
  static final int LONGEST_CLICK = 160;

  private static final Pattern CLICK = Pattern.compile("[\\w.~-]{1," + LONGEST_CLICK + "}");
  private static final Pattern ADDRESS = Pattern.compile("@|%40");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?:\\+|(?<!\\d)00)\\d{7,15}(?!\\d)|(?<!\\d)(?:86)?1[3-9]\\d{9}(?!\\d)|^0\\d{9,11}$");
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=[\\d+)])[\\s().-]+(?=[\\d(])");

  private Arrival() {}

  /**
   * How a request came.
   *
   * @param told by a link or a form; as page before it may name an address or a host
   * @param referrer address of the page before as the browser says, or empty
   * @param own address of ours, from which nobody comes
   */
  public static SortedMap<String, String> of(
      Map<String, String> told, String referrer, String own) {
    var all = new TreeMap<>(told);
    var page = told.getOrDefault(REFERRER, "");
    var before = new PageBefore(page.isBlank() ? referrer : page);
    if (before.host().equals(new PageBefore(own).host())) {
      all.remove(REFERRER);
    } else {
      all.put(REFERRER, before.host());
      if (told.getOrDefault(SEARCH, "").isBlank()) {
        before.searched().ifPresent(words -> all.put(SEARCH, words));
      }
    }
    return kept(all);
  }

  /** What is taken of all that is told: what we know, no longer than it needs, nobody's contact. */
  public static SortedMap<String, String> kept(@Nullable Map<String, String> told) {
    var kept = new TreeMap<String, String>();
    if (told != null) {
      for (var name : NAMES) {
        Optional.ofNullable(told.get(name))
            .flatMap(value -> kept(name, value))
            .ifPresent(value -> kept.put(name, value));
      }
    }
    return Collections.unmodifiableSortedMap(kept);
  }

  private static Optional<String> kept(String name, String told) {
    var text = Characters.withoutMarks(told).strip();
    var value =
        CLICKS.contains(name)
            ? text
            : name.equals(REFERRER) ? new PageBefore(text).host() : cut(text);
    return !value.isEmpty()
            && Characters.arePlain(value)
            && (CLICKS.contains(name) ? CLICK.matcher(value).matches() : !isContact(text))
        ? Optional.of(value)
        : Optional.empty();
  }

  private static String cut(String text) {
    return text.codePoints()
        .limit(LONGEST_TEXT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  // Links of mails that others send like to hold the reader's address.
  private static boolean isContact(String value) {
    var plain = Normalizer.normalize(value, Normalizer.Form.NFKC);
    return ADDRESS.matcher(plain).find()
        || PHONE.matcher(BETWEEN_DIGITS.matcher(plain).replaceAll("")).find();
  }

  /** The same as parameters of a link, each with an ampersand before it. */
  public static String parameters(Map<String, String> arrival) {
    return arrival.entrySet().stream()
        .map(e -> "&" + e.getKey() + "=" + encoded(e.getValue()))
        .collect(Collectors.joining());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
