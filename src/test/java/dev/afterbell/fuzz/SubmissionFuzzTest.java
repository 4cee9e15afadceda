package dev.afterbell.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** An EDGAR submission, or anything else that is dropped. */
class SubmissionFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void anyBytes_obeyTheLawsOfReading(byte[] input) {
    ReadingLaws.check(ReadingLaws.file("", input));
  }
}
