package dev.afterbell.source.edgar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.afterbell.filing.Cik;
import dev.afterbell.limit.Limits;
import dev.afterbell.source.edgar.SubmissionsIndex.Listed;
import dev.afterbell.source.edgar.SubmissionsIndex.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionsIndexTest {

  private static final Instant RELEASE = Instant.parse("2026-06-15T11:00:00Z");
  private static final String COLUMNS =
      """
      "accessionNumber":["0007654321-26-000050","0007654321-26-000042"],
      "form":["10-Q","8-K"],"filingDate":["2026-06-22","2026-06-15"],
      "reportDate":["2026-05-31",""],
      "acceptanceDateTime":["2026-06-22T20:05:00.000Z","2026-06-15T11:00:12.000Z"],
      "items":["","2.02,9.01"],"primaryDocument":["acme10q.htm",""]
      """;
  private static final String LIST =
      "{\"cik\":\"1234567\",\"filings\":{\"recent\":{"
          + COLUMNS
          + "},\"files\":[{\"name\":\"CIK0001234567-submissions-001.json\",\"filingCount\":9,"
          + "\"filingFrom\":\"2001-01-02\",\"filingTo\":\"2019-05-06\"}]}}";

  @Test
  void read_list_hasItsRows() {
    Listed listed = listed(LIST);

    assertThat(listed.cik()).contains(Cik.parse("1234567"));
    ListedFiling release = listed.filings().get(1);
    assertThat(release.accession().number()).isEqualTo("0007654321-26-000042");
    assertThat(release.form()).isEqualTo("8-K");
    assertThat(release.filed()).isEqualTo("2026-06-15");
    assertThat(release.items()).containsExactly("2.02", "9.01");
    assertThat(release.primaryDocument()).isEmpty();
    assertThat(listed.filings().get(0).primaryDocument()).contains("acme10q.htm");
    assertThat(listed.filings().get(0).items()).isEmpty();
  }

  @Test
  void accepted_isOneOfTwoInstants_neverTheZedAlone() {
    WrittenTime accepted = listed(LIST).filings().get(1).accepted().orElseThrow();

    assertThat(accepted.earliest()).isEqualTo("2026-06-15T11:00:12Z");
    assertThat(accepted.latest()).isEqualTo("2026-06-15T15:00:12Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2026-06-15", "2026-13-15T11:00:12.000Z"})
  void accepted_textThatIsNoTime_isNone(String text) {
    Listed listed = listed(LIST.replace("2026-06-15T11:00:12.000Z", text));

    assertThat(listed.filings().get(1).accepted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|accessionNumber",
        "[]|accessionNumber",
        "<html>|not JSON",
        "{\"filings\":{}}|accessionNumber",
        "{\"filings\":{\"recent\":{\"accessionNumber\":[]}}}|form"
      })
  void read_anotherShape_isRefused(String json, String words) {
    assertThat(refused(json)).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\"10-Q\",\"8-K\"]|[\"10-Q\"]|form",
        "[\"10-Q\",\"8-K\"]|[\"10-Q\",\"\"]|form",
        "[\"2026-06-22\",\"2026-06-15\"]|[\"2026-06-22\"]|filingDate",
        "2026-06-15\"|2026-06-31\"|filingDate",
        "0007654321-26-000042|42|accessionNumber",
        "\"\",\"2.02,9.01\"|\"2.02,9.01\"|items"
      })
  void read_columnsThatDoNotFit_areRefusedAsAWhole(String from, String to, String words) {
    assertThat(refused(LIST.replace(from, to))).contains(words);
  }

  @Test
  void read_tooManyBytes_isRefused() {
    assertThat(SubmissionsIndex.read(new byte[Limits.SUBMISSIONS_BYTES_MAX + 1]))
        .isInstanceOf(Refused.class);
  }

  @Test
  void since_laterFilings_areFollowUpsOldestFirst() {
    Listed index =
        index(
            row(60, "10-Q", "2026-07-20T20:00:00.000Z", ""),
            row(51, "8-K", "2026-06-16T12:00:00.000Z", "7.01,9.01"),
            row(50, "8-K", "2026-06-16T10:00:00.000Z", "5.02"),
            row(49, "SC 13G", "2026-06-16T10:00:00.000Z", ""),
            row(42, "8-K", "2026-06-15T11:00:12.000Z", "2.02,9.01"),
            row(41, "8-K", "2026-06-01T11:00:00.000Z", "8.01"));

    List<ListedFiling> followUps =
        FollowUps.since(index, RELEASE, Set.of(new Accession("0007654321-26-000042")));

    assertThat(followUps)
        .extracting(f -> f.accession().number().substring(14))
        .containsExactly("000050", "000051", "000060");
  }

  @Test
  void since_amendments_areFollowUpsOfTheirForm() {
    Listed index =
        index(
            row(52, "6-K/A", "2026-06-17T10:00:00.000Z", ""),
            row(51, "10-K/A", "2026-06-16T10:00:00.000Z", ""));

    List<ListedFiling> followUps = FollowUps.since(index, RELEASE, Set.of());

    assertThat(followUps).extracting(f -> f.amendment()).containsExactly(true, true);
  }

  @ParameterizedTest
  @CsvSource({
    // written, taken, certain; the release was at 11:00 UTC, 07:00 in New York
    "2026-06-15T06:59:59.000Z,false,false",
    "2026-06-15T07:00:01.000Z,true,false",
    "2026-06-15T11:00:00.000Z,true,false",
    "2026-06-15T11:00:01.000Z,true,true"
  })
  void since_timeThatCanBeReadAsBeforeAndAfter_isTakenAndSaysSo(
      String written, boolean taken, boolean certain) {
    List<ListedFiling> followUps =
        FollowUps.since(index(row(50, "8-K", written, "8.01")), RELEASE, Set.of());

    assertThat(followUps).hasSize(taken ? 1 : 0);
    assertThat(followUps).allMatch(f -> f.certainlyAfter(RELEASE) == certain);
  }

  @ParameterizedTest
  @CsvSource({"2026-06-14,0", "2026-06-15,1", "2026-06-16,1"})
  void since_noTime_goesByTheFilingDate(String filed, int taken) {
    Listed index = index(row(50, "8-K", "", "8.01").replace("2026-06-30", filed));

    assertThat(FollowUps.since(index, RELEASE, Set.of()))
        .hasSize(taken)
        .noneMatch(f -> f.certainlyAfter(RELEASE));
  }

  @Test
  void since_moreThanAreWorkedOn_takesTheOldest() {
    String[] rows =
        IntStream.range(0, 100)
            .mapToObj(i -> row(199 - i, "6-K", "2026-06-16T10:00:00.000Z", ""))
            .toArray(String[]::new);

    List<ListedFiling> followUps = FollowUps.since(index(rows), RELEASE, Set.of());

    assertThat(followUps).hasSize(Limits.FOLLOW_UPS_MAX);
    assertThat(followUps.get(0).accession().number()).endsWith("000100");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8-K|2.02,9.01|true",
        "8-K/A|2.02|true",
        "8-K|7.01,9.01|false",
        "8-K|12.02|false",
        "8-K||false",
        "6-K||true",
        "10-Q||true",
        "10-K/A||true",
        "20-F||true",
        "40-F||true",
        "10-D||false",
        "SC 13G/A||false",
        "4||false"
      })
  void resultsSince_formAndItems_decide(String form, String items, boolean taken) {
    Listed index =
        index(row(50, form, "2026-06-16T10:00:00.000Z", Optional.ofNullable(items).orElse("")));

    assertThat(ResultsFilings.since(index, RELEASE, Set.of())).hasSize(taken ? 1 : 0);
  }

  @Test
  void resultsSince_knownOrEarlier_areLeftOut() {
    Listed index =
        index(
            row(51, "6-K", "2026-06-16T10:00:00.000Z", ""),
            row(50, "6-K", "2026-06-16T09:00:00.000Z", ""),
            row(40, "6-K", "2026-06-01T09:00:00.000Z", ""));

    assertThat(ResultsFilings.since(index, RELEASE, Set.of(new Accession("0007654321-26-000051"))))
        .extracting(f -> f.accession().number())
        .containsExactly("0007654321-26-000050");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "000765432126000042", "0007654321-26-42", "0007654321-26-000042 "})
  void accession_otherText_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Accession(text));
  }

  @Test
  void accession_folder_isItsDigits() {
    assertThat(new Accession("0007654321-26-000042").folder()).isEqualTo("000765432126000042");
    assertThat(new Accession("0007654321-26-000042")).hasToString("0007654321-26-000042");
  }

  /** One row: number, form, acceptance, items; filed on 2026-06-30. */
  private static String row(int number, String form, String accepted, String items) {
    return "0007654321-26-000%03d|%s|2026-06-30|%s|%s|a.htm"
        .formatted(number, form, accepted, items);
  }

  private static Listed index(String... rows) {
    List<String[]> cells = List.of(rows).stream().map(r -> r.split("\\|", -1)).toList();
    String[] names = {
      "accessionNumber", "form", "filingDate", "acceptanceDateTime", "items", "primaryDocument"
    };
    return listed(
        IntStream.range(0, names.length)
            .mapToObj(
                i ->
                    cells.stream()
                        .map(c -> "\"" + c[i] + "\"")
                        .collect(Collectors.joining(",", "\"" + names[i] + "\":[", "]")))
            .collect(Collectors.joining(",", "{\"filings\":{\"recent\":{", "}}}")));
  }

  private static Listed listed(String json) {
    return (Listed) SubmissionsIndex.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String refused(String json) {
    return ((Refused) SubmissionsIndex.read(json.getBytes(StandardCharsets.UTF_8))).message();
  }
}
