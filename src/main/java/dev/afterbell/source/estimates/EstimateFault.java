package dev.afterbell.source.estimates;

/** Ends the reading of a file of estimates; becomes {@link EstimateFile.Refused}. */
final class EstimateFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final EstimateFile.Reason reason;
  private final String problem;

  EstimateFault(EstimateFile.Reason reason, String problem) {
    super(problem);
    this.reason = reason;
    this.problem = problem;
  }

  EstimateFile.Reason reason() {
    return reason;
  }

  String problem() {
    return problem;
  }
}
