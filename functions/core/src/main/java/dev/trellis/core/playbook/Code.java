package dev.trellis.core.playbook;

/** A QR code to print: which event, where it hangs, what it offers, which form it leads to (R5). */
public record Code(String id, String event, String placement, String content, String form) {}
