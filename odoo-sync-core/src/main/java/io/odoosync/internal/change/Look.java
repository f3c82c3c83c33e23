package io.odoosync.internal.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a look at what Odoo wrote told of Odoo's time, all before the first record was listed.
 *
 * @param latest when Odoo last wrote a record of those looked for; {@code null} if there is none
 * @param asked a moment just before Odoo was asked, by the clock of its answers; {@code null} if
 *     they name no time
 * @param answered when it answered, by the same clock, in whole seconds
 */
public record Look(@Nullable Instant latest, @Nullable Instant asked, @Nullable Instant answered) {}
