package dev.afterbell.ledger;

/** What stands under one key. */
public sealed interface Lookup {

  /** This. */
  record Found(LedgerEntry entry) implements Lookup {}

  /** Nothing. */
  record Absent() implements Lookup {}

  /** Something that cannot be used. */
  record Corrupt(CorruptEntry entry) implements Lookup {}
}
