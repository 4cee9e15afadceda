package dev.afterbell.ledger;

import java.time.Instant;

/**
 * The right to deal with one delivery, until it ends or another takes over.
 *
 * @param delivery what is dealt with
 * @param fence grows with every claim on the same object key; only the latest can finish
 * @param leaseUntil from then on another may take over
 */
public record Claim(Delivery delivery, long fence, Instant leaseUntil) {}
