package io.odoosync.internal.log;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.report.AdminNews.Place;
import org.jspecify.annotations.Nullable;

/**
 * Where something fails.
 *
 * @param place what fails
 * @param type of a stage and of a record
 * @param key of a record
 */
public record Site(Place place, @Nullable EntityType type, @Nullable LocalKey key) {

  static final Site RUN = new Site(Place.RUN, null, null);
  static final Site SYNC_LOG = new Site(Place.SYNC_LOG, null, null);

  static final Site API_KEY = new Site(Place.API_KEY, null, null);

  static Site stage(EntityType type) {
    return new Site(Place.STAGE, type, null);
  }

  static Site record(EntityType type, LocalKey key) {
    return new Site(Place.RECORDS, type, key);
  }
}
