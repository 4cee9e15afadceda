package dev.afterbell.evidence;

import dev.afterbell.filing.SourceText;
import java.util.List;

/**
 * A sentence and the figures in it.
 *
 * @param source number of its paragraph in the document
 * @param text as written, with its place in the bytes
 * @param folded the same text in lower case, character for character
 * @param place body or quotation
 * @param figures all figures, in order
 */
record Sentence(
    int source, SourceText text, String folded, Fact.Place place, List<Figure> figures) {

  /** Where the first amount or percentage at or after {@code at} starts; the end without one. */
  int nextFigure(int at) {
    return figures.stream()
        .filter(f -> f.from() >= at && f.kind() != Figure.Kind.NUMBER)
        .mapToInt(Figure::from)
        .min()
        .orElse(folded.length());
  }

  /** The bytes from {@code from} to before {@code to}, both counted in characters. */
  Passage passage(int from, int to) {
    return new Passage(text.span(from, to), text.text().substring(from, to));
  }
}
