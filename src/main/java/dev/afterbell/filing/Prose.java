package dev.afterbell.filing;

import java.util.List;

/**
 * One paragraph, heading or list item.
 *
 * @param text the whole paragraph
 * @param sentences the same text cut into sentences; never splits a number
 * @param heading whether it stands as a heading (h1–h6, or a short bold or upper-case line of its
 *     own)
 */
public record Prose(SourceText text, List<SourceText> sentences, boolean heading) implements Block {

  public Prose {
    sentences = List.copyOf(sentences);
  }

  @Override
  public ByteSpan span() {
    return text.span();
  }
}
