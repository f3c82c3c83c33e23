package io.odoosync.testing;

import java.util.List;

/**
 * Values, and what is claimed of them.
 *
 * @param claim throws if it does not hold
 */
record Case(List<?> values, Runnable claim) {}
