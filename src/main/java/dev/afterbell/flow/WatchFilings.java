package dev.afterbell.flow;

import dev.afterbell.limit.Limits;
import dev.afterbell.source.Fetched;
import dev.afterbell.source.edgar.Accession;
import dev.afterbell.source.edgar.Edgar;
import dev.afterbell.source.edgar.ListedFiling;
import dev.afterbell.source.edgar.ResultsFilings;
import dev.afterbell.source.edgar.SubmissionsIndex;
import dev.afterbell.vault.InboxWriter;
import dev.afterbell.vault.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Looks at EDGAR for results filings of watched issuers and drops what is new into the inbox, from
 * where it goes the way of every drop. The inbox itself is the memory of what was found: an object
 * {@code inbox/ACME/edgar/<accession>.txt} is not fetched again.
 */
public final class WatchFilings {

  private final Edgar edgar;
  private final InboxWriter inbox;

  /** A watch; nothing is asked yet. */
  public WatchFilings(Edgar edgar, InboxWriter inbox) {
    this.edgar = edgar;
    this.inbox = inbox;
  }

  /**
   * What a look at EDGAR did.
   *
   * @param dropped keys of new drops
   * @param failed issuers and filings to be looked at again at the next tick, with the reason
   */
  public record Outcome(List<String> dropped, List<String> failed) {

    public Outcome {
      dropped = List.copyOf(dropped);
      failed = List.copyOf(failed);
    }
  }

  /**
   * Looks for what was filed in the last {@link Limits#WATCH_DAYS} days. One issuer that cannot be
   * asked about holds up no other.
   *
   * @param tick the schedule's instant; the only clock
   * @param timeLeft asked before each request; once false, the rest is left as failed
   */
  public Outcome watch(WatchList list, Instant tick, BooleanSupplier timeLeft) {
    Look look = new Look(tick, timeLeft);
    for (WatchList.Watched issuer : list.issuers()) {
      try {
        look.at(issuer);
      } catch (RuntimeException e) {
        look.failed.add(issuer.ticker() + ": " + e.getClass().getSimpleName());
      }
    }
    return new Outcome(look.dropped, look.failed);
  }

  /** One look at all of them. */
  private final class Look {

    private final Instant tick;
    private final BooleanSupplier timeLeft;
    private final List<String> dropped = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    Look(Instant tick, BooleanSupplier timeLeft) {
      this.tick = tick;
      this.timeLeft = timeLeft;
    }

    void at(WatchList.Watched issuer) {
      if (!timeLeft.getAsBoolean()) {
        failed.add(issuer.ticker() + ": time is nearly up");
        return;
      }
      Fetched answer = edgar.submissions(issuer.cik(), tick);
      if (!(answer instanceof Fetched.Found found)) {
        failed.add(issuer.ticker() + ": " + reason(answer));
        return;
      }
      if (!(SubmissionsIndex.read(found.bytes()) instanceof SubmissionsIndex.Listed listed)) {
        failed.add(issuer.ticker() + ": the list has another shape than documented");
        return;
      }
      Instant since = tick.minus(Duration.ofDays(Limits.WATCH_DAYS));
      for (ListedFiling filing : ResultsFilings.since(listed, since, Set.of())) {
        fetch(issuer, filing.accession());
      }
    }

    private void fetch(WatchList.Watched issuer, Accession number) {
      String key = "inbox/" + issuer.ticker() + "/edgar/" + number + ".txt";
      try {
        if (inbox.has(key)) {
          return;
        }
        if (!timeLeft.getAsBoolean()) {
          failed.add(issuer.ticker() + " " + number + ": time is nearly up");
          return;
        }
        Fetched answer = edgar.fullSubmission(issuer.cik(), number, tick);
        if (!(answer instanceof Fetched.Found found)) {
          failed.add(issuer.ticker() + " " + number + ": " + reason(answer));
        } else if (inbox.drop(key, found.bytes(), Map.of("source-url", found.url()))) {
          dropped.add(key);
        }
      } catch (StoreUnavailable e) {
        failed.add(issuer.ticker() + " " + number + ": " + e.getMessage());
      }
    }

    private static String reason(Fetched answer) {
      return Ending.of(answer).reason().orElse("found");
    }
  }
}
