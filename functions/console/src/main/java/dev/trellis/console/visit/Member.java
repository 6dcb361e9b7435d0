package dev.trellis.console.visit;

/**
 * Who is signed in, as the issuer says.
 *
 * @param id of this person at the issuer ({@code sub})
 * @param name by which colleagues know them: their address, where the issuer tells one
 * @param address of their mailbox; null if the issuer tells none
 */
public record Member(String id, String name, Role role, String address) {

  /** Somebody without a mailbox that we know of. */
  public Member(String id, String name, Role role) {
    this(id, name, role, null);
  }
}
