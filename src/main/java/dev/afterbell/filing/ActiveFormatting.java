package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;

/**
 * The formatting that goes on (HTML standard, "The list of active formatting elements"): what was
 * opened and has not been closed by its own end tag opens again in the next element.
 */
final class ActiveFormatting {

  /** As many are opened again at once, as in jsoup; more only make a page slow. */
  private static final int REOPENED_MAX = 12;

  /**
   * Formatting, or the start of a cell, beyond which none goes on.
   *
   * @param said its tag
   * @param depth where it is open; −1 if it is closed
   */
  private record Entry(SourceTag.Said said, int depth) {

    boolean isMarker() {
      return said.element().nesting() == Nesting.CELL;
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  /** Formatting opened, or a cell. */
  void add(SourceTag.Said said, int depth) {
    entries.add(new Entry(said, depth));
  }

  /** A cell closed, and all formatting in it. */
  void clearCell() {
    int last = entries.size() - 1;
    while (last >= 0 && !entries.get(last).isMarker()) {
      entries.remove(last);
      last--;
    }
    if (last >= 0) {
      entries.remove(last);
    }
  }

  /** The element at a depth closed, but goes on. */
  void suspend(int depth) {
    for (int i = entries.size() - 1; i >= 0 && !entries.get(i).isMarker(); i--) {
      if (entries.get(i).depth() == depth) {
        entries.set(i, new Entry(entries.get(i).said(), -1));
        return;
      }
    }
  }

  /** Where in the list the last formatting of a name stands; −1 if none goes on here. */
  int last(String name) {
    for (int i = entries.size() - 1; i >= 0 && !entries.get(i).isMarker(); i--) {
      if (entries.get(i).said().element().text().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Where formatting of the list is open; −1 if it is closed. */
  int depth(int index) {
    return entries.get(index).depth();
  }

  /** Formatting ended. */
  void remove(int index) {
    entries.remove(index);
  }

  /** What has to be opened again, in order; each is then told by {@link #reopened}. */
  List<SourceTag.Said> suspended() {
    int first = entries.size();
    int most = Math.max(0, entries.size() - REOPENED_MAX);
    while (first > most
        && !entries.get(first - 1).isMarker()
        && entries.get(first - 1).depth() < 0) {
      first--;
    }
    if (first == entries.size()) {
      return List.of();
    }
    return entries.subList(first, entries.size()).stream().map(Entry::said).toList();
  }

  /** The formatting that stands {@code fromEnd} places before the end of the list opened again. */
  void reopened(int fromEnd, int depth) {
    int index = entries.size() - fromEnd;
    entries.set(index, new Entry(entries.get(index).said(), depth));
  }
}
