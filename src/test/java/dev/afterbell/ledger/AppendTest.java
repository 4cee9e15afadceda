package dev.afterbell.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterbell.evidence.Ticker;
import dev.afterbell.filing.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppendTest {

  private static final Book BOOK = Book.of(new Ticker("ACME"));
  private static final Instant AT = Instant.parse("2026-05-27T12:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-05-27");

  @Test
  void nothing_cannotBeAppended() {
    assertThatThrownBy(() -> new Append(BOOK, AT, List.of(), List.of(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tooMuch_cannotBeAppendedTogether() {
    Append full = Append.of(BOOK, AT, entry(1));
    for (int i = 2; i <= Append.PARTS_MAX; i++) {
      full = full.and(entry(i));
    }
    Append last = full;

    assertThat(last.entries()).hasSize(Append.PARTS_MAX);
    assertThatThrownBy(() -> last.and(entry(0))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoForOnePlace_cannotBeAppendedTogether() {
    Change clear = new Change.ClearDue(DAY, 1);
    Change set = new Change.SetEvent(DAY, Payload.of("{}"), Optional.empty(), 1);

    assertThatThrownBy(() -> Append.of(BOOK, AT, clear).and(set))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Append.of(BOOK, AT, entry(1)).and(entry(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void listOfIssuers_isNotAppendedTo() {
    assertThatThrownBy(() -> Append.of(Book.ISSUERS, AT, entry(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatStandsNow_isChangedNotAppended() {
    assertThatThrownBy(
            () -> new NewEntry(new SortKey.EventNow(DAY), Payload.of("{}"), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static NewEntry entry(int number) {
    Sha256 digest = Payload.of(Integer.toString(number)).sha256();
    return new NewEntry(new SortKey.RejectedDrop(DAY, digest), Payload.of("{}"), Optional.empty());
  }
}
