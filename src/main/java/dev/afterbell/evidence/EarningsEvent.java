package dev.afterbell.evidence;

import dev.afterbell.market.EventClock;
import java.time.LocalDate;

/**
 * An earnings release and its clock.
 *
 * @param ticker of the issuer
 * @param eventDate day of the release in the event venue's zone; the snapshot's key
 * @param clock release instant, day 0 to day 3 and the instant the refresh is due
 * @param releaseKnownFrom how the instant of the release is known
 * @param primary the release itself
 */
public record EarningsEvent(
    Ticker ticker,
    LocalDate eventDate,
    EventClock clock,
    DocumentSummary.PublishedFrom releaseKnownFrom,
    EvidenceId primary) {}
