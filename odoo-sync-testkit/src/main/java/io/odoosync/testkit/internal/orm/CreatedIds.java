package io.odoosync.testkit.internal.orm;

import java.util.List;

/**
 * What {@code create} made.
 *
 * @param single whether one dictionary was given, for which JSON-RPC answers one id
 */
public record CreatedIds(List<Integer> ids, boolean single) {}
