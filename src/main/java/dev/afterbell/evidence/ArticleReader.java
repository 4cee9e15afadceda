package dev.afterbell.evidence;

import dev.afterbell.filing.Article;
import dev.afterbell.filing.Filing;
import dev.afterbell.filing.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a third party's article yields: claims about the price, its tone; never a figure of the
 * issuer's.
 */
public final class ArticleReader {

  private ArticleReader() {}

  /** Reads an article that {@code JsonArticle} has taken apart. */
  public static Extraction extract(Article article, Filing filing) {
    DocumentSummary document =
        new DocumentSummary(
            filing.sha256(),
            Sha256.of(filing.canonicalText().getBytes(StandardCharsets.UTF_8)),
            filing.bytes(),
            filing.format(),
            Optional.empty(),
            article.issuer(),
            Optional.empty(),
            Optional.of(article.title()),
            article.published(),
            article.published().map(p -> DocumentSummary.PublishedFrom.METADATA),
            DocumentSummary.Kind.ARTICLE,
            filing.readable(),
            false,
            Optional.empty(),
            Optional.empty());
    List<DocumentEvent> events = new EventReader().read(filing, DocumentSummary.Kind.ARTICLE);
    return new Extraction(
        document, List.of(), List.of(), events, ToneReader.read(filing), List.of());
  }
}
