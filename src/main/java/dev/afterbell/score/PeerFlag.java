package dev.afterbell.score;

import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.Issuer.Peer;
import dev.afterbell.evidence.Issuer.PeerKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the companies compared can be compared (docs/method.md §4, PEER_GENERIC). */
final class PeerFlag {

  private static final int DIRECT_MIN = 3;
  private static final int LIKENESSES_MIN = 3;
  private static final BigDecimal SHARED_SEGMENT_MIN = new BigDecimal("0.20");
  private static final BigDecimal REVENUE_RATIO_MIN = new BigDecimal("0.25");
  private static final BigDecimal REVENUE_RATIO_MAX = new BigDecimal("4");

  private PeerFlag() {}

  static void add(FlagInput in, List<Flag> raised) {
    Issuer issuer = in.input().issuer();
    List<Peer> direct = issuer.peers().stream().filter(p -> direct(issuer, p)).toList();
    long generic = issuer.peers().stream().filter(p -> p.kind() != PeerKind.OPERATING).count();
    boolean mostlyGeneric = generic * 2 > issuer.peers().size();
    if (direct.size() < DIRECT_MIN || mostlyGeneric) {
      String detail =
          ItemScoring.count(issuer.peers().size(), "peer")
              + ": "
              + direct.size()
              + " direct, "
              + generic
              + " funds, indices or conglomerates";
      String names = issuer.peers().stream().map(Peer::symbol).collect(Collectors.joining(", "));
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.PEER_GENERIC,
              detail,
              List.of(
                  new LookedFor(
                      "at least three direct operating peers",
                      names.isEmpty() ? "issuer profile" : "issuer profile: " + names,
                      in.asOf(),
                      direct.isEmpty() ? LookedFor.Outcome.NOTHING : LookedFor.Outcome.UNUSABLE))));
    }
  }

  /** An operating company with at least three of four likenesses. */
  static boolean direct(Issuer issuer, Peer peer) {
    int likenesses = 0;
    likenesses += same(issuer.sicCode(), peer.sicCode()) ? 1 : 0;
    likenesses += same(issuer.country(), peer.country()) ? 1 : 0;
    likenesses +=
        peer.sharedSegmentShare().filter(s -> s.compareTo(SHARED_SEGMENT_MIN) >= 0).isPresent()
            ? 1
            : 0;
    likenesses += peer.revenueRatio().filter(PeerFlag::comparable).isPresent() ? 1 : 0;
    return peer.kind() == PeerKind.OPERATING && likenesses >= LIKENESSES_MIN;
  }

  private static boolean comparable(BigDecimal ratio) {
    return ratio.compareTo(REVENUE_RATIO_MIN) >= 0 && ratio.compareTo(REVENUE_RATIO_MAX) <= 0;
  }

  private static boolean same(Optional<String> a, Optional<String> b) {
    return a.isPresent() && a.equals(b);
  }
}
