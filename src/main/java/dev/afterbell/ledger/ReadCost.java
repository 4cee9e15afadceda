package dev.afterbell.ledger;

/**
 * What a read cost.
 *
 * @param queries requests made to the table
 * @param readUnits read capacity units charged
 * @param vaultReads objects fetched from the vault for payloads too large for the table
 */
public record ReadCost(int queries, double readUnits, int vaultReads) {

  /** Nothing was read. */
  public static final ReadCost NONE = new ReadCost(0, 0, 0);

  /** Both together. */
  public ReadCost plus(ReadCost other) {
    return new ReadCost(
        queries + other.queries, readUnits + other.readUnits, vaultReads + other.vaultReads);
  }
}
