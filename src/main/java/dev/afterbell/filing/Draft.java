package dev.afterbell.filing;

import java.util.List;

/** A block before its sentences are cut, as cells and documents collect them. */
sealed interface Draft {

  /** Running text. */
  record Text(SourceText text, boolean heading) implements Draft {}

  /** A table that is ready. */
  record Grid(Table table) implements Draft {}

  /** The blocks that a reader of facts sees. */
  static List<Block> finish(List<Draft> drafts) {
    return drafts.stream().map(Draft::finish).toList();
  }

  private static Block finish(Draft draft) {
    if (draft instanceof Grid grid) {
      return grid.table();
    }
    Text text = (Text) draft;
    return new Prose(text.text(), Sentences.cut(text.text()), text.heading());
  }
}
