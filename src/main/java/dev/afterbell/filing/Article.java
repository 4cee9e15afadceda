package dev.afterbell.filing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an article's JSON says of the article, beside its text.
 *
 * @param title headline, never blank
 * @param publisher who printed it
 * @param publisherKind what the publisher is, in the word of whoever dropped the file
 * @param url where it can be read
 * @param published when it appeared
 * @param issuer the company that the dropper says it is about
 * @param tickers symbols that the dropper says it is about
 */
public record Article(
    String title,
    Optional<String> publisher,
    Optional<String> publisherKind,
    Optional<String> url,
    Optional<Instant> published,
    Optional<String> issuer,
    List<String> tickers) {

  public Article {
    tickers = List.copyOf(tickers);
  }
}
