/** What is told of a run: to the log, to {@code sync_logs}, to listener and administrator. */
package io.odoosync.internal.log;
