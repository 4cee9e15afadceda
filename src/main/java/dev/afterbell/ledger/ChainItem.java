package dev.afterbell.ledger;

import dev.afterbell.filing.Sha256;
import java.util.Optional;

/**
 * A chained entry as it stands in the store, for verification. Nothing in it is trusted.
 *
 * @param sortKey as stored
 * @param kind as stored
 * @param payload digest calculated from the content that was read; absent if that failed
 * @param recordedAt as stored
 * @param link as stored
 */
public record ChainItem(
    String sortKey, String kind, Optional<Sha256> payload, String recordedAt, ChainLink link) {}
