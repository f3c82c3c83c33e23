package io.odoosync.report;

/** How a run ended. */
public enum RunStatus {
  /** All its stages ran; single records may have failed. */
  COMPLETED,
  /** It stopped early, because nothing that was left could be done, or before it did damage. */
  STOPPED,
  /** It was cancelled or interrupted. */
  CANCELLED,
  /** It did nothing, because another run was under way. */
  ALREADY_RUNNING
}
