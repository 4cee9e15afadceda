package dev.afterbell.filing;

/**
 * A piece of a document in reading order: running text or a table. Only what a person would see.
 */
public sealed interface Block permits Prose, Table {

  /** The bytes from the first to the last character of the block. */
  ByteSpan span();
}
