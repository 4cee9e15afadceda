package dev.afterbell.evidence;

import dev.afterbell.filing.Article;
import dev.afterbell.filing.Filing;
import dev.afterbell.filing.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a third party's article yields: claims about the price, its tone, and figures that it states
 * of the issuer in so many words. Those confirm or contradict the issuer's own; none is ever taken
 * for the issuer's word.
 */
public final class ArticleReader {

  /** A period is meant only where its year is named: an article's own period is not known. */
  private static final Pattern PERIOD =
      Pattern.compile("\\b(?:quarter|half|months|year|Q[1-4]|fiscal)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d{2}\\b");

  private static final List<String> REFUSED = RuleLines.of("article-refusals.txt");

  private ArticleReader() {}

  /**
   * Reads an article that {@code JsonArticle} has taken apart.
   *
   * @param context what is known of the issuer: its zone, year end and currency
   * @param namesIssuer whether a paragraph names the issuer; of others no figure is taken, and none
   *     of an article that is about several companies
   */
  public static Extraction extract(
      Article article, Filing filing, ExtractionContext context, Predicate<String> namesIssuer) {
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
    List<Fact> facts =
        filing.readable() && article.tickers().size() <= 1
            ? FilingExtractor.said(
                DocumentReader.head(filing, context), text -> plain(text) && namesIssuer.test(text))
            : List.of();
    return new Extraction(document, facts, List.of(), events, ToneReader.read(filing), List.of());
  }

  /**
   * Whether a paragraph says of which year it speaks, and speaks of what was earned and of nobody
   * else.
   */
  private static boolean plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return PERIOD.matcher(text).find()
        && YEAR.matcher(text).find()
        && REFUSED.stream().noneMatch(lower::contains);
  }
}
