package dev.trellis.console.html;

import dev.trellis.console.visit.Role;
import dev.trellis.console.visit.Visit;

/**
 * Where a page stands, and for whom.
 *
 * @param base below which all pages are
 * @param path of this one below it
 * @param token that each form brings; empty if none is asked for
 * @param who is signed in
 * @param role of theirs: what it may not do is not offered
 * @param done a word of ours for what they just did; empty if nothing
 */
public record Stand(String base, String path, String token, String who, Role role, String done) {

  /** Nowhere: for pieces of pages that lead nowhere. */
  static final Stand NONE = new Stand("", "", "", "");

  /** Of somebody who may do everything, and did nothing yet. */
  public Stand(String base, String path, String token, String who) {
    this(base, path, token, who, Role.ADMIN, "");
  }

  /** Where somebody asks for a page. */
  static Stand of(Visit visit) {
    var path = visit.request().path();
    return new Stand(
        visit.base(),
        path.startsWith(visit.base()) ? path.substring(visit.base().length()) : path,
        visit.token(),
        visit.actor(),
        visit.member().role(),
        visit.query(Visit.DONE).orElse(""));
  }

  /** True if people sign in here. */
  boolean isGuarded() {
    return !token.isEmpty();
  }
}
