package dev.afterbell.snapshot;

import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Passage;
import java.util.List;

/** Sentences of a page, each figure linked to the passage that it stands on. */
final class CitedHtml {

  private final Html html;
  private final String ticker;

  /**
   * @param html what is added to
   * @param ticker as addresses have it
   */
  CitedHtml(Html html, String ticker) {
    this.html = html;
    this.ticker = ticker;
  }

  /** Adds the sentences. */
  void sentences(List<Statement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      if (i > 0) {
        html.text(" ");
      }
      sentence(statements.get(i));
    }
  }

  private void sentence(Statement statement) {
    int from = 0;
    for (Statement.Placed placed : statement.figures()) {
      html.text(statement.text().substring(from, placed.start()));
      figure(placed.figure());
      from = placed.end();
    }
    html.text(statement.text().substring(from));
  }

  private void figure(Figure figure) {
    if (figure instanceof Figure.Stated stated) {
      passageLink(stated.evidence(), stated.passage(), stated.printed());
    } else if (figure instanceof Figure.StatedDay day) {
      passageLink(day.evidence(), day.passage(), day.printed());
    } else {
      html.text(figure.printed());
    }
  }

  private void passageLink(EvidenceId id, Passage passage, String printed) {
    String title =
        "“"
            + passage.quote()
            + "”, bytes "
            + passage.span().start()
            + "–"
            + passage.span().end()
            + " of "
            + id;
    html.open(
            "a",
            "class",
            "figure",
            "href",
            evidencePath(id) + "#" + anchor(passage),
            "title",
            title)
        .text(printed)
        .close("a");
  }

  /** Name of a passage on its evidence page. */
  static String anchor(Passage passage) {
    return "b" + passage.span().start() + "-" + passage.span().end();
  }

  /** Address of the page of an item. */
  String evidencePath(EvidenceId id) {
    return "/v1/evidence/" + ticker + "/" + id + ".html";
  }
}
