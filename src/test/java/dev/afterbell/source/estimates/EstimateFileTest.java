package dev.afterbell.source.estimates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Unit;
import dev.afterbell.limit.Limits;
import dev.afterbell.market.Venue;
import dev.afterbell.source.estimates.Estimate.Snapshot;
import dev.afterbell.source.estimates.EstimateFile.Estimates;
import dev.afterbell.source.estimates.EstimateFile.Reason;
import dev.afterbell.source.estimates.EstimateFile.Refused;
import dev.afterbell.source.estimates.EstimateFile.Setting;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateFileTest {

  private static final AsOf FETCHED = AsOf.at(Instant.parse("2026-06-01T22:00:00Z"), Venue.XNYS);
  private static final Setting SETTING =
      new Setting(
          Venue.XNYS, FETCHED, Optional.of(Unit.perShare("USD")), Optional.of(Unit.money("USD")));

  private static final String OWN =
      """
      {"provider": " Example Data ", "symbol": "ACME", "asOf": "2026-06-01T18:00:00-04:00",
       "estimates": [
        {"metric": "eps", "basis": "adjusted", "periodEnd": "2026-06-30", "unit": "USD/share",
         "consensus": "0.52", "analysts": 7, "high": "0.60", "low": 0.41, "newest": "2026-05-29",
         "snapshots": [{"asOf": "2026-05-26", "consensus": "0.50", "analysts": 6}]},
        {"metric": "revenue", "periodEnd": "2026-12-31", "periodKind": "year", "unit": "USD",
         "consensus": "1250000000", "analysts": 9}]}
      """;

  private static final String PROVIDERS =
      """
      {"symbol": "ACME", "estimates": [
        {"date": "2026-12-31", "horizon": "fiscal year",
         "eps_estimate_average": "1.1016", "eps_estimate_high": "1.2500",
         "eps_estimate_low": "0.9000", "eps_estimate_analyst_count": "9.0000",
         "eps_estimate_average_7_days_ago": "1.0493", "eps_estimate_average_30_days_ago": "None",
         "eps_estimate_average_60_days_ago": "", "eps_estimate_average_90_days_ago": null,
         "eps_estimate_revision_up_trailing_7_days": "1.0000",
         "eps_estimate_revision_down_trailing_7_days": null,
         "revenue_estimate_average": "650775060.00", "revenue_estimate_high": "None",
         "revenue_estimate_analyst_count": "11.0000"},
        {"date": "2026-06-30", "horizon": "fiscal quarter",
         "eps_estimate_average": "None", "eps_estimate_analyst_count": "0.0000",
         "revenue_estimate_average": null}]}
      """;

  @Test
  void read_ownShape_givesEachFigureAtEachMoment() {
    Estimates file = estimates(OWN);

    assertThat(file.provider()).contains("Example Data");
    assertThat(file.symbol()).contains("ACME");
    assertThat(file.newest().instant()).isEqualTo("2026-06-01T22:00:00Z");
    assertThat(file.estimates()).hasSize(2);
    Estimate eps = file.estimates().get(0);
    assertThat(eps.metric()).isEqualTo(Metric.EPS_DILUTED);
    assertThat(eps.basis()).isEqualTo(Basis.NON_GAAP);
    assertThat(eps.period().kind()).isEqualTo(FactPeriod.Kind.QTD);
    assertThat(eps.period().end()).contains(LocalDate.parse("2026-06-30"));
    assertThat(eps.unit()).isEqualTo(Unit.perShare("USD"));
    assertThat(eps.snapshots())
        .containsExactly(
            new Snapshot(
                AsOf.on(LocalDate.parse("2026-05-26"), Venue.XNYS),
                new BigDecimal("0.50"),
                6,
                Optional.empty(),
                Optional.empty(),
                LocalDate.parse("2026-05-26")),
            new Snapshot(
                FETCHED,
                new BigDecimal("0.52"),
                7,
                Optional.of(new BigDecimal("0.60")),
                Optional.of(new BigDecimal("0.41")),
                LocalDate.parse("2026-05-29")));
    Estimate revenue = file.estimates().get(1);
    assertThat(revenue.metric()).isEqualTo(Metric.REVENUE);
    assertThat(revenue.basis()).isEqualTo(Basis.GAAP);
    assertThat(revenue.period().kind()).isEqualTo(FactPeriod.Kind.FY);
    assertThat(revenue.snapshots().get(0).mean()).isEqualByComparingTo("1250000000");
  }

  @Test
  void read_providersShape_readsStringsAndLeavesOutWhatIsNotKnown() {
    Estimates file = estimates(PROVIDERS);

    assertThat(file.provider()).contains("Alpha Vantage");
    assertThat(file.symbol()).contains("ACME");
    assertThat(file.estimates()).hasSize(2);
    Estimate eps = file.estimates().get(0);
    assertThat(eps.metric()).isEqualTo(Metric.EPS_DILUTED);
    assertThat(eps.basis()).isEqualTo(Basis.NON_GAAP);
    assertThat(eps.period().kind()).isEqualTo(FactPeriod.Kind.FY);
    assertThat(eps.snapshots())
        .extracting(s -> s.asOf().date() + " " + s.mean() + " " + s.analysts())
        .containsExactly("2026-05-25 1.0493 9", "2026-06-01 1.1016 9");
    assertThat(eps.snapshots().get(1).newest()).isEqualTo("2026-06-01");
    Estimate revenue = file.estimates().get(1);
    assertThat(revenue.unit()).isEqualTo(Unit.money("USD"));
    assertThat(revenue.snapshots().get(0).mean()).isEqualByComparingTo("650775060");
    assertThat(revenue.snapshots().get(0).analysts()).isEqualTo(11);
    assertThat(revenue.snapshots().get(0).high()).isEmpty();
  }

  @ParameterizedTest(name = "{0} and {1} revisions in 7 days, {2} in 30: newest {3}")
  @CsvSource({
    "0.0000, 0.0000, 1.0000, 2026-05-25",
    "0.0000, 0.0000, 0.0000, 2026-05-02",
    "1.0000, 0.0000, 1.0000, 2026-06-01",
    "0.0000, None, 1.0000, 2026-06-01",
  })
  void read_noRevisionCounted_takesTheNewestEstimateForOlder(
      String up, String down, String up30, String newest) {
    String counted =
        "\"eps_estimate_revision_up_trailing_7_days\": \""
            + up
            + "\", \"eps_estimate_revision_down_trailing_7_days\": \""
            + down
            + "\", \"eps_estimate_revision_up_trailing_30_days\": \""
            + up30
            + "\", \"eps_estimate_revision_down_trailing_30_days\": \"0.0000\",";
    String json =
        PROVIDERS
            .replace("\"eps_estimate_revision_up_trailing_7_days\": \"1.0000\",", "")
            .replace("\"eps_estimate_revision_down_trailing_7_days\": null,", counted);

    assertThat(json).isNotEqualTo(PROVIDERS);
    assertThat(estimates(json).estimates().get(0).snapshots())
        .last()
        .extracting(s -> s.newest().toString())
        .isEqualTo(newest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Information", "Note", "Error Message"})
  void read_providersNotice_isNotTakenForEstimatesNorQuoted(String member) {
    Refused refused = refused("{\"" + member + "\": \"Your key t0ken has no requests left.\"}");

    assertThat(refused.reason()).isEqualTo(Reason.PROVIDER_NOTICE);
    assertThat(refused.message()).contains("later").doesNotContain("t0ken");
  }

  @Test
  void read_providersShapeWithoutAKnownCurrency_refuses() {
    Setting unknown = new Setting(Venue.XNYS, FETCHED, Optional.empty(), Optional.empty());

    EstimateFile file = EstimateFile.read(bytes(PROVIDERS), unknown);

    assertThat(file).isInstanceOf(Refused.class);
    assertThat(((Refused) file).reason()).isEqualTo(Reason.NO_UNIT);
    assertThat(((Refused) file).message()).contains("currency");
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("", Reason.EMPTY, "empty"),
        Arguments.of("\uFEFF  ", Reason.EMPTY, "empty"),
        Arguments.of("Date,Close", Reason.NOT_JSON, "not JSON"),
        Arguments.of("[]", Reason.NOT_JSON, "JSON object"),
        Arguments.of("{\"a\":1,\"a\":2}", Reason.NOT_JSON, "Duplicate"),
        Arguments.of("{}", Reason.UNKNOWN_SHAPE, "docs/drops.md"),
        Arguments.of("{\"symbol\":\"ACME\",\"estimates\":[]}", Reason.NO_ESTIMATES, "average"),
        Arguments.of(own("\"estimates\": []"), Reason.NO_ESTIMATES, "empty"),
        Arguments.of(OWN.replace(" Example Data ", " "), Reason.BAD_MEMBER, "$.provider"),
        Arguments.of(
            OWN.replace("2026-06-01T18:00:00-04:00", "today"), Reason.BAD_MEMBER, "$.asOf"),
        Arguments.of(
            OWN.replace("2026-06-01T18:00:00-04:00", "2026-06-01T18:00:00"),
            Reason.BAD_MEMBER,
            "with its offset"),
        Arguments.of(OWN.replace("\"eps\"", "\"ebit\""), Reason.BAD_MEMBER, "[0].metric"),
        Arguments.of(OWN.replace("\"adjusted\"", "null"), Reason.BAD_MEMBER, "[0].basis: missing"),
        Arguments.of(OWN.replace("\"USD/share\"", "\"USD\""), Reason.BAD_MEMBER, "USD/ADS"),
        Arguments.of(OWN.replace("\"USD\"", "\"USD/share\""), Reason.BAD_MEMBER, "full amount"),
        Arguments.of(OWN.replace("\"year\"", "\"decade\""), Reason.BAD_MEMBER, "half-year"),
        Arguments.of(OWN.replace("\"2026-06-30\"", "\"2026\""), Reason.BAD_MEMBER, "periodEnd"),
        Arguments.of(OWN.replace("\"0.52\"", "\"0,52\""), Reason.BAD_MEMBER, "plain decimal"),
        Arguments.of(OWN.replace("\"0.52\"", "\"0.70\""), Reason.BAD_MEMBER, "low and high"),
        Arguments.of(OWN.replace("\"analysts\": 7", "\"analysts\": 0"), Reason.BAD_MEMBER, "1"),
        Arguments.of(OWN.replace("2026-05-29", "2026-06-02"), Reason.BAD_MEMBER, "later day"),
        Arguments.of(
            OWN.replace("\"2026-05-26\"", "\"2026-06-01T22:00:00Z\""),
            Reason.BAD_MEMBER,
            "one consensus at each moment"),
        Arguments.of(PROVIDERS.replace("1.1016", "1.1.0"), Reason.BAD_MEMBER, "a number"),
        Arguments.of(PROVIDERS.replace("9.0000", "9.5000"), Reason.BAD_MEMBER, "whole number"),
        Arguments.of(PROVIDERS.replace("fiscal year", "forever"), Reason.BAD_MEMBER, "horizon"));
  }

  @ParameterizedTest(name = "{1}: {2}")
  @MethodSource("refusals")
  void read_unusableFile_saysWhatIsWrong(String json, Reason reason, String words) {
    Refused refused = refused(json);

    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.message()).contains(words);
  }

  @Test
  void read_tooLarge_refuses() {
    String entry =
        "{\"metric\": \"revenue\", \"periodEnd\": \"2026-12-31\", \"unit\": \"USD\","
            + " \"consensus\": 1, \"analysts\": 1}";
    String most = ("," + entry).repeat(Limits.ESTIMATES_MAX).substring(1);

    assertThat(estimates(own("\"estimates\": [" + most + "]")).estimates())
        .hasSize(Limits.ESTIMATES_MAX);
    assertThat(refused(own("\"estimates\": [" + most + "," + entry + "]")).reason())
        .isEqualTo(Reason.TOO_LARGE);
    EstimateFile padded = EstimateFile.read(new byte[Limits.ESTIMATE_FILE_BYTES_MAX + 1], SETTING);
    assertThat(((Refused) padded).reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @ParameterizedTest(name = "{0}: before {1}, after {2}")
  @CsvSource({
    "2026-05-26, true, false",
    "2026-05-27, false, false",
    "2026-05-28, false, true",
    "2026-05-27T06:29:59-04:00, true, false",
    "2026-05-27T06:30:00-04:00, false, true",
    "2026-05-27T18:30:00+08:00, false, true",
  })
  void asOf_besideARelease_isOnlyCalledBeforeOrAfterWhenCertain(
      String text, boolean before, boolean after) {
    AsOf asOf = AsOf.parse(text, Venue.XNYS);
    Instant release = Instant.parse("2026-05-27T10:30:00Z");
    LocalDate day = LocalDate.parse("2026-05-27");

    assertThat(asOf.before(release, day)).isEqualTo(before);
    assertThat(asOf.after(release, day)).isEqualTo(after);
  }

  private static String own(String estimates) {
    return "{\"provider\": \"Example Data\", \"asOf\": \"2026-06-01\", " + estimates + "}";
  }

  private static Estimates estimates(String json) {
    EstimateFile file = EstimateFile.read(bytes(json), SETTING);
    assertThat(file).isInstanceOf(Estimates.class);
    return (Estimates) file;
  }

  private static Refused refused(String json) {
    EstimateFile file = EstimateFile.read(bytes(json), SETTING);
    assertThat(file).isInstanceOf(Refused.class);
    return (Refused) file;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
