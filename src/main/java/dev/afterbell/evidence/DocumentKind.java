package dev.afterbell.evidence;

import dev.afterbell.evidence.DocumentReader.Head;
import dev.afterbell.filing.Filing;
import dev.afterbell.filing.Prose;
import java.util.stream.Stream;

/**
 * Knows what a document is for: whether it reports results, announces their date, announces an
 * agreement, or none of these.
 */
final class DocumentKind {

  private static final CuePatterns CUES = DocumentReader.CUES;
  private static final Expression RESULT_TITLE = CUES.expression("result-title");
  private static final Expression RESULT_ONLY = CUES.expression("result-only");
  private static final Expression REPORTS = CUES.expression("reports");
  private static final Expression TO_REPORT = CUES.expression("to-report");
  private static final Expression NOTICE_TITLE = CUES.expression("notice-title");
  private static final Expression MONTHLY_TITLE = CUES.expression("monthly-title");
  private static final Expression OTHER_TITLE = CUES.expression("other-title");
  private static final Expression DISTRIBUTION_TITLE = CUES.expression("distribution-title");
  private static final Expression EVENT_TITLE = CUES.expression("event-title");
  private static final Expression FIGURES_TITLE = CUES.expression("figures-title");
  private static final Expression FINANCIAL_TITLE = CUES.expression("financial-title");
  private static final Starts CONTRACT_WORDS = new Starts(CUES.get("contract-words"));

  private static final Expression NO_LEAD = CUES.expression("no-lead");
  private static final int LEAD_BLOCKS = 12;
  private static final int LEAD_CHARS_MIN = 25;
  private static final int LEAD_CHARS_MAX = 200;

  private DocumentKind() {}

  /** What the document is for, given how many headline figures came of it. */
  static DocumentSummary.Kind of(Head head, Filing filing, boolean headlineFacts) {
    String title = head.title().orElse("");
    String form = head.form().orElse("");
    boolean statementForm =
        form.startsWith("10-Q") || form.startsWith("10-K") || form.startsWith("20-F");
    if (MONTHLY_TITLE.in(title) && !RESULT_ONLY.in(title)) {
      return DocumentSummary.Kind.OTHER;
    }
    if (OTHER_TITLE.in(title) && !FINANCIAL_TITLE.in(title) && !head.resultsItem()) {
      return DocumentSummary.Kind.OTHER;
    }
    String lead = lead(head);
    boolean figures = head.resultsItem() || statementForm || FIGURES_TITLE.in(lead);
    if (!figures && DISTRIBUTION_TITLE.in(lead)) {
      return DocumentSummary.Kind.OTHER;
    }
    boolean event = !figures && EVENT_TITLE.in(lead);
    boolean reports = REPORTS.in(title) && !TO_REPORT.in(title);
    boolean notice = NOTICE_TITLE.in(title) && !headlineFacts && !reports;
    if (notice && !head.resultsItem()) {
      return DocumentSummary.Kind.NOTICE;
    }
    if (head.resultsItem()
        || (statementForm && headlineFacts)
        || (headlineFacts && !event && RESULT_TITLE.in(title))
        || (reports && !event && head.book().reportedPeriod().isPresent())) {
      return DocumentSummary.Kind.RESULTS;
    }
    if (headlineFacts && !event && head.book().reportedPeriod().isPresent()) {
      return DocumentSummary.Kind.RESULTS;
    }
    String start = filing.canonicalText();
    String lede = start.substring(0, Math.min(start.length(), 6000));
    if (CONTRACT_WORDS.isIn(title) || CONTRACT_WORDS.isIn(lede)) {
      return DocumentSummary.Kind.CONTRACT;
    }
    return DocumentSummary.Kind.OTHER;
  }

  /** The first line that can be a headline, whatever it says. */
  private static String lead(Head head) {
    return head.blocks().stream()
        .limit(LEAD_BLOCKS)
        .flatMap(b -> b instanceof Prose p ? Stream.of(p.text().text()) : Stream.empty())
        .filter(t -> t.length() >= LEAD_CHARS_MIN && !NO_LEAD.in(t))
        .findFirst()
        .filter(t -> t.length() <= LEAD_CHARS_MAX)
        .orElse("");
  }
}
