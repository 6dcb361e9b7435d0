package dev.trellis.console.signin;

import dev.trellis.core.http.Request;

/** A request of somebody who is signed in and may ask that. */
public record Visit(Request request, Session session) {

  /** The name under which what they do is written down. */
  public String actor() {
    return session.member().name();
  }
}
