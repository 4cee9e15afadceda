package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.DocumentSummary.PublishedFrom;
import dev.afterbell.score.FlagCode;
import dev.afterbell.snapshot.Snapshot;
import dev.afterbell.snapshot.SnapshotMarkdown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One release that reaches Afterbell in several copies, in every order: what counts is the earliest
 * moment that a source knows, and the page says from where (docs/method.md §5).
 */
class ReleaseTimeStoryTest {

  private static final String DATELINE = "DAYTON, OHIO, April 21, 2026 -- ";
  private static final String LATER = "2026-05-20T00:00:00Z";

  @ParameterizedTest(name = "{0}: {1} from {2}, uncertain {3}")
  @CsvSource({
    // the wire before EDGAR, EDGAR before the wire
    "wire 07:00 filing 071500, 2026-04-21T11:00:00Z, METADATA, false",
    "wire 07:00 filing 065900, 2026-04-21T10:59:00Z, SGML_HEADER, false",
    // after the close both times: T0 is the next day, though a dateline says the day before
    "wire 16:05 filing 161000 dateline, 2026-04-21T20:05:00Z, METADATA, false",
    "filing 161000 dateline, 2026-04-21T20:10:00Z, SGML_HEADER, false",
    "wire 16:05 dateline, 2026-04-21T20:05:00Z, METADATA, false",
    "dateline, 2026-04-21T04:00:00Z, DATELINE, true",
  })
  void release_inSeveralCopies_isAsEarlyAsTheEarliestKnownTime(
      String copies, String release, PublishedFrom from, boolean uncertain) {
    for (boolean reversed : List.of(false, true)) {
      Snapshot page = page(copies, reversed);

      assertThat(page.event().clock().release()).isEqualTo(release);
      assertThat(page.event().releaseKnownFrom()).isEqualTo(from);
      assertThat(page.card().flag(FlagCode.TIME_UNCERTAIN).isPresent()).isEqualTo(uncertain);
      assertThat(SnapshotMarkdown.write(page)).contains(", known from the ");
      assertThat(page.event().clock().t0().date())
          .isEqualTo(copies.contains("16") ? "2026-04-22" : "2026-04-21");
    }
  }

  private static Snapshot page(String copies, boolean reversed) {
    Toolmaker story = new Toolmaker();
    story.desk().deliver(story.profile());
    List<ObjectNotice> notices = new ArrayList<>();
    String[] words = copies.split(" ");
    for (int i = 0; i < words.length; i++) {
      switch (words[i]) {
        case "wire" -> notices.add(wire(story, words[++i]));
        case "filing" -> notices.add(filing(story, words[++i]));
        default -> notices.add(dateline(story));
      }
    }
    if (reversed) {
      Collections.reverse(notices);
    }
    notices.forEach(story.desk()::deliver);
    return story.snapshot(LATER).orElseThrow();
  }

  private static ObjectNotice wire(Toolmaker story, String time) {
    String key = "inbox/BVT/wire.txt";
    story.desk().say(key, "published", "2026-04-21T" + time + ":00-04:00");
    return story.drop(key, undated("BRASS VALLEY TOOLS SAYS"), "2026-04-21T22:00:00Z");
  }

  private static ObjectNotice filing(Toolmaker story, String time) {
    String submission =
        """
        <SEC-DOCUMENT>0000047110-26-000012.txt : 20260421
        <SEC-HEADER>0000047110-26-000012.hdr.sgml : 20260421
        <ACCEPTANCE-DATETIME>20260421%s
        ACCESSION NUMBER:		0000047110-26-000012
        CONFORMED SUBMISSION TYPE:	8-K
        PUBLIC DOCUMENT COUNT:		1
        ITEM INFORMATION:		Results of Operations and Financial Condition
        FILED AS OF DATE:		20260421

        FILER:

        	COMPANY DATA:
        		COMPANY CONFORMED NAME:			Brass Valley Tools, Inc.
        		CENTRAL INDEX KEY:			0000047110
        </SEC-HEADER>
        <DOCUMENT>
        <TYPE>EX-99.1
        <SEQUENCE>1
        <FILENAME>release.txt
        <TEXT>
        %s
        </TEXT>
        </DOCUMENT>
        </SEC-DOCUMENT>
        """
            .formatted(time, undated("BRASS VALLEY TOOLS REPORTS"));
    return story.drop("inbox/BVT/submission.txt", submission, "2026-04-21T22:00:00Z");
  }

  private static ObjectNotice dateline(Toolmaker story) {
    return story.drop(
        "inbox/BVT/dated.txt",
        Toolmaker.text("BRASS VALLEY TOOLS ANNOUNCES", "18,450"),
        "2026-04-21T22:00:00Z");
  }

  private static String undated(String headline) {
    return Toolmaker.text(headline, "18,450").replace(DATELINE, "");
  }
}
