package dev.afterbell.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.market.EventClock;
import dev.afterbell.market.Session;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.market.SessionClock;
import dev.afterbell.market.Venue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of sessions and of T0 that hold for every venue, instant and date of the tables. */
class SessionPropertiesTest {

  private static final Instant FIRST = Instant.parse("2024-01-02T05:00:00Z");
  private static final Instant LAST = Instant.parse("2027-09-30T00:00:00Z");

  @Property
  void t0_ofAnyRelease_isTheFirstSessionToCloseAfterIt(
      @ForAll Venue venue, @ForAll("releases") Instant release) {
    SessionCalendar calendar = SessionCalendar.of(venue);
    EventClock clock = EventClock.of(calendar, release);

    assertThat(clock.t0().close()).isAfter(release);
    LocalDate local = release.atZone(venue.zone()).toLocalDate();
    assertThat(calendar.sessions(local, clock.t0().date()))
        .filteredOn(session -> session.close().isAfter(release))
        .first()
        .isEqualTo(clock.t0());
  }

  @Property
  void plus_ofAnyRelease_isStrictlyIncreasingAndLeavesNoSessionOut(
      @ForAll Venue venue, @ForAll("releases") Instant release, @ForAll @IntRange(max = 62) int n) {
    EventClock clock = EventClock.of(SessionCalendar.of(venue), release);
    Session earlier = clock.plus(n);
    Session later = clock.plus(n + 1);

    assertThat(later).isGreaterThan(earlier);
    assertThat(later.open()).isAfter(earlier.close());
    assertThat(clock.calendar().next(earlier.date())).isEqualTo(later);
    assertThat(clock.calendar().sessionsBetween(clock.t0().date(), later.date())).isEqualTo(n + 1);
  }

  @Property
  void plus_forthAndBack_returnsTheSameSession(
      @ForAll Venue venue, @ForAll("releases") Instant release, @ForAll @IntRange(max = 63) int n) {
    SessionCalendar calendar = SessionCalendar.of(venue);
    Session session = calendar.firstClosingAfter(release);

    assertThat(calendar.plus(calendar.plus(session, n), -n)).isEqualTo(session);
  }

  @Property
  void session_ofAnyDate_isOnThatDateAndNeverOnAWeekend(
      @ForAll Venue venue, @ForAll("releases") Instant release) {
    LocalDate date = LocalDate.ofInstant(release, ZoneOffset.UTC);
    boolean weekend =
        date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;

    assertThat(SessionCalendar.of(venue).session(date))
        .satisfies(
            session -> {
              assertThat(session.isPresent() && weekend).isFalse();
              session.ifPresent(s -> assertThat(s.date()).isEqualTo(date));
            });
  }

  @Property
  void due_ofAnyRelease_isAfterTheCloseOfT3AndBeforeTheNextNewYorkOpen(
      @ForAll Venue venue, @ForAll("releases") Instant release) {
    EventClock clock = EventClock.of(SessionCalendar.of(venue), release);

    assertThat(clock.due()).isAfter(clock.t3().close()).isAfter(release);
    assertThat(clock.due()).isBefore(SessionCalendar.of(Venue.XNYS).next(clock.t3().date()).open());
  }

  @Property
  void age_asTimePasses_neverFallsAndIsThreeAtT3(
      @ForAll Venue venue, @ForAll("releases") Instant release) {
    EventClock clock = EventClock.of(SessionCalendar.of(venue), release);
    SessionClock ages = new SessionClock(clock.calendar());

    assertThat(ages.age(release, release)).isZero();
    assertThat(ages.age(release, clock.t0().close())).isZero();
    assertThat(ages.age(release, clock.t1().close())).isEqualTo(1);
    assertThat(ages.age(release, clock.t3().close())).isEqualTo(3);
  }

  @Provide
  Arbitrary<Instant> releases() {
    return Arbitraries.longs()
        .between(FIRST.getEpochSecond(), LAST.getEpochSecond())
        .map(Instant::ofEpochSecond);
  }
}
