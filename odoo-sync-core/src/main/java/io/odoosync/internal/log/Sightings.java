package io.odoosync.internal.log;

import io.odoosync.Failure;
import java.util.Map;
import java.util.Set;

/**
 * What one run saw. What it did not come to is in neither.
 *
 * @param failing what failed, and why
 * @param over what had failed before and does not any more
 */
public record Sightings(Map<Site, Failure> failing, Set<Site> over) {}
