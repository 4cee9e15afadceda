package dev.afterbell.snapshot;

import java.util.List;

/**
 * What the snapshot says in sentences, after the check.
 *
 * @param summary sentences of the commentary, in order
 * @param paragraphs one for each document that is told about
 * @param refused sentences that failed the check, without their text
 */
public record Commentary(
    List<Statement> summary, List<Paragraph> paragraphs, List<Refusal> refused) {

  public Commentary {
    summary = List.copyOf(summary);
    paragraphs = List.copyOf(paragraphs);
    refused = List.copyOf(refused);
  }

  /**
   * Sentences on one document.
   *
   * @param statements at least one
   */
  public record Paragraph(List<Statement> statements) {

    public Paragraph {
      statements = List.copyOf(statements);
    }

    /** Citations of its sentences, each once, in order. */
    public List<dev.afterbell.evidence.EvidenceId> cites() {
      return statements.stream().flatMap(s -> s.cites().stream()).distinct().toList();
    }
  }

  /**
   * A sentence that is not shown. Its words are left out on purpose: they hold what could not be
   * shown to be true.
   *
   * @param about what the sentence was about
   * @param reason why it was refused
   */
  public record Refusal(String about, String reason) {}
}
