package dev.afterbell.filing;

import dev.afterbell.filing.ColumnFinder.Extent;
import dev.afterbell.filing.TextLine.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Puts the headings of a table that is set with spaces over the columns they speak of. */
final class ColumnHeads {

  /** A heading over several columns stands in their middle, give or take, in half characters. */
  private static final int OFF_CENTRE_MAX = 5;

  /** The same for a heading that is alone in its row, and at least so long, in characters. */
  private static final int ALONE_OFF_CENTRE_MAX = 14;

  private static final int LONG_CHARS_MIN = 8;

  /** Labels begin this close to the left margin of the table, headings do not, in characters. */
  private static final int LABEL_INDENT_MAX = 6;

  /** Parts of headings that speak of single columns: "% change" stands over two at most. */
  private static final Set<String> NARROW = Words.set("narrow-headings.txt");

  /** Parts of headings that are one thing, whatever columns their words stand over. */
  private static final Set<String> WHOLE = Words.set("whole-headings.txt");

  private final String source;
  private final int labelLeft;

  /**
   * @param source what the lines are cut from
   * @param labelLeft where labels begin
   */
  ColumnHeads(String source, int labelLeft) {
    this.source = source;
    this.labelLeft = labelLeft;
  }

  /** Puts the headings of one line over the columns. */
  List<Placed> place(List<Piece> pieces, List<Extent> columns) {
    List<Placed> placed = new ArrayList<>(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean label =
          i == 0
              && piece.left() <= labelLeft + LABEL_INDENT_MAX
              && piece.left() < columns.get(0).left();
      if (label) {
        placed.add(new Placed(piece, 0, 0));
      } else {
        placed.addAll(wordByWord(piece, over(piece, columns), columns));
      }
    }
    boolean labelled = !placed.isEmpty() && placed.get(0).first() == 0;
    int from = labelled ? 1 : 0;
    if (placed.size() - from == columns.size()) {
      for (int i = from; i < placed.size(); i++) {
        placed.set(i, new Placed(placed.get(i).piece(), i - from + 1, i - from + 1));
      }
    } else {
      widen(placed, from, columns);
    }
    return placed;
  }

  /** A piece over all columns that it stands above, or the nearest. */
  static Placed over(Piece piece, List<Extent> columns) {
    int from = -1;
    int to = -1;
    int nearest = 0;
    int least = Integer.MAX_VALUE;
    for (int c = 0; c < columns.size(); c++) {
      Extent column = columns.get(c);
      if (column.left() < piece.right() && piece.left() < column.right()) {
        from = from < 0 ? c : from;
        to = c;
      }
      int distance = Math.abs(column.left() + column.right() - piece.middle2());
      if (distance < least) {
        nearest = c;
        least = distance;
      }
    }
    return from < 0
        ? new Placed(piece, nearest + 1, nearest + 1)
        : new Placed(piece, from + 1, to + 1);
  }

  /**
   * Cuts headings apart that only one space divides, where each then stands over its own column.
   */
  private List<Placed> wordByWord(Piece piece, Placed whole, List<Extent> columns) {
    int count = whole.last() - whole.first() + 1;
    List<Integer> words = spaces(piece);
    if (count < 2 || words.size() + 1 < count || says(WHOLE, piece)) {
      return List.of(whole);
    }
    int[] starts = new int[count];
    int[] ends = new int[count];
    Arrays.fill(starts, -1);
    int from = 0;
    for (int w = 0; w <= words.size(); w++) {
      int to = w < words.size() ? words.get(w) : piece.to() - piece.from();
      int middle2 = 2 * piece.left() + from + to;
      int column = nearestAmong(middle2, whole, columns);
      if (starts[column] < 0) {
        starts[column] = from;
      }
      ends[column] = to;
      from = to + 1;
    }
    List<Placed> cut = new ArrayList<>(count);
    for (int c = 0; c < count; c++) {
      Extent extent = columns.get(whole.first() - 1 + c);
      if (starts[c] < 0) {
        return List.of(whole);
      }
      Piece part = piece.part(starts[c], ends[c]);
      if (!isHeading(part)) {
        return List.of(whole);
      }
      int off = Math.abs(extent.left() + extent.right() - part.middle2());
      if (off > OFF_CENTRE_MAX && Math.abs(part.right() - extent.right()) > 1) {
        return List.of(whole);
      }
      cut.add(new Placed(part, whole.first() + c, whole.first() + c));
    }
    return cut;
  }

  /** Offsets of the spaces of a piece, from its first character. */
  private List<Integer> spaces(Piece piece) {
    List<Integer> found = new ArrayList<>();
    for (int i = piece.from(); i < piece.to(); i++) {
      if (source.charAt(i) == ' ') {
        found.add(i - piece.from());
      }
    }
    return found;
  }

  /** A part of a heading begins with a letter, or is a year. */
  private boolean isHeading(Piece part) {
    boolean year = part.to() - part.from() == 4 && Character.isDigit(source.charAt(part.to() - 1));
    return year || Character.isLetter(source.charAt(part.from()));
  }

  private static int nearestAmong(int middle2, Placed whole, List<Extent> columns) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int c = whole.first() - 1; c < whole.last(); c++) {
      int distance = Math.abs(columns.get(c).left() + columns.get(c).right() - middle2);
      if (distance < least) {
        best = c - whole.first() + 1;
        least = distance;
      }
    }
    return best;
  }

  /**
   * Headings that are narrower than what they head: shares all columns out among them if each then
   * stands in the middle of its share.
   */
  private void widen(List<Placed> placed, int from, List<Extent> columns) {
    int count = placed.size() - from;
    if (count == 0 || count >= columns.size()) {
      return;
    }
    if (sharesEqually(placed, from, columns)) {
      int share = columns.size() / count;
      for (int k = 0; k < count; k++) {
        Piece piece = placed.get(from + k).piece();
        placed.set(from + k, new Placed(piece, k * share + 1, (k + 1) * share));
      }
      return;
    }
    List<Placed> shares = new ArrayList<>(count);
    int next = 1;
    for (int k = from; k < placed.size(); k++) {
      Placed own = placed.get(k);
      int limit = k + 1 < placed.size() ? placed.get(k + 1).first() - 1 : columns.size();
      if (next > limit) {
        return;
      }
      int end = k + 1 < placed.size() ? bestEnd(own, next, limit, columns) : limit;
      int off = end < next ? Integer.MAX_VALUE : offCentre(own.piece(), next, end, columns);
      boolean alone = count == 1 && own.piece().right() - own.piece().left() >= LONG_CHARS_MIN;
      int most = alone ? ALONE_OFF_CENTRE_MAX : OFF_CENTRE_MAX;
      if (says(NARROW, own.piece()) || own.first() < next || end < own.last() || off > most) {
        return;
      }
      shares.add(new Placed(own.piece(), next, end));
      next = end + 1;
    }
    for (int k = 0; k < count; k++) {
      placed.set(from + k, shares.get(k));
    }
  }

  private boolean says(Set<String> parts, Piece piece) {
    String words = source.substring(piece.from(), piece.to()).toLowerCase(Locale.ROOT);
    return parts.stream().anyMatch(words::contains);
  }

  /** Whether several headings stand each within an equal share of the columns, not at its side. */
  private boolean sharesEqually(List<Placed> placed, int from, List<Extent> columns) {
    int count = placed.size() - from;
    if (count < 2 || columns.size() % count != 0) {
      return false;
    }
    int share = columns.size() / count;
    for (int k = 0; k < count; k++) {
      Placed own = placed.get(from + k);
      int first = k * share + 1;
      int last = first + share - 1;
      int width = columns.get(last - 1).right() - columns.get(first - 1).left();
      int off = offCentre(own.piece(), first, last, columns);
      boolean within = own.first() >= first && own.last() <= last;
      boolean central = off * 10 <= width * (share == 2 ? 8 : 5);
      boolean wide = own.piece().right() - own.piece().left() >= LONG_CHARS_MIN;
      if (!within || !central || !wide || says(NARROW, own.piece())) {
        return false;
      }
    }
    return true;
  }

  private static int bestEnd(Placed own, int from, int limit, List<Extent> columns) {
    int best = Math.max(from, own.last());
    for (int end = best; end <= limit; end++) {
      if (offCentre(own.piece(), from, end, columns)
          < offCentre(own.piece(), from, best, columns)) {
        best = end;
      }
    }
    return best;
  }

  private static int offCentre(Piece piece, int from, int to, List<Extent> columns) {
    int middle2 = columns.get(from - 1).left() + columns.get(to - 1).right();
    return Math.abs(middle2 - piece.middle2());
  }
}
