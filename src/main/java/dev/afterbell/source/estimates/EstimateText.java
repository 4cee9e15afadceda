package dev.afterbell.source.estimates;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of a file of estimates. */
final class EstimateText {

  private EstimateText() {}

  /** UTF-8 without a byte order mark. */
  static String decoded(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new EstimateFault(
          EstimateFile.Reason.NOT_JSON, "The file is not text in UTF-8. Save it as JSON in UTF-8.");
    }
  }
}
