package dev.afterbell.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** A plain text, with its columns, pipe tables and paragraphs. */
class PlainTextFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void anyBytes_obeyTheLawsOfReading(byte[] input) {
    ReadingLaws.check(ReadingLaws.file("Larkspur Tools\n\n", input));
  }
}
