package dev.afterbell.cloud;

import java.net.URI;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack in Docker, chosen with {@code -Daws.backend=localstack}; the image may be pulled from
 * the network.
 */
final class LocalStackBackend implements Backend {

  /** Later tags may ask for a token. */
  private static final String IMAGE = "localstack/localstack:4.12.0";

  private final LocalStackContainer container;

  private LocalStackBackend(LocalStackContainer container) {
    this.container = container;
  }

  static LocalStackBackend start() {
    LocalStackContainer container =
        new LocalStackContainer(DockerImageName.parse(IMAGE)).withServices("dynamodb", "s3");
    try {
      container.start();
    } catch (RuntimeException e) {
      throw new CloudFailure(
          "LocalStack does not start; -Daws.backend=localstack needs Docker: " + e.getMessage(), e);
    }
    return new LocalStackBackend(container);
  }

  @Override
  public URI dynamo() {
    return container.getEndpoint();
  }

  @Override
  public URI s3() {
    return container.getEndpoint();
  }

  @Override
  public String description() {
    return "LocalStack " + container.getEndpoint();
  }

  @Override
  public void close() {
    container.stop();
  }
}
