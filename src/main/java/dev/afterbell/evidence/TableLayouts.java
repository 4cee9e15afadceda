package dev.afterbell.evidence;

import dev.afterbell.filing.Table;
import java.util.IdentityHashMap;
import java.util.Map;

/** The layouts of one document's tables, each made once however many readers ask for it. */
final class TableLayouts {

  private final Map<Table, TableLayout> byTable = new IdentityHashMap<>();

  private final TableTexts texts = new TableTexts();

  /** The layout of {@code table}, which is told from others by identity. */
  TableLayout of(Table table) {
    return byTable.computeIfAbsent(table, t -> TableLayout.of(t, texts));
  }

  /** The texts of the tables. */
  TableTexts texts() {
    return texts;
  }
}
