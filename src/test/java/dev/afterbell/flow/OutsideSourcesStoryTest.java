package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Provenance;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.filing.Sha256;
import dev.afterbell.market.Calendars;
import dev.afterbell.score.Leg;
import dev.afterbell.score.LegKind;
import dev.afterbell.score.LookedFor;
import dev.afterbell.snapshot.Snapshot;
import dev.afterbell.source.JdkWeb;
import dev.afterbell.source.Secrets;
import dev.afterbell.source.StubProviders;
import dev.afterbell.source.edgar.Edgar;
import dev.afterbell.source.edgar.Pace;
import dev.afterbell.source.edgar.PaceTime;
import dev.afterbell.source.estimates.AlphaVantage;
import dev.afterbell.source.prices.TiingoPrices;
import dev.afterbell.vault.VaultRead;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A refresh that asks providers, over real HTTP and a real table. */
class OutsideSourcesStoryTest {

  private static final String AGENT = "Example Research ops@example.com";

  private final Desk desk = new Desk().withSample();
  private final StubProviders providers = new StubProviders();

  @AfterEach
  void stop() {
    providers.close();
  }

  @Test
  void pricesAreFetched_reactionAndPeers_areMeasuredFromWhatWasFetched() {
    providers.prices("KC", SyntheticPrices.share());
    providers.prices("KWEB", SyntheticPrices.benchmark());
    providers.prices("688158", SyntheticPrices.share());

    refresh(Optional.of("t0ken"), Optional.of(AGENT));

    Snapshot page = desk.snapshot();
    Leg reaction = page.card().leg(LegKind.REACTION);
    assertThat(reaction.verified()).isTrue();
    assertThat(reaction.lookedFor())
        .extracting(l -> l.what() + " in " + l.where() + ": " + l.ending())
        .contains("daily prices of KC in Tiingo: found", "daily prices of KWEB in Tiingo: found");
    assertThat(page.evidence())
        .filteredOn(e -> e.sourceClass() == SourceClass.PRICE_FEED)
        .extracting(e -> e.provenance().custody())
        .containsOnly(Provenance.Custody.FETCHED);
    assertThat(page.card().leg(LegKind.PEERS).lookedFor())
        .extracting(LookedFor::ending)
        .contains("found");
    assertThat(page.card().quality().value().orElseThrow()).isPositive();
  }

  @Test
  void everyProviderDown_nothingIsVerified_andThePageSaysWhatFailed() {
    refresh(Optional.of("t0ken"), Optional.of(AGENT));

    Snapshot page = desk.snapshot();
    assertThat(page.card().quality().value().orElseThrow()).isZero();
    assertThat(ending(page, LegKind.REACTION)).contains("failed (Tiingo has a fault (HTTP 503).)");
    assertThat(ending(page, LegKind.ANALYST))
        .contains("failed (Alpha Vantage has a fault (HTTP 503).)");
    assertThat(ending(page, LegKind.FOLLOW_UP)).contains("failed (EDGAR has a fault (HTTP 503).)");
  }

  @Test
  void nothingConfigured_nobodyIsAsked_andThePageSaysWhatIsMissing() {
    refresh(Optional.empty(), Optional.empty());

    Snapshot page = desk.snapshot();
    assertThat(providers.requests()).isZero();
    assertThat(ending(page, LegKind.REACTION)).contains("not configured (Tiingo's token");
    assertThat(ending(page, LegKind.FOLLOW_UP)).contains("not configured (A User-Agent for EDGAR");
  }

  @Test
  void edgarListsNothingSince_isNothing_notAFailure() {
    providers.submissions("0001795589");

    refresh(Optional.of("t0ken"), Optional.of(AGENT));

    assertThat(ending(desk.snapshot(), LegKind.FOLLOW_UP))
        .contains("nothing (nothing listed that is not on file)");
  }

  @Test
  void refreshedAgain_anEventWithItsCard_isNotAskedForAgain() {
    refresh(Optional.of("t0ken"), Optional.of(AGENT));
    int once = providers.requests();

    refresh(Optional.of("t0ken"), Optional.of(AGENT));

    assertThat(providers.requests()).isEqualTo(once);
    assertThat(desk.intact()).isTrue();
  }

  @Test
  void refreshThatBrokeOffAfterAsking_goesOnWithoutAskingAgain() {
    providers.prices("KC", SyntheticPrices.share());
    providers.prices("KWEB", SyntheticPrices.benchmark());
    EventFile file =
        EventFile.around(
            desk.store.ledger, Desk.TICKER, Desk.EVENT, Desk.EVENT.plusDays(10), Desk.LATER);
    EventRecord record =
        EventRecord.of(file.event(Desk.EVENT).orElseThrow().stored().payload(), Calendars.SHIPPED);
    OffsetDateTime due =
        record.event().clock().due().atZone(ZoneId.of("America/New_York")).toOffsetDateTime();
    sources(Optional.of("t0ken"), Optional.of(AGENT))
        .ask(
            record,
            file.fromContextOf(Desk.EVENT),
            new OutsideSources.Moment(due, Desk.LATER, () -> true));
    int once = providers.requests();

    refresh(Optional.of("t0ken"), Optional.of(AGENT));

    assertThat(providers.requests()).isEqualTo(once);
    assertThat(desk.snapshot().card().leg(LegKind.REACTION).verified()).isTrue();
  }

  @Test
  void answerThatCannotBeUsed_isKept_andThePageSaysWhy() {
    String estimates =
        """
        {"symbol":"KC","estimates":[{"date":"2026-06-30","horizon":"fiscal quarter",
         "eps_estimate_average":"0.5100","eps_estimate_analyst_count":"7.0000"}]}
        """;
    providers.estimates(estimates);

    refresh(Optional.of("t0ken"), Optional.of(AGENT));

    assertThat(ending(desk.snapshot(), LegKind.ANALYST))
        .contains("unusable (")
        .contains("currency");
    assertThat(desk.store.vault.get(Sha256.of(SyntheticPrices.bytes(estimates))))
        .isInstanceOf(VaultRead.Found.class);
  }

  private void refresh(Optional<String> key, Optional<String> agent) {
    RefreshEvidence refresh =
        new RefreshEvidence(desk.store.ledger, desk.store.vault, sources(key, agent));
    assertThat(refresh.refresh(Desk.LATER).failed()).isEmpty();
  }

  private OutsideSources sources(Optional<String> key, Optional<String> agent) {
    URI base = providers.base();
    JdkWeb web = new JdkWeb();
    Secrets secrets = Secrets.environment(name -> key.orElse(null));
    return new OutsideSources(
        desk.store.ledger,
        desk.store.vault,
        new TiingoPrices(web, base, secrets),
        new AlphaVantage(web, base, secrets),
        new Edgar(
            web,
            Pace.inProcess(),
            PaceTime.ofProcess(),
            new SplittableRandom(1),
            providers.edgar(agent)));
  }

  private static String ending(Snapshot page, LegKind leg) {
    return page.card().leg(leg).lookedFor().stream()
        .map(LookedFor::ending)
        .collect(Collectors.joining("; "));
  }
}
