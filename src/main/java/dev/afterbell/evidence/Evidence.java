package dev.afterbell.evidence;

import java.util.Optional;

/**
 * One item that a snapshot can cite.
 *
 * @param id its name
 * @param ticker of the issuer
 * @param sourceClass who stands behind it
 * @param provenance how it came here
 * @param entityMatched whether the document names this issuer (by CIK, name or ticker)
 * @param extraction what it says
 * @param supersedes the item that it amends
 */
public record Evidence(
    EvidenceId id,
    Ticker ticker,
    SourceClass sourceClass,
    Provenance provenance,
    boolean entityMatched,
    Extraction extraction,
    Optional<EvidenceId> supersedes) {}
