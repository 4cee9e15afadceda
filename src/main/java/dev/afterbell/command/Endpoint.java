package dev.afterbell.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A running Afterbell, asked over HTTP. Redirects are not followed. */
final class Endpoint {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

  private final String command;
  private final URI base;

  /**
   * @throws CommandFailure of usage unless {@code url} is an http or https address
   */
  Endpoint(Command command, String url) {
    this.command = command.name();
    URI address;
    try {
      address = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    } catch (IllegalArgumentException e) {
      throw Arguments.wrong(command, "--endpoint is not an address");
    }
    if (address.getHost() == null
        || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
      throw Arguments.wrong(command, "--endpoint is an http or https address");
    }
    this.base = address;
  }

  /**
   * The one that {@code --endpoint} names.
   *
   * @throws CommandFailure of usage if it is missing or none
   */
  static Endpoint of(Command command, Arguments words) {
    return new Endpoint(
        command,
        words
            .option("endpoint")
            .orElseThrow(() -> Arguments.wrong(command, "--endpoint is missing")));
  }

  /**
   * The body of a GET.
   *
   * @throws CommandFailure if there is no answer or it is not 200; its line gives the problem's
   *     code
   */
  String get(String pathAndQuery) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + pathAndQuery)).timeout(ANSWER_TIMEOUT).build();
    try {
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .connectTimeout(CONNECT_TIMEOUT)
              .build()
              .send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw answer.statusCode() >= 500
            ? CommandFailure.unavailable(
                command + ": " + base + " answers " + answer.statusCode() + " " + answer.body())
            : CommandFailure.input(
                command + ": " + base + " answers " + answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw CommandFailure.unavailable(command + ": " + base + " does not answer; is it running?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.unavailable(command + ": interrupted");
    }
  }
}
