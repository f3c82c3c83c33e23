package io.odoosync.examples.springhost;

import io.odoosync.LocalKey;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelSource;
import io.odoosync.source.TravelState;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Trips, which become leads. */
@Component
class JpaTravelSource implements TravelSource {

  private final Trips trips;

  JpaTravelSource(Trips trips) {
    this.trips = trips;
  }

  static LocalKey key(long id) {
    return LocalKey.of("trip", id);
  }

  @Override
  public Stream<Travel> travels() {
    return Pages.stream(
            trips::findTop10ByOrderById,
            trips::findTop10ByIdGreaterThanOrderById,
            (Trip trip) -> trip.id)
        .map(JpaTravelSource::travel);
  }

  private static Travel travel(Trip trip) {
    return Travel.builder(key(trip.id))
        .title(trip.title)
        .customer(JpaContactSource.key(trip.teacherId))
        .state(trip.validated ? TravelState.QUOTE_VALIDATED : TravelState.NEW)
        .updatedAt(trip.updatedAt)
        .build();
  }
}
