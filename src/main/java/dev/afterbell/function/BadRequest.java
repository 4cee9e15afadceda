package dev.afterbell.function;

import dev.afterbell.function.wire.Problem;

/** A request that cannot be answered as it stands. */
final class BadRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Problem problem;

  BadRequest(Problem problem) {
    super(problem.name());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
