/** Keeps what a source gave, in memory as long as it is little, then in a file of its own. */
package io.odoosync.internal.intake.spool;
