package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.snapshot.SnapshotJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sample's documents may come twice and in any order: the evidence, the event and the page are
 * the same.
 */
class EveryOrderTest {

  private static final Desk INORDER = refreshed(Desk.SAMPLE);

  @ParameterizedTest
  @MethodSource("orders")
  void anyOrder_eachDeliveredTwice_givesTheSameEvidenceAndPage(List<ObjectNotice> order) {
    List<ObjectNotice> twice = new ArrayList<>(order);
    twice.addAll(order);
    Desk desk = refreshed(twice);
    assertThat(evidence(desk)).isEqualTo(evidence(INORDER));
    assertThat(CanonicalJson.text(SnapshotJson.write(desk.snapshot())))
        .isEqualTo(CanonicalJson.text(SnapshotJson.write(INORDER.snapshot())));
    assertThat(desk.intact()).isTrue();
  }

  @Test
  void inOrder_hasThreeItemsAndOneEvent() {
    assertThat(evidence(INORDER).keySet())
        .containsExactly(
            "2026-04-23#EVIDENCE#6K-2026-04-23-XM",
            "2026-05-27#EVENT",
            "2026-05-27#EVIDENCE#NEWS-2026-05-27",
            "2026-05-27#EVIDENCE#PR-2026-05-27");
  }

  static Stream<List<ObjectNotice>> orders() {
    return permutations(Desk.SAMPLE).stream();
  }

  private static Desk refreshed(List<ObjectNotice> order) {
    Desk desk = new Desk();
    order.forEach(desk::deliver);
    desk.refresh.refresh(Desk.LATER);
    return desk;
  }

  private static Map<String, String> evidence(Desk desk) {
    Map<String, String> found = new TreeMap<>();
    desk
        .store
        .ledger
        .read(Book.of(Desk.TICKER), LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1), Desk.LATER)
        .entries()
        .stream()
        .filter(e -> e instanceof LedgerEntry.EvidenceEntry || e instanceof LedgerEntry.EventEntry)
        .forEach(
            e -> found.put(e.stored().key().sortKey().toString(), e.stored().payload().json()));
    return found;
  }

  private static <T> List<List<T>> permutations(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<T> rest = new ArrayList<>(items);
      T first = rest.remove(i);
      for (List<T> tail : permutations(rest)) {
        List<T> one = new ArrayList<>(List.of(first));
        one.addAll(tail);
        all.add(one);
      }
    }
    return all;
  }
}
