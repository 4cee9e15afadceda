package dev.afterbell.source.ssm;

import dev.afterbell.source.Secrets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/**
 * Encrypted parameters of Systems Manager Parameter Store, {@code <prefix>/tiingo-token}. The
 * client is made when the first secret is asked for, so that a function that fetches nothing never
 * makes one. What was found is kept for the life of the process; all else is asked for again.
 */
public final class SsmSecrets implements Secrets {

  private final Supplier<SsmClient> client;
  private final String prefix;
  private final Map<String, Secret> found = new HashMap<>();

  /**
   * Makes the adapter; nothing is asked yet.
   *
   * @param client gives the client
   * @param prefix of the parameters' names, e.g. {@code /afterbell}
   */
  public SsmSecrets(Supplier<SsmClient> client, String prefix) {
    this.client = client;
    this.prefix = prefix;
  }

  @Override
  public synchronized Secret secret(String name) {
    Optional<Secret> known = Optional.ofNullable(found.get(name));
    if (known.isPresent()) {
      return known.get();
    }
    Secret secret = asked(name);
    if (secret instanceof Key) {
      found.put(name, secret);
    }
    return secret;
  }

  private Secret asked(String name) {
    try {
      Optional<Parameter> parameter =
          Optional.ofNullable(
              client
                  .get()
                  .getParameter(b -> b.name(prefix + "/" + name).withDecryption(true))
                  .parameter());
      return Secret.of(parameter.map(Parameter::value));
    } catch (ParameterNotFoundException e) {
      return new None();
    } catch (SdkException e) {
      // Its message names parameter and account: neither belongs into a page or a log.
      return new Unreadable();
    }
  }
}
