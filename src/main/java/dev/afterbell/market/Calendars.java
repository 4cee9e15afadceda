package dev.afterbell.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The calendars in force, one a venue: those that ship with the build, or those with late
 * announcements over them. Immutable.
 */
public final class Calendars {

  /** The tables of this build as they are. */
  public static final Calendars SHIPPED = loadAll();

  private final Map<Venue, SessionCalendar> calendars;

  private Calendars(Map<Venue, SessionCalendar> calendars) {
    this.calendars = Collections.unmodifiableMap(new EnumMap<>(calendars));
  }

  /** The shipped calendars with the days of a file of late announcements over them. */
  public static Calendars with(CalendarOverrides overrides) {
    Map<Venue, SessionCalendar> changed = new EnumMap<>(Venue.class);
    SHIPPED.calendars.forEach((venue, shipped) -> changed.put(venue, shipped.with(overrides)));
    return new Calendars(changed);
  }

  /** The calendar of a venue. */
  public SessionCalendar of(Venue venue) {
    SessionCalendar calendar = calendars.get(venue);
    if (calendar == null) {
      throw new IllegalStateException("No calendar ships for " + venue);
    }
    return calendar;
  }

  private static Calendars loadAll() {
    Map<Venue, SessionCalendar> calendars = new EnumMap<>(Venue.class);
    for (Venue venue : Venue.values()) {
      calendars.put(venue, load(venue));
    }
    return new Calendars(calendars);
  }

  private static SessionCalendar load(Venue venue) {
    String name = "calendar/" + venue + ".csv";
    try (InputStream in = Calendars.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("This build lacks its own " + name);
      }
      return SessionCalendar.parse(
          venue,
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
