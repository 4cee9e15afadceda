package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.prior.Signal;
import dev.afterbell.snapshot.Snapshot;
import dev.afterbell.snapshot.SnapshotJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of a toolmaker's guidance from one release to the next. */
class GuidanceStoryTest {

  private static final String ASOF = "2026-04-28T00:00:00Z";

  @ParameterizedTest
  @CsvSource({
    "73 million to $76 million, raised",
    "66 million to $69 million, lowered",
    "70 million to $74 million, maintained",
    "71 million to $73 million, narrowed",
    "68 million to $76 million, widened"
  })
  void secondRelease_saysWhatBecameOfTheGuidanceBefore(String range, String action) {
    Toolmaker story = new Toolmaker();
    deliver(story, List.of(before(story), now(story, "It expects net sales of $" + range)));

    assertThat(guidance(story)).contains("to 2026-12-31 " + action + " since PR-2026-02-17");
  }

  @Test
  void releases_inEitherOrder_giveTheSamePage() {
    String sentence = "It expects net sales of $73 million to $76 million";
    Toolmaker one = new Toolmaker();
    deliver(one, List.of(before(one), now(one, sentence)));
    Toolmaker other = new Toolmaker();
    deliver(other, List.of(now(other, sentence), before(other)));

    assertThat(text(other)).isEqualTo(text(one));
  }

  @Test
  void secondRelease_thatTakesGuidanceBack_saysSo() {
    Toolmaker story = new Toolmaker();
    deliver(story, List.of(before(story), now(story, "The company withdraws its guidance")));

    assertThat(guidance(story))
        .isEqualTo(
            "no quantitative guidance in a verified document; guidance to 2026-12-31 withdrawn");
  }

  @Test
  void firstReleaseOnFile_hasNothingToCompareWith() {
    Toolmaker story = new Toolmaker();
    deliver(story, List.of(now(story, "It expects net sales of $73 million to $76 million")));

    assertThat(guidance(story)).doesNotContain("since");
  }

  private static void deliver(Toolmaker story, List<ObjectNotice> releases) {
    story.desk().deliver(story.profile());
    releases.forEach(story.desk()::deliver);
  }

  private static ObjectNotice now(Toolmaker story, String sentence) {
    String text = Toolmaker.text("BRASS VALLEY TOOLS REPORTS", "18,450");
    return story.drop(
        Toolmaker.FIRST,
        submission("20260421", text + "\n" + sentence + " for the full year 2026.\n"),
        "2026-04-21T12:00:00Z");
  }

  private static ObjectNotice before(Toolmaker story) {
    String text =
        Toolmaker.text("BRASS VALLEY TOOLS REPORTS", "17,900")
            .replace("FIRST QUARTER 2026", "FOURTH QUARTER 2025")
            .replace("April 21, 2026", "February 17, 2026")
            .replace("first quarter ended March 31, 2026", "fourth quarter ended December 31, 2025")
            .replace("Three Months Ended March 31", "Three Months Ended December 31")
            .replace("2026         2025", "2025         2024");
    String guidance =
        "\nIt expects net sales of $70 million to $74 million for the full year 2026.\n";
    return story.drop(
        "inbox/BVT/q4.txt", submission("20260217", text + guidance), "2026-02-17T12:00:00Z");
  }

  /** The release as the exhibit of a filing, which says by itself who made it and when. */
  static String submission(String day, String release) {
    return """
        <SEC-DOCUMENT>0000999871-26-CASE.txt : DAY
        <SEC-HEADER>0000999871-26-CASE.hdr.sgml : DAY
        <ACCEPTANCE-DATETIME>DAY070000
        ACCESSION NUMBER:		0000999871-26-CASE
        CONFORMED SUBMISSION TYPE:	8-K
        FILED AS OF DATE:		DAY

        FILER:

        	COMPANY DATA:
        		COMPANY CONFORMED NAME:			Brass Valley Tools, Inc.
        		CENTRAL INDEX KEY:			0000999871
        </SEC-HEADER>
        <DOCUMENT>
        <TYPE>8-K
        <SEQUENCE>1
        <FILENAME>bvt8k.txt
        <TEXT>
        Item 2.02 Results of Operations and Financial Condition.

        Brass Valley Tools, Inc. issued the press release attached as Exhibit 99.1.
        </TEXT>
        </DOCUMENT>
        <DOCUMENT>
        <TYPE>EX-99.1
        <SEQUENCE>2
        <FILENAME>ex991.txt
        <TEXT>
        RELEASE
        </TEXT>
        </DOCUMENT>
        </SEC-DOCUMENT>
        """
        .replace("CASE", "00" + day.substring(4))
        .replace("DAY", day)
        .replace("RELEASE", release);
  }

  private static String guidance(Toolmaker story) {
    return story.snapshot(ASOF).orElseThrow().card().prior().readings().stream()
        .filter(r -> r.signal() == Signal.GUIDANCE)
        .findFirst()
        .orElseThrow()
        .reason();
  }

  private static String text(Toolmaker story) {
    Snapshot snapshot = story.snapshot(ASOF).orElseThrow();
    return CanonicalJson.text(SnapshotJson.write(snapshot));
  }
}
