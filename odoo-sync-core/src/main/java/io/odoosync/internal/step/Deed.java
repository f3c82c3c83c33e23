package io.odoosync.internal.step;

import io.odoosync.store.SyncEvent;

/**
 * What a step does to one record, for the sync log.
 *
 * @param event what happens
 * @param words what a person reads
 */
public record Deed(SyncEvent event, String words) {}
