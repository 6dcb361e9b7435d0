package dev.trellis.capture.page;

import dev.trellis.core.playbook.Cta;

/**
 * A call to action as a page shows it.
 *
 * @param image of the QR code; empty in any other style
 */
public record CtaView(Cta.Style style, String href, String words, String image) {}
