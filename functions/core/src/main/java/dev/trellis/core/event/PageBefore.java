package dev.trellis.core.event;

import module java.base;

/**
 * The page from which somebody came, of which only its host and what was searched for are told.
 *
 * @param address whole, or a host alone
 */
record PageBefore(String address) {

  private static final int LONGEST_HOST = 80;
  private static final Charset FORMER_CHINESE = Charset.forName("GB18030");
  private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)+");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:[a-z][\\w+.-]*://)?(?:[^/?#@]*@)?([^/?#:@]+)(?:[:/?#].*)?");

  /** Search engines by their domains, and which parameters hold what was searched for. */
  private static final Map<Pattern, List<String>> ENGINES =
      Map.of(
          engine("baidu\\.com"), List.of("wd", "word"),
          engine("bing\\.com"), List.of("q"),
          engine("sogou\\.com"), List.of("query", "keyword"),
          engine("so\\.com|haosou\\.com|sm\\.cn"), List.of("q"),
          engine("toutiao\\.com"), List.of("keyword"),
          engine("google\\.[a-z.]{2,6}"), List.of("q"),
          engine("yahoo\\.[a-z.]{2,6}"), List.of("p"),
          engine("yandex\\.[a-z.]{2,6}"), List.of("text"),
          engine("naver\\.com"), List.of("query"),
          engine("duckduckgo\\.com|ecosia\\.org"), List.of("q"));

  private static Pattern engine(String domain) {
    return Pattern.compile("(?:.+\\.)?(?:" + domain + ")");
  }

  /** In lower case; empty if the address has none that is a name. */
  String host() {
    var parts = ADDRESS.matcher(address.strip().toLowerCase(Locale.ROOT));
    return parts.matches()
            && parts.group(1).length() <= LONGEST_HOST
            && HOST.matcher(parts.group(1)).matches()
        ? parts.group(1)
        : "";
  }

  Optional<String> searched() {
    var host = host();
    return ENGINES.entrySet().stream()
        .filter(engine -> engine.getKey().matcher(host).matches())
        .flatMap(engine -> engine.getValue().stream())
        .flatMap(name -> parameter(name).stream())
        .findFirst();
  }

  private Optional<String> parameter(String name) {
    return Arrays.stream(address.split("#", 2)[0].split("[?&]"))
        .skip(1)
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> decoded(pair.substring(name.length() + 1)).strip())
        .filter(words -> !words.isEmpty())
        .findFirst();
  }

  // Search engines of China wrote GBK, and some of their addresses still do.
  private static String decoded(String text) {
    try {
      var words = URLDecoder.decode(text, StandardCharsets.UTF_8);
      return words.indexOf('\uFFFD') < 0 ? words : URLDecoder.decode(text, FORMER_CHINESE);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
