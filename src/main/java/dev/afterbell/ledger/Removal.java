package dev.afterbell.ledger;

import java.time.Instant;

/**
 * A dropped object was removed from the inbox.
 *
 * @param objectKey its decoded key
 * @param sequencer of the removal
 * @param removedAt when, by the notice
 */
public record Removal(String objectKey, Sequencer sequencer, Instant removedAt) {}
