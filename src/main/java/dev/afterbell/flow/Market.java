package dev.afterbell.flow;

import dev.afterbell.market.EventClock;

/**
 * Where a share is measured.
 *
 * @param clock the event in the sessions of that market
 * @param symbol of the share there
 * @param benchmark symbol of what it is measured against
 */
record Market(EventClock clock, String symbol, String benchmark) {}
