package io.odoosync.internal.field;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;

/**
 * Another record of the host that a record refers to and has to wait for.
 *
 * @param type its kind
 * @param key its key
 */
public record Dependency(EntityType type, LocalKey key) {}
