package dev.trellis.capture.form;

import module java.base;

import dev.trellis.capture.form.FormBody.Readable;
import dev.trellis.capture.form.FormBody.Unreadable;
import dev.trellis.core.http.Request;
import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;

/** Reads the body of a submission, an HTML form or JSON. */
public final class FormBodyReader {

  private static final String HTML_FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";
  private static final Pattern CHARSET = Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)");

  private FormBodyReader() {}

  public static boolean isJson(Request request) {
    return request.mediaType().equals(JSON);
  }

  public static FormBody read(Request request) {
    if (!(isJson(request) || request.mediaType().equals(HTML_FORM)) || !isUtf8(request)) {
      return new Unreadable(415);
    }
    try {
      var text = utf8(request.body());
      return new Readable(new Typed(isJson(request) ? json(text) : htmlForm(text)));
    } catch (MessageFormatException | CharacterCodingException e) {
      return new Unreadable(400);
    }
  }

  private static boolean isUtf8(Request request) {
    var type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    var charset = CHARSET.matcher(type);
    return !charset.find() || charset.group(1).equals("utf-8");
  }

  private static Map<String, List<String>> json(String text) {
    var values = new LinkedHashMap<String, List<String>>();
    Json.parse(text).forEach((field, value) -> values.put(field, texts(value)));
    return values;
  }

  private static List<String> texts(Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> list -> list.stream().map(FormBodyReader::text).toList();
      default -> List.of(text(value));
    };
  }

  private static String text(Object value) {
    return switch (value) {
      case String s -> s;
      case Boolean b -> b.toString();
      case Double d when !Double.isFinite(d) -> throw new MessageFormatException("not a number");
      case Number n -> new BigDecimal(n.toString()).toPlainString();
      case null, default ->
          throw new MessageFormatException("a value is text, boolean, number or a list of these");
    };
  }

  private static Map<String, List<String>> htmlForm(String text) throws CharacterCodingException {
    var values = new LinkedHashMap<String, List<String>>();
    for (var pair : text.split("&")) {
      int equals = pair.indexOf('=');
      var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }
    return values;
  }

  private static String decoded(String text) throws CharacterCodingException {
    var raw = text.getBytes(StandardCharsets.UTF_8);
    var bytes = ByteBuffer.allocate(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        bytes.put((byte) (hexDigit(raw, i + 1) << 4 | hexDigit(raw, i + 2)));
        i += 2;
      } else {
        bytes.put(raw[i] == '+' ? (byte) ' ' : raw[i]);
      }
    }
    return utf8(bytes.flip());
  }

  private static int hexDigit(byte[] raw, int at) {
    int digit = at < raw.length ? Character.digit(raw[at], 16) : -1;
    if (digit < 0) {
      throw new MessageFormatException("a percent sign needs two hexadecimal digits");
    }
    return digit;
  }

  private static String utf8(byte[] bytes) throws CharacterCodingException {
    return utf8(ByteBuffer.wrap(bytes));
  }

  // Strictly: bytes that are no UTF-8 are refused, not replaced.
  private static String utf8(ByteBuffer bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
  }
}
