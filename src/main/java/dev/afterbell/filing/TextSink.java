package dev.afterbell.filing;

/** Receives characters with their bytes. */
interface TextSink {

  /** One UTF-16 unit that came from the bytes {@code [start, end)}. */
  void accept(char c, int start, int end);

  /**
   * Characters {@code [from, to)} of a source, of one byte each.
   *
   * @param start the byte of the first
   */
  default void acceptRun(String source, int from, int to, int start) {
    for (int i = from; i < to; i++) {
      int at = start + i - from;
      accept(source.charAt(i), at, at + 1);
    }
  }
}
