package dev.afterbell.source.edgar;

import dev.afterbell.limit.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Which filings of a list came after a release and are not known yet. */
public final class FollowUps {

  private FollowUps() {}

  /**
   * The filings to look at, oldest first, at most {@link Limits#FOLLOW_UPS_MAX} of them: current,
   * quarterly and annual reports and their amendments. One whose time can be read as before and as
   * after the release is among them.
   *
   * @param index the list
   * @param release instant of the release
   * @param known what need not be fetched again, the release's own filing included
   */
  public static List<ListedFiling> since(
      SubmissionsIndex.Listed index, Instant release, Set<Accession> known) {
    return index.filings().stream()
        .filter(f -> !known.contains(f.accession()) && f.maybeAfter(release))
        .sorted(ListedFiling.BY_DATE)
        .filter(f -> Forms.of(f).isPresent())
        .limit(Limits.FOLLOW_UPS_MAX)
        .toList();
  }
}
