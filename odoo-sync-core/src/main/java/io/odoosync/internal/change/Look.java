package io.odoosync.internal.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a look at what Odoo wrote told of Odoo's time, all before the first record was listed.
 *
 * @param latest when Odoo last wrote a record of those looked for; {@code null} if there is none
 * @param asked when Odoo was asked, not earlier, by the clock of its answers; {@code null} if they
 *     name no time
 * @param answered when it answered, by the same clock
 */
public record Look(@Nullable Instant latest, @Nullable Instant asked, @Nullable Instant answered) {}
