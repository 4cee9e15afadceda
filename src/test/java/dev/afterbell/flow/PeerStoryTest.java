package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.MarketReading.PeerReaction;
import dev.afterbell.evidence.Passage;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.score.LegKind;
import dev.afterbell.snapshot.Snapshot;
import dev.afterbell.vault.VaultRead;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Prices of compared companies from the inbox to the leg of peers, over a real table. */
class PeerStoryTest {

  private static final String AFTER_CLOSE = "2026-06-01T22:00:00Z";
  private static final EvidenceId PEERS = EvidenceId.parse("PEER-2026-06-01");

  private final Desk desk = new Desk();

  @Test
  void pricesOfAnOperatingPeer_giveItsReactionInTheSameSessions() {
    desk.withSample();
    drop("prices-688158.csv", SyntheticPrices.share());
    drop("prices-KWEB.csv", SyntheticPrices.benchmark());

    refresh();

    Evidence reading = reading().orElseThrow();
    assertThat(reading.sourceClass()).isEqualTo(SourceClass.PEER_FEED);
    PeerReaction peer = (PeerReaction) reading.extraction().events().get(0);
    assertThat(peer.symbol()).isEqualTo("688158");
    assertThat(peer.from()).hasToString("2026-05-27");
    assertThat(peer.to()).hasToString("2026-06-01");
    double jumps = SyntheticPrices.JUMPS.stream().mapToDouble(Double::doubleValue).sum();
    assertThat(peer.abnormal().doubleValue()).isCloseTo(jumps, within(0.006));
    assertThat(desk.snapshot().card().leg(LegKind.PEERS).best()).contains(PEERS);
  }

  @Test
  void itsAbnormalReturn_standsInTheReading() {
    desk.withSample();
    drop("prices-688158.csv", SyntheticPrices.share());
    drop("prices-KWEB.csv", SyntheticPrices.benchmark());

    refresh();

    Evidence reading = reading().orElseThrow();
    byte[] document =
        ((VaultRead.Found) desk.store.vault.get(reading.extraction().document().sha256())).bytes();
    Passage passage = ((PeerReaction) reading.extraction().events().get(0)).passage();
    byte[] quoted = Arrays.copyOfRange(document, passage.span().start(), passage.span().end());
    assertThat(new String(quoted, StandardCharsets.UTF_8)).isEqualTo(passage.quote());
    assertThat(new String(document, StandardCharsets.UTF_8))
        .contains("Companies without prices: none")
        .contains("Prices of 688158: sha256");
  }

  @Test
  void pricesOfAFundAmongThePeers_areNoPeerReaction() {
    desk.withSample();
    drop("prices-CLOU.csv", SyntheticPrices.share());
    drop("prices-KWEB.csv", SyntheticPrices.benchmark());

    refresh();

    assertThat(reading()).isEmpty();
  }

  @Test
  void peerQuotedInAnotherCurrency_isLeftOut() {
    desk.withSample();
    desk.drop(
        "inbox/KC/prices-688158.csv.meta.json",
        SyntheticPrices.bytes("{\"currency\": \"CNY\"}"),
        AFTER_CLOSE);
    drop("prices-688158.csv", SyntheticPrices.share());
    drop("prices-KWEB.csv", SyntheticPrices.benchmark());

    refresh();

    assertThat(reading()).isEmpty();
  }

  @Test
  void refreshedAgain_isTheSameReading() {
    desk.withSample();
    drop("prices-688158.csv", SyntheticPrices.share());
    drop("prices-KWEB.csv", SyntheticPrices.benchmark());
    refresh();
    Evidence once = reading().orElseThrow();

    desk.refresh.refresh(Desk.LATER.plusSeconds(86_400));

    assertThat(reading()).contains(once);
    assertThat(desk.intact()).isTrue();
  }

  private void drop(String name, String csv) {
    desk.deliver(desk.drop("inbox/KC/" + name, SyntheticPrices.bytes(csv), AFTER_CLOSE));
  }

  private void refresh() {
    assertThat(desk.refresh.refresh(Desk.LATER).failed()).isEmpty();
  }

  private Optional<Evidence> reading() {
    Snapshot page = desk.snapshot();
    return page.evidence().stream().filter(e -> e.id().prefix() == PEERS.prefix()).findFirst();
  }
}
