package dev.trellis.capture.page;

import dev.trellis.core.playbook.Content;
import java.util.List;

/**
 * A content as its page shows it.
 *
 * @param html of the content's own page; empty if it has none
 * @param file where it is downloaded; empty if there is none
 */
public record ContentView(
    Content content, String html, String file, String fileNote, List<CtaView> ctas) {}
