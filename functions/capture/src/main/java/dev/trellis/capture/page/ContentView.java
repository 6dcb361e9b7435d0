package dev.trellis.capture.page;

import java.util.List;

/**
 * A content as its page shows it.
 *
 * @param kind such as “Slides”, in the reader's language
 * @param html of the content's own page; empty if it has none
 * @param file where it is downloaded; empty if there is none
 */
public record ContentView(
    String kind,
    String title,
    String summary,
    String html,
    String file,
    String fileNote,
    List<CtaView> ctas) {}
