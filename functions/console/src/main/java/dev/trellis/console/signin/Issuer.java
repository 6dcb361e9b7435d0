package dev.trellis.console.signin;

import dev.trellis.console.visit.Role;
import java.net.URI;
import java.util.Optional;

/** Who says who somebody is: the port to an OpenID Connect provider. */
public interface Issuer {

  /**
   * What a browser begins a sign-in with (RFC 7636, OpenID Connect Core 3.1).
   *
   * @param verifier whose hash goes along, and which only we can show later
   */
  record Asked(String state, String nonce, String verifier) {}

  /** Where the browser is sent, to come back to that address. */
  URI ask(Asked asked, String backTo);

  /**
   * Who it is that came back with a code.
   *
   * @throws NotSignedInException if the issuer or its token does not say so beyond doubt
   */
  Claims redeem(String code, Asked asked, String backTo);

  /** Where the browser is sent to sign out there too, if the issuer has such a place. */
  Optional<URI> signOut(String backTo);

  /**
   * What the issuer says of somebody.
   *
   * @param role empty if they have none here
   * @param address of their mailbox; null if it tells none
   */
  record Claims(String id, String name, Optional<Role> role, String address) {}
}
