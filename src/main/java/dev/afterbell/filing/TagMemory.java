package dev.afterbell.filing;

import java.util.Optional;

/**
 * The start tags of one page by their text: pages repeat the same few hundred, thousands of times.
 */
final class TagMemory {

  private static final int SLOTS = 1024;

  /** Longer tags are few, in characters. */
  private static final int TAG_CHARS_MAX = 400;

  /** Where a tag was read, and what it said. */
  private record Read(int from, int to, int hash, Optional<SourceTag.Said> said) {}

  private final String source;
  private final Read[] slots = new Read[SLOTS];
  private int hash;

  TagMemory(String source) {
    this.source = source;
  }

  /**
   * What a tag says that reads the same as one before.
   *
   * @param from its first character
   * @param to the first {@code >} after that; below {@code from} if there is none
   */
  Optional<SourceTag.Said> at(int from, int to) {
    if (to < from || to - from > TAG_CHARS_MAX) {
      return Optional.empty();
    }
    int made = to - from;
    for (int i = from + 1; i < to; i++) {
      made = 31 * made + source.charAt(i);
    }
    hash = made;
    Read read = slots[slot(made)];
    boolean same =
        read != null
            && read.hash() == made
            && read.to() - read.from() == to - from
            && source.regionMatches(from, source, read.from(), to - from);
    return same ? read.said() : Optional.empty();
  }

  /** Remembers a tag that was looked for last, and that ended at the first {@code >}. */
  void put(int from, int to, SourceTag.Said said) {
    if (to - from <= TAG_CHARS_MAX) {
      slots[slot(hash)] = new Read(from, to, hash, Optional.of(said));
    }
  }

  private static int slot(int hash) {
    return (hash ^ hash >>> 10 ^ hash >>> 20) & SLOTS - 1;
  }
}
