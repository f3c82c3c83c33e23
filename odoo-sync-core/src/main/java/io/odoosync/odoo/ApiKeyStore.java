package io.odoosync.odoo;

import java.util.Optional;

/**
 * Keeps the API key of a connection, so that it can be renewed while the application runs: a vault,
 * a table with an encrypted column. It holds secrets in clear when it is asked; keep them as the
 * host keeps its other passwords.
 *
 * <p>All nodes of an application share one. {@link #find()} after {@link #save} gives what was
 * saved, on each node. May throw: then the key in use stays in use. Safe for use by several
 * threads.
 */
public interface ApiKeyStore {

  /**
   * The keys that were saved last. Called before the first call, at the beginning of each run, and
   * when Odoo refuses the key.
   *
   * @return nothing if none were saved yet: then the connection's own key counts
   */
  Optional<StoredApiKeys> find();

  /**
   * Puts keys in the place of those before, all or nothing, and so that they outlive the process.
   *
   * @param keys the keys; equal ones may be saved again
   */
  void save(StoredApiKeys keys);
}
