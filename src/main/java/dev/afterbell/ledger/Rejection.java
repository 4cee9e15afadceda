package dev.afterbell.ledger;

import dev.afterbell.filing.Sha256;
import java.util.Optional;

/**
 * Why a drop was not used.
 *
 * @param reason closed reason
 * @param message one or two sentences for the person who dropped it: what was found, what to do
 * @param objectKey decoded key of the dropped object
 * @param original digest under which the vault keeps its bytes, where they were read
 * @param copyKey key of its copy inside the bucket, where it was too large to be read
 * @param bytes its length as far as it is known
 */
public record Rejection(
    RejectionReason reason,
    String message,
    String objectKey,
    Optional<Sha256> original,
    Optional<String> copyKey,
    long bytes) {

  /**
   * @throws IllegalArgumentException if the message is blank or the length negative
   */
  public Rejection {
    if (message.isBlank() || bytes < 0) {
      throw new IllegalArgumentException("A rejection has a message and a length from 0");
    }
  }
}
