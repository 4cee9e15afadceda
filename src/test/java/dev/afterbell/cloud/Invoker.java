package dev.afterbell.cloud;

/** One function, as its event sources see it: an event in, an answer out, both JSON in UTF-8. */
@FunctionalInterface
public interface Invoker {

  /**
   * Runs the function once and waits for its answer.
   *
   * @throws FunctionFailed when the function threw, did not answer in time, or ended
   */
  byte[] invoke(byte[] event) throws FunctionFailed;
}
