package io.odoosync.testkit.internal;

import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.internal.model.ApiKeys.Programmatic;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * How a server is to be.
 *
 * @param races whether the second of two transactions that create the same external id at once
 *     fails, instead of waiting for the first
 * @param apiKeyEnd when the key of the integration user ends, if it does
 * @param programmaticKeys whether users may make and revoke keys over RPC
 */
public record Setup(
    OdooRelease release,
    Clock clock,
    String database,
    boolean races,
    Optional<Instant> apiKeyEnd,
    Programmatic programmaticKeys) {}
