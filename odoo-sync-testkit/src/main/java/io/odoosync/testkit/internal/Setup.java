package io.odoosync.testkit.internal;

import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.internal.model.ApiKeys.Programmatic;
import io.odoosync.testkit.internal.orm.Traits;
import io.odoosync.testkit.internal.rpc.ServerSettings;
import java.time.Instant;
import java.util.Optional;

/**
 * What a server is made of.
 *
 * @param apiKeyEnd when the key of the integration user ends, if it does
 * @param programmaticKeys whether users may make and revoke keys over RPC
 */
public record Setup(
    OdooRelease release,
    ServerSettings server,
    Traits traits,
    Optional<Instant> apiKeyEnd,
    Programmatic programmaticKeys) {}
