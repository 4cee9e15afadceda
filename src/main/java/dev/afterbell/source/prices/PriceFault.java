package dev.afterbell.source.prices;

/** Ends the reading of a price file; becomes {@link PriceFile.Refused}. */
final class PriceFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final PriceFile.Reason reason;
  private final String problem;

  PriceFault(PriceFile.Reason reason, String problem) {
    super(problem);
    this.reason = reason;
    this.problem = problem;
  }

  /** At a line, counted from 1. */
  static PriceFault at(CsvRows.Row row, PriceFile.Reason reason, String problem) {
    return new PriceFault(reason, "Line " + row.line() + ": " + problem);
  }

  PriceFile.Reason reason() {
    return reason;
  }

  String problem() {
    return problem;
  }
}
