package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The formatting that goes on (HTML standard, "The list of active formatting elements"): what was
 * opened and has not been closed by its own end tag opens again in the next element.
 */
final class ActiveFormatting {

  /** As many are opened again at once, as in jsoup; more only make a page slow. */
  private static final int REOPENED_MAX = 12;

  /** Formatting, and the starts of cells, beyond which none goes on. */
  private final List<SourceTag.Said> entries = new ArrayList<>();

  /** Where each is open; −1 if it is closed. */
  private int[] depths = new int[16];

  /** Formatting opened, or a cell. */
  void add(SourceTag.Said said, int depth) {
    if (entries.size() == depths.length) {
      depths = Arrays.copyOf(depths, 2 * depths.length);
    }
    depths[entries.size()] = depth;
    entries.add(said);
  }

  /** A cell closed, and all formatting in it. */
  void clearCell() {
    int last = entries.size() - 1;
    while (last >= 0 && !isMarker(last)) {
      entries.remove(last);
      last--;
    }
    if (last >= 0) {
      entries.remove(last);
    }
  }

  /** The element at a depth closed, but goes on. */
  void suspend(int depth) {
    for (int i = entries.size() - 1; i >= 0 && !isMarker(i); i--) {
      if (depths[i] == depth) {
        depths[i] = -1;
        return;
      }
      if (depths[i] >= 0 && depths[i] < depth) {
        return;
      }
    }
  }

  /** Where in the list the last formatting of a name stands; −1 if none goes on here. */
  int last(String name) {
    for (int i = entries.size() - 1; i >= 0 && !isMarker(i); i--) {
      if (entries.get(i).element().text().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Where formatting of the list is open; −1 if it is closed. */
  int depth(int index) {
    return depths[index];
  }

  /** Formatting ended. */
  void remove(int index) {
    System.arraycopy(depths, index + 1, depths, index, entries.size() - index - 1);
    entries.remove(index);
  }

  /** What has to be opened again, in order; each is then told by {@link #reopened}. */
  List<SourceTag.Said> suspended() {
    int first = entries.size();
    int most = Math.max(0, entries.size() - REOPENED_MAX);
    while (first > most && !isMarker(first - 1) && depths[first - 1] < 0) {
      first--;
    }
    if (first == entries.size()) {
      return List.of();
    }
    return List.copyOf(entries.subList(first, entries.size()));
  }

  /** The formatting that stands {@code fromEnd} places before the end of the list opened again. */
  void reopened(int fromEnd, int depth) {
    depths[entries.size() - fromEnd] = depth;
  }

  private boolean isMarker(int index) {
    return entries.get(index).element().nesting() == Nesting.CELL;
  }
}
