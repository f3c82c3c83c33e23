package io.odoosync.internal.step;

import io.odoosync.LocalKey;

/** How far one record has come on its way through the steps that follow once it is in Odoo. */
public interface Progress {

  /** The local record. */
  LocalKey key();

  /** What came of the steps so far. */
  StepResult result();
}
