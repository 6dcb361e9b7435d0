package dev.trellis.capture;

import module java.base;

import dev.trellis.capture.page.FormPage;
import dev.trellis.capture.page.Languages;
import dev.trellis.capture.page.Notices;
import dev.trellis.capture.page.Pages;
import dev.trellis.core.event.Arrival;
import dev.trellis.core.http.Request;
import dev.trellis.core.identity.Normalizer;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.Secrets;
import dev.trellis.core.signing.ContentLinks;
import dev.trellis.core.signing.KeyRing;

/**
 * What the use cases work with.
 *
 * @param publicUrl under which visitors reach this function, without a slash at its end; {@code
 *     {host}} in it is the host that a request asked for
 */
record Desk(
    Playbook playbook,
    Secrets secrets,
    String publicUrl,
    InstantSource clock,
    Languages languages,
    Pages pages,
    Notices notices,
    FormPage formPage,
    Codes codes,
    Nonces nonces,
    Networks networks,
    Seal seal,
    ContentLinks links,
    ContentLinks ctaLinks,
    Normalizer normalizer) {

  /** Under which address a visitor came here. */
  String publicUrl(Request request) {
    return publicUrl.replace("{host}", request.header("host").orElse(""));
  }

  /** How a request came here, as its link and its browser say. */
  SortedMap<String, String> arrival(Request request) {
    return arrival(request, request.query());
  }

  /** The same, as what was sent says before its browser. */
  SortedMap<String, String> arrival(Request request, Map<String, String> told) {
    return Arrival.of(told, request.header("referer").orElse(""), publicUrl(request));
  }

  static Desk of(
      Playbook playbook, KeyRing keys, Secrets secrets, String publicUrl, InstantSource clock) {
    var languages = new Languages(playbook.company());
    var pages = new Pages(playbook.company());
    return new Desk(
        playbook,
        secrets,
        publicUrl,
        clock,
        languages,
        pages,
        new Notices(pages, languages),
        new FormPage(playbook, pages, languages),
        new Codes(playbook),
        new Nonces(keys),
        new Networks(keys),
        new Seal(keys),
        new ContentLinks(keys),
        ContentLinks.ofCtas(keys),
        new Normalizer(playbook.company().country()));
  }
}
