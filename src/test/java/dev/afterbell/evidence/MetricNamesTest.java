package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Total revenues, net of interest expense|REVENUE|GAAP",
        "Turnover|REVENUE|GAAP",
        "Net sales|NET_SALES|GAAP",
        "Cost of products sold, excluding amortization of intangible assets|COST_OF_REVENUE|GAAP",
        "Gross profit (loss)|GROSS_PROFIT|GAAP",
        "Gross profit as a % of revenue|GROSS_MARGIN|GAAP",
        "(Loss) income from operations|OPERATING_INCOME|GAAP",
        "Profit for the period|NET_INCOME|GAAP",
        "Net (loss)/income attributable to owners of the parent|NET_INCOME|GAAP",
        "Adjusted net income(2)|NET_INCOME|NON_GAAP",
        "Non-GAAP diluted net income per share|EPS_DILUTED|NON_GAAP",
        "Diluted EPS|EPS_DILUTED|GAAP",
        "Adjusted EBITDA1|EBITDA|NON_GAAP",
        "EBITDA (non-GAAP)|EBITDA|GAAP",
        "Adjusted EBITDA (non-GAAP)|EBITDA|NON_GAAP",
        "Net income (non-GAAP)|NET_INCOME|NON_GAAP",
        "Purchases of property, plant and equipment|CAPEX|GAAP",
        "Net cash provided by (used in) operating activities|OPERATING_CASH_FLOW|GAAP",
        "Net interest income|NET_INTEREST_INCOME|GAAP",
        "Sales, net of returns and discounts|REVENUE|GAAP",
        "Revenue from operations|REVENUE|GAAP",
        "Revenues including related parties|REVENUE|GAAP",
        "Purchases of land and buildings|CAPEX|GAAP",
        "Earnings per share before dilution, NOK|EPS_BASIC|GAAP",
        "Result per share, undiluted (in €)|EPS_BASIC|GAAP",
        "Basic (pence) earnings per share|EPS_BASIC|GAAP",
        "Net profit after tax (NPAT)|NET_INCOME|GAAP",
        "Underlying NPAT(1,2)|NET_INCOME|NON_GAAP",
        "PAT|NET_INCOME|GAAP",
        "Net loss after tax|NET_INCOME|GAAP",
        "Net income, Group share|NET_INCOME|GAAP",
        "Profit for the six months|NET_INCOME|GAAP",
        "Net profit and total comprehensive income for the period|NET_INCOME|GAAP",
        "Profit share of shareholders of the group|NET_INCOME|GAAP",
        "EBIT (operating profit)|OPERATING_INCOME|GAAP",
        "Group adjusted operating profit 1|OPERATING_INCOME|NON_GAAP",
        "Group revenue|REVENUE|GAAP",
        "Total revenue from operations|REVENUE|GAAP",
        "Net cash related to operating activities|OPERATING_CASH_FLOW|GAAP",
      })
  void read_labelOfAStatement_metricAndBasis(String label, Metric metric, Basis basis) {
    assertThat(MetricNames.shipped().read(label))
        .anySatisfy(
            n -> {
              assertThat(n.metric()).isEqualTo(metric);
              assertThat(n.basis()).isEqualTo(basis);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Subscription revenue",
        "Net income attributable to noncontrolling interests",
        "Shares used in computing diluted net income per share",
        "Income before income taxes",
        "EBIT",
        "Diluted earnings per share before exceptional items",
        "Headline earnings per share, diluted",
        "PAT margin",
        "Net income attributable to restricted shares",
        "Net income attributable to unitholders in the Operating Partnership",
        "Profit share of non-controlling interests",
        "Net interest income after provision for credit losses",
        "Dividends declared per common share",
        "Organic revenue growth",
        "Normalized FFO per share and unit - diluted",
        "Net investment income per share - basic",
        "Earnings available for distribution per diluted share",
        "Revenue growth at constant currency",
        "Income allocated to common stock for diluted EPS",
      })
  void read_labelOfSomethingElse_nothing(String label) {
    assertThat(MetricNames.shipped().read(label)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Net loss|LOSS", "Operating loss|LOSS", "Cost of sales|COST", "Net income|ASIS"})
  void read_label_saysHowToReadTheSign(String label, MetricNames.Sign sign) {
    assertThat(MetricNames.shipped().read(label))
        .extracting(MetricNames.Named::sign)
        .contains(sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Net loss per share, basic and diluted|LOSS",
        "Basic loss per common share|LOSS",
        "Net income (loss) per share, basic|ASIS",
        "Earnings (loss) per diluted share|ASIS",
      })
  void read_resultForAShare_signByItsName(String label, MetricNames.Sign sign) {
    assertThat(MetricNames.shipped().read(label))
        .isNotEmpty()
        .allSatisfy(n -> assertThat(n.sign()).isEqualTo(sign));
  }
}
