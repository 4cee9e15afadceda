package dev.afterbell.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * What every entry has.
 *
 * @param key where it stands
 * @param payload what it says
 * @param recordedAt when the ledger took it
 * @param link its place in the chain; absent for caches, which expire
 */
public record Stored(EntryKey key, Payload payload, Instant recordedAt, Optional<ChainLink> link) {}
