/**
 * What an operator sees of the sync: {@link io.odoosync.micrometer.SyncObservations} for how long
 * runs, stages and calls take, as timers and spans, {@link io.odoosync.micrometer.SyncMeters} for
 * what became of the records and how the sync is.
 */
@org.jspecify.annotations.NullMarked
package io.odoosync.micrometer;
