package dev.trellis.nurture.mail;

/**
 * The colours of a mail. By day background and text are what mail programs use of themselves; by
 * night, where programs differ, we say both, so that everything can be read on it.
 */
enum MailColours {
  DAY("#ffffff", "#000000", "#2563eb", "#6b7280", "#1d4ed8", "#ffffff"),
  NIGHT("#121212", "#e5e7eb", "#93c5fd", "#9ca3af", "#1d4ed8", "#ffffff");

  private final String background;
  private final String text;
  private final String link;
  private final String smallPrint;
  private final String button;
  private final String buttonText;

  MailColours(
      String background,
      String text,
      String link,
      String smallPrint,
      String button,
      String buttonText) {
    this.background = background;
    this.text = text;
    this.link = link;
    this.smallPrint = smallPrint;
    this.button = button;
    this.buttonText = buttonText;
  }

  String background() {
    return background;
  }

  String text() {
    return text;
  }

  String link() {
    return link;
  }

  String smallPrint() {
    return smallPrint;
  }

  String button() {
    return button;
  }

  String buttonText() {
    return buttonText;
  }

  /** The colours as rules for the classes of a mail; they go before what stands on the elements. */
  String rules() {
    return """
    body, .letter { background: %s !important; color: %s !important }
    .letter a { color: %s !important }
    .letter .small { color: %s !important }
    .letter .button { background: %s !important; color: %s !important }
    """
        .formatted(background, text, link, smallPrint, button, buttonText);
  }
}
