package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterbell.evidence.Issuer.Listing;
import dev.afterbell.evidence.Issuer.PeerKind;
import dev.afterbell.evidence.IssuerProfile.Described;
import dev.afterbell.evidence.IssuerProfile.Problem;
import dev.afterbell.evidence.IssuerProfile.Reason;
import dev.afterbell.evidence.IssuerProfile.Refused;
import dev.afterbell.filing.Cik;
import dev.afterbell.market.Venue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerProfileTest {

  private static final String ORCHARD =
      """
      {"ticker":"ORCH","name":"Orchard Terminal Holdings Ltd","cik":"4711","primaryVenue":"XHKG",
       "listings":[{"venue":"XHKG","symbol":"ORCH"},{"venue":"XNYS","symbol":"ORT"}],
       "reportingCurrency":"HKD","adsRatio":5,"fiscalYearEnd":"03-31","annualRevenue":"2000",
       "peers":[{"symbol":"A","name":"Alder","annualRevenue":"500","sharedSegmentShare":0.4},
                {"symbol":"B","name":"Broad index","kind":"index"}],
       "relatedParties":[{"name":"Quay","tag":"QUAY","aliases":["Quay Group"]}]}
      """;

  @Test
  void profile_complete_isDescribed() {
    Issuer issuer = described(ORCHARD);

    assertThat(issuer.ticker()).isEqualTo(new Ticker("ORCH"));
    assertThat(issuer.displayName()).isEqualTo("Orchard Terminal Holdings Ltd");
    assertThat(issuer.cik()).contains(Cik.parse("4711"));
    assertThat(issuer.listings())
        .containsExactly(new Listing(Venue.XHKG, "ORCH"), new Listing(Venue.XNYS, "ORT"));
    assertThat(issuer.adsRatio()).contains(new BigDecimal("5"));
    assertThat(issuer.fiscalYearEnd()).isEqualTo(MonthDay.of(3, 31));
    assertThat(issuer.peers().get(0).revenueRatio()).contains(new BigDecimal("0.250000"));
    assertThat(issuer.peers().get(0).kind()).isEqualTo(PeerKind.OPERATING);
    assertThat(issuer.peers().get(1).kind()).isEqualTo(PeerKind.INDEX);
    assertThat(issuer.relatedParties().get(0).aliases()).containsExactly("Quay Group");
  }

  @Test
  void profile_withoutListings_isListedAtItsPrimaryVenue() {
    Issuer issuer =
        described(
            "{\"ticker\":\"Q\",\"name\":\"Quince\",\"primaryVenue\":\"XNYS\",\"fiscalYearEnd\":\"12-31\"}");

    assertThat(issuer.listings()).containsExactly(new Listing(Venue.XNYS, "Q"));
  }

  @Test
  void issuer_writtenAndRead_isEqual() {
    Issuer issuer = described(ORCHARD);

    assertThat(
            IssuerJson.fromJson(
                CanonicalJson.parse(CanonicalJson.bytes(IssuerJson.toJson(issuer)))))
        .isEqualTo(issuer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "ORCH","name"          | 7,"name"               | $.ticker              | a string is expected, not a number
          "ORCH","name"          | "orch","name"          | $.ticker              | A ticker is 1 to 12
          "cik":"4711"           | "cik":"47x"            | $.cik                 | A CIK is one to ten digits
          "primaryVenue":"XHKG"  | "primaryVenue":"HKEX"  | $.primaryVenue        | XNYS, XNAS, XHKG
          "primaryVenue":"XHKG", | "notice":"",           | $.primaryVenue        | missing
          "HKD"                  | "HK$"                  | $.reportingCurrency   | ISO 4217
          "adsRatio":5           | "adsRatio":0           | $.adsRatio            | above 0
          "03-31"                | "31 March"             | $.fiscalYearEnd       | MM-dd
          "kind":"index"         | "kind":"fund"          | $.peers[1].kind       | fund
          0.4                    | 1.4                    | $.peers[0].sharedSegmentShare | from 0 to 1
          "venue":"XNYS"         | "venue":"X"            | $.listings[1].venue   | XNYS
          "QUAY"                 | "quay"                 | $.relatedParties[0].tag | A-Z
          """)
  void profile_withABadField_isRefusedSayingWhereAndWhy(
      String right, String wrong, String path, String message) {
    assertThat(ORCHARD).contains(right);

    assertThat(refused(ORCHARD.replace(right, wrong)).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.reason()).isEqualTo(Reason.BAD_FIELD);
              assertThat(problem.path()).isEqualTo(path);
              assertThat(problem.message()).contains(message);
            });
  }

  @Test
  void profile_withSeveralProblems_namesThemAll() {
    Refused refused = refused("{\"ticker\":\"?\",\"nmae\":\"Q\",\"primaryVenue\":\"XNYS\"}");

    assertThat(refused.problems())
        .extracting(Problem::path)
        .containsExactly("$.nmae", "$.ticker", "$.name", "$.fiscalYearEnd");
    assertThat(refused.problems().get(0).reason()).isEqualTo(Reason.UNKNOWN_FIELD);
    assertThat(refused.message()).contains("$.name: missing; $.fiscalYearEnd: missing");
  }

  @Test
  void profile_notListedUnderItsTickerAtThePrimaryVenue_isInconsistent() {
    assertThat(refused(ORCHARD.replace("\"ticker\":\"ORCH\"", "\"ticker\":\"ORT\"")).problems())
        .extracting(Problem::reason)
        .containsExactly(Reason.INCONSISTENT);
  }

  @Test
  void profile_thatIsNoJsonObject_isRefused() {
    assertThat(refused("ticker: ORCH").problems().get(0).reason()).isEqualTo(Reason.NOT_JSON);
    assertThat(refused("[]").problems().get(0).reason()).isEqualTo(Reason.NOT_JSON);
  }

  @Test
  void storedIssuer_damaged_isCorrupt() {
    var json = IssuerJson.toJson(described(ORCHARD));
    json.remove("name");

    assertThatThrownBy(() -> IssuerJson.fromJson(json))
        .isInstanceOf(CorruptJson.class)
        .hasMessage("$.name: missing");
  }

  @Test
  void sampleProfiles_areDescribed() throws IOException {
    try (var folders = Files.list(Path.of("infra/sample"))) {
      for (Path profile :
          folders.map(f -> f.resolve("issuer.json")).filter(Files::exists).toList()) {
        assertThat(IssuerProfile.read(Files.readAllBytes(profile)))
            .as(profile.toString())
            .isInstanceOf(Described.class);
      }
    }
  }

  private static Issuer described(String json) {
    IssuerProfile profile = IssuerProfile.read(json.getBytes(StandardCharsets.UTF_8));
    assertThat(profile).isInstanceOf(Described.class);
    return ((Described) profile).issuer();
  }

  private static Refused refused(String json) {
    IssuerProfile profile = IssuerProfile.read(json.getBytes(StandardCharsets.UTF_8));
    assertThat(profile).isInstanceOf(Refused.class);
    return (Refused) profile;
  }
}
