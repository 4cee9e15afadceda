package dev.afterbell.source.edgar;

import dev.afterbell.limit.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Which filings of a list carry results, or may: a 6-K does not say what it is about. */
public final class ResultsFilings {

  private ResultsFilings() {}

  /**
   * The filings to fetch, oldest first, at most {@link Limits#FOLLOW_UPS_MAX} of them: 8-K with
   * item 2.02, 6-K, quarterly and annual reports, and amendments of these.
   *
   * @param index the list
   * @param since what was surely filed before is passed over
   * @param known what need not be fetched again
   */
  public static List<ListedFiling> since(
      SubmissionsIndex.Listed index, Instant since, Set<Accession> known) {
    return index.filings().stream()
        .filter(f -> !known.contains(f.accession()) && f.maybeAfter(since))
        .filter(f -> Forms.of(f).filter(forms -> forms.results().holds(f)).isPresent())
        .sorted(ListedFiling.BY_DATE)
        .limit(Limits.FOLLOW_UPS_MAX)
        .toList();
  }
}
