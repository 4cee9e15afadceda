package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what a file of very many short paragraphs takes of memory near its own size: beyond the
 * length of any report, neighbouring paragraphs become parts of one text.
 */
final class ManyTexts {

  /** Blocks from which on texts are packed; the longest annual reports have a third of them. */
  private static final int BLOCKS_MIN = 50_000;

  /** Blocks packed together. */
  private static final int PACKED = 64;

  private ManyTexts() {}

  /** Adds a block; now and then packs those before it. */
  static void add(Draft draft, List<Draft> drafts) {
    drafts.add(draft);
    int size = drafts.size();
    if (size > BLOCKS_MIN && size % PACKED == 0) {
      pack(drafts.subList(size - PACKED, size));
    }
  }

  private static void pack(List<Draft> drafts) {
    List<SourceText> apart = new ArrayList<>(PACKED);
    for (Draft draft : drafts) {
      apart.add(draft instanceof Draft.Text text ? text.text() : SourceText.EMPTY);
    }
    List<SourceText> packed = SourceText.pack(apart);
    for (int i = 0; i < packed.size(); i++) {
      if (drafts.get(i) instanceof Draft.Text text) {
        drafts.set(i, new Draft.Text(packed.get(i), text.heading()));
      }
    }
  }
}
