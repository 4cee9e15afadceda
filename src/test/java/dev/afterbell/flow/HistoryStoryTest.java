package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.ledger.Book;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.snapshot.SnapshotJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A toolmaker's fifth release, measured against the four before it. */
class HistoryStoryTest {

  private static final String ASOF = "2026-04-28T00:00:00Z";

  private static final List<String> EARLIER =
      List.of(
          "20250422 FIRST 2025 2024 March-31,-2025 16,020 15,000",
          "20250722 SECOND 2025 2024 June-30,-2025 16,400 16,000",
          "20251021 THIRD 2025 2024 September-30,-2025 17,000 17,000",
          "20260217 FOURTH 2025 2024 December-31,-2025 17,900 17,000");

  static List<ObjectNotice> releases(Toolmaker story) {
    List<ObjectNotice> found = new ArrayList<>();
    EARLIER.forEach(row -> found.add(release(story, row)));
    found.add(release(story, "20260421 FIRST 2026 2025 March-31,-2026 18,450 16,020"));
    return found;
  }

  private static ObjectNotice release(Toolmaker story, String row) {
    String[] said = row.split(" ");
    String end = said[4].replace('-', ' ');
    String day = said[0];
    String text =
        Toolmaker.text("BRASS VALLEY TOOLS REPORTS", "SALES")
            .replace("FIRST QUARTER 2026", said[1] + " QUARTER " + said[2])
            .replace("DAYTON, OHIO, April 21, 2026 -- ", "DAYTON, OHIO -- ")
            .replace(
                "first quarter ended March 31, 2026",
                said[1].toLowerCase(Locale.ROOT) + " quarter ended " + end)
            .replace("Months Ended March 31", "Months Ended " + end.substring(0, end.indexOf(',')))
            .replace("2026         2025", said[2] + "         " + said[3])
            .replace("16,020", said[6])
            .replace("SALES", said[5]);
    String at = day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6);
    return story.drop(
        "inbox/BVT/" + day + ".txt", GuidanceStoryTest.submission(day, text), at + "T12:30:00Z");
  }

  private static ScoreCard card(Toolmaker story) {
    return story.snapshot(ASOF).orElseThrow().card();
  }

  @Test
  void growth_withFourQuartersOnFile_isMeasuredAgainstTheirMean() {
    Toolmaker story = new Toolmaker();
    story.desk().deliver(story.profile());
    releases(story).forEach(story.desk()::deliver);

    // 6.8%, 2.5%, 0% and 5.29412% before; 15.16854% now
    assertThat(card(story).axes().growth().components().get(0).reason())
        .isEqualTo(
            "revenue 15.2% over a year, against a mean of 3.6% of four quarters before"
                + " (PR-2026-02-17, PR-2025-10-21, PR-2025-07-22, PR-2025-04-22)");
    assertThat(card(story).history())
        .extracting(i -> i.id().toString())
        .containsExactly("PR-2025-04-22", "PR-2025-07-22", "PR-2025-10-21", "PR-2026-02-17");
  }

  @Test
  void growth_withThreeQuartersOnFile_isMeasuredAgainstTheDefault() {
    Toolmaker story = new Toolmaker();
    story.desk().deliver(story.profile());
    releases(story).subList(1, 5).forEach(story.desk()::deliver);

    assertThat(card(story).axes().growth().components().get(0).reason())
        .endsWith("against the default of 10% without four earlier quarters on file");
  }

  @Test
  void releases_inAnyOrder_giveTheSamePage() {
    Toolmaker one = new Toolmaker();
    one.desk().deliver(one.profile());
    releases(one).forEach(one.desk()::deliver);
    Toolmaker other = new Toolmaker();
    other.desk().deliver(other.profile());
    List<ObjectNotice> backwards = new ArrayList<>(releases(other));
    Collections.reverse(backwards);
    backwards.forEach(other.desk()::deliver);

    assertThat(text(other)).isEqualTo(text(one));
  }

  @Test
  void firstOfFive_knowsNothingOfTheLaterOnes() {
    Toolmaker story = new Toolmaker();
    story.desk().deliver(story.profile());
    releases(story).forEach(story.desk()::deliver);

    ScoreCard first =
        story
            .desk()
            .assemble
            .ofEvent(
                Toolmaker.TICKER,
                LocalDate.of(2025, 4, 22),
                Optional.of(Instant.parse("2025-04-30T00:00:00Z")),
                Instant.parse(ASOF))
            .snapshot()
            .orElseThrow()
            .card();

    assertThat(first.history()).isEmpty();
  }

  @Test
  void earlierRelease_thatCannotBeRead_isNamedOnThePage() {
    Toolmaker story = new Toolmaker();
    story.desk().deliver(story.profile());
    releases(story).forEach(story.desk()::deliver);
    String key = "2025-07-22#EVIDENCE#PR-2025-07-22";
    Map<String, AttributeValue> item =
        new HashMap<>(story.desk().store.item(Book.of(Toolmaker.TICKER), key));
    item.put("sha256", AttributeValue.fromS("0".repeat(64)));
    story.desk().store.put(item);

    assertThat(story.page(ASOF)).contains(key);
    assertThat(card(story).history()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-26T12:00:00Z, true", "2026-11-27T12:00:00Z, false"})
  void latest_goesBack220Days_howeverFarItsHistoryIsRead(Instant now, boolean found) {
    Toolmaker story = new Toolmaker();
    story.desk().deliver(story.profile());
    releases(story).forEach(story.desk()::deliver);

    assertThat(
            story
                .desk()
                .assemble
                .latest(Toolmaker.TICKER, Optional.empty(), now)
                .snapshot()
                .isPresent())
        .isEqualTo(found);
  }

  private static String text(Toolmaker story) {
    return CanonicalJson.text(SnapshotJson.write(story.snapshot(ASOF).orElseThrow()));
  }
}
