package dev.afterbell.snapshot;

import dev.afterbell.evidence.Issuer;
import dev.afterbell.market.EventClock;
import java.util.Optional;

/**
 * A listing beside that of the event venue, and the event's days there.
 *
 * @param listing where, and under which symbol
 * @param clock the release counted in that venue's sessions; absent if its calendar does not reach
 */
public record OtherListing(Issuer.Listing listing, Optional<EventClock> clock) {}
