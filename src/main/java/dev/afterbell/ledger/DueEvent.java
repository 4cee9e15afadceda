package dev.afterbell.ledger;

import dev.afterbell.evidence.Ticker;
import java.time.LocalDate;

/**
 * An event whose refresh is outstanding.
 *
 * @param ticker of the issuer
 * @param eventDate day of the event
 * @param due day from which it is due
 */
public record DueEvent(Ticker ticker, LocalDate eventDate, LocalDate due) {}
