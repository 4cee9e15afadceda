package dev.afterbell.evidence;

import dev.afterbell.evidence.DocumentReader.Head;
import dev.afterbell.filing.Filing;
import dev.afterbell.filing.Prose;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows what a document is for: whether it reports results, announces their date, announces an
 * agreement, or none of these.
 */
final class DocumentKind {

  private static final CuePatterns CUES = DocumentReader.CUES;
  private static final Pattern RESULT_TITLE = CUES.get("result-title");
  private static final Pattern RESULT_ONLY = CUES.get("result-only");
  private static final Pattern REPORTS = CUES.get("reports");
  private static final Pattern TO_REPORT = CUES.get("to-report");
  private static final Pattern NOTICE_TITLE = CUES.get("notice-title");
  private static final Pattern MONTHLY_TITLE = CUES.get("monthly-title");
  private static final Pattern OTHER_TITLE = CUES.get("other-title");
  private static final Pattern DISTRIBUTION_TITLE = CUES.get("distribution-title");
  private static final Pattern EVENT_TITLE = CUES.get("event-title");
  private static final Pattern FIGURES_TITLE = CUES.get("figures-title");
  private static final Pattern FINANCIAL_TITLE = CUES.get("financial-title");
  private static final Starts CONTRACT_WORDS = new Starts(CUES.get("contract-words"));

  private static final Pattern NO_LEAD = CUES.get("no-lead");
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
    if (MONTHLY_TITLE.matcher(title).find() && !RESULT_ONLY.matcher(title).find()) {
      return DocumentSummary.Kind.OTHER;
    }
    if (OTHER_TITLE.matcher(title).find()
        && !FINANCIAL_TITLE.matcher(title).find()
        && !head.resultsItem()) {
      return DocumentSummary.Kind.OTHER;
    }
    String lead = lead(head);
    boolean figures = head.resultsItem() || statementForm || FIGURES_TITLE.matcher(lead).find();
    if (!figures && DISTRIBUTION_TITLE.matcher(lead).find()) {
      return DocumentSummary.Kind.OTHER;
    }
    boolean event = !figures && EVENT_TITLE.matcher(lead).find();
    boolean reports = REPORTS.matcher(title).find() && !TO_REPORT.matcher(title).find();
    boolean notice = NOTICE_TITLE.matcher(title).find() && !headlineFacts && !reports;
    if (notice && !head.resultsItem()) {
      return DocumentSummary.Kind.NOTICE;
    }
    if (head.resultsItem()
        || (statementForm && headlineFacts)
        || (headlineFacts && !event && RESULT_TITLE.matcher(title).find())
        || (reports && !event && head.book().reportedPeriod().isPresent())) {
      return DocumentSummary.Kind.RESULTS;
    }
    if (headlineFacts && !event && head.book().reportedPeriod().isPresent()) {
      return DocumentSummary.Kind.RESULTS;
    }
    String start = filing.canonicalText();
    String lede = start.substring(0, Math.min(start.length(), 6000));
    if (CONTRACT_WORDS.in(title) || CONTRACT_WORDS.in(lede)) {
      return DocumentSummary.Kind.CONTRACT;
    }
    return DocumentSummary.Kind.OTHER;
  }

  /** The first line that can be a headline, whatever it says. */
  private static String lead(Head head) {
    return head.blocks().stream()
        .limit(LEAD_BLOCKS)
        .flatMap(b -> b instanceof Prose p ? Stream.of(p.text().text()) : Stream.empty())
        .filter(t -> t.length() >= LEAD_CHARS_MIN && !NO_LEAD.matcher(t).find())
        .findFirst()
        .filter(t -> t.length() <= LEAD_CHARS_MAX)
        .orElse("");
  }
}
