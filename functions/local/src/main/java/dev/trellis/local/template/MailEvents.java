package dev.trellis.local.template;

import java.util.Set;

/**
 * Where the mail provider reports to: configuration set → topic → queue.
 *
 * @param types of the events wanted, lower case as the template writes them: send, delivery, …
 * @param queue name of the queue
 */
public record MailEvents(String configurationSet, Set<String> types, String queue) {}
