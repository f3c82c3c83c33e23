/**
 * The proof of "exactly once": the world is stopped at every boundary there is, answers are lost,
 * nodes race, and Odoo is compared with the host each time. {@link
 * io.odoosync.verification.crash.Host} is the one place that puts an engine together; a new port is
 * added there and nowhere else.
 */
@NullMarked
package io.odoosync.verification.crash;

import org.jspecify.annotations.NullMarked;
