package dev.afterbell.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The headers and labels of one document's tables. Most stand in several of its tables, or over
 * several columns; what was found out of one is kept for all. For one thread.
 */
final class TableTexts {

  private final Map<String, Wording> wordings = new HashMap<>();
  private final Map<String, RowLabel> labels = new HashMap<>();

  /** The header or caption of that text. */
  Wording of(String text) {
    return wordings.computeIfAbsent(text, Wording::of);
  }

  /** The same of each. */
  List<Wording> of(List<String> texts) {
    return texts.stream().map(this::of).toList();
  }

  /** The label of that text. */
  RowLabel label(String text) {
    return labels.computeIfAbsent(text, RowLabel::of);
  }
}
