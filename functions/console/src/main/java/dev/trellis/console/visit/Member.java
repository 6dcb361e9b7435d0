package dev.trellis.console.visit;

/**
 * Who is signed in, as the issuer says.
 *
 * @param id of this person at the issuer ({@code sub})
 * @param name by which colleagues know them: their address, where the issuer tells no name
 */
public record Member(String id, String name, Role role) {}
