package dev.trellis.aws.secrets;

import module java.base;

import dev.trellis.aws.ClientSettings;
import dev.trellis.aws.Environment;
import dev.trellis.aws.lambda.Log;
import dev.trellis.core.port.Secrets;
import dev.trellis.core.signing.KeyRing;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/**
 * The secrets of an installation, each for a purpose of its own, so that one can leak and be
 * replaced without the others. Before they were separated there was but one, whose {@code signing}
 * did for all purposes: it still does where no other key is given.
 *
 * <p>A function that goes on from a snapshot of its start reads them again: they may have been
 * replaced since. Nothing else of a start grows old: it makes no id, what it learned of the account
 * it asks again by the clock, and by the clock Java closes connections that were idle.
 */
public final class DeployedSecrets implements Resource {

  /** Instead of a secret's id. */
  private static final String NONE = "none";

  private static final String SIGNING = "signing";
  private static final Set<String> OURS = Set.of(SIGNING, "links", "identities", "suppressions");

  private final Environment environment;
  private final Map<String, CachedSecret> secrets = new HashMap<>();
  private SecretsManagerClient client;

  public DeployedSecrets(Environment environment) {
    this.environment = environment;
    Core.getGlobalContext().register(this); // which holds it weakly; every secret holds it, too
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {}

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    secrets.values().forEach(CachedSecret::expire);
  }

  /** What signs links and all else that comes back through the front door. */
  public KeyRing links() {
    return NamedKeys.started(secret("LINKS_SECRET"), "links");
  }

  /** The same, and behind it the key that signed links before they had one of their own. */
  public KeyRing linksAndOlder() {
    var links = links();
    return former().map(old -> links.before(() -> older(old))).orElse(links);
  }

  private static Stream<String> older(CachedSecret former) {
    return Stream.ofNullable(former.values().get(SIGNING))
        .filter(NamedKeys::isLong)
        .map(Object::toString);
  }

  /** What the hashes of identities are made with. */
  public KeyRing identities() {
    return NamedKeys.started(secret("SECRET"), "identities", SIGNING);
  }

  /** What the hashes of addresses that get no mail are made with. */
  public KeyRing suppressions() {
    return NamedKeys.started(secret("SECRET"), "suppressions", SIGNING);
  }

  /** What is shared with partners, in a secret of its own or, as before, beside the keys. */
  public Secrets partners() {
    var own = secret("PARTNERS_SECRET");
    var former = former();
    return partner -> shared(own, partner).or(() -> former.flatMap(old -> shared(old, partner)));
  }

  // No key of ours is anybody's, whatever they call themselves.
  private static Optional<String> shared(CachedSecret secret, String partner) {
    return OURS.contains(partner)
        ? Optional.empty()
        : Optional.ofNullable(secret.values().get(partner)).map(Object::toString);
  }

  /** Who says who may open the console, as it stands now. */
  public Supplier<Map<String, Object>> signIn() {
    return secret("SIGN_IN_SECRET")::values;
  }

  private CachedSecret secret(String variable) {
    return secret(environment.need(variable), this::text);
  }

  private Optional<CachedSecret> former() {
    var id = environment.need("FORMER_SECRET");
    return id.equals(NONE) ? Optional.empty() : Optional.of(secret(id, this::textIfAllowed));
  }

  private CachedSecret secret(String id, UnaryOperator<String> text) {
    return secrets.computeIfAbsent(
        id, _ -> new CachedSecret(() -> text.apply(id), InstantSource.system()));
  }

  // Who gives up the key of before takes it from running functions, too, at once.
  private String textIfAllowed(String id) {
    try {
      return text(id);
    } catch (SecretsManagerException e) {
      if (!"AccessDeniedException".equals(e.awsErrorDetails().errorCode())) {
        throw e;
      }
      Log.info("the key of before is not to be read any more");
      return "{}";
    }
  }

  // A secret into which nobody has put anything yet has no value at all.
  private synchronized String text(String id) {
    if (client == null) {
      client =
          ClientSettings.behindGate(
              SecretsManagerClient.class,
              ClientSettings.build(SecretsManagerClient.builder(), "SECRETS_MANAGER", environment));
    }
    try {
      return client.getSecretValue(request -> request.secretId(id)).secretString();
    } catch (ResourceNotFoundException e) {
      return "{}";
    }
  }
}
