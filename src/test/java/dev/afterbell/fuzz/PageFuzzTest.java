package dev.afterbell.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** An HTML page. */
class PageFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void anyBytes_obeyTheLawsOfReading(byte[] input) {
    ReadingLaws.check(ReadingLaws.file("<html><body>", input));
  }
}
