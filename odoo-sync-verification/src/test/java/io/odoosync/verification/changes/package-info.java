/**
 * Runs over what changed, against runs over everything: for any history of edits on both sides they
 * must come to the same end.
 */
@NullMarked
package io.odoosync.verification.changes;

import org.jspecify.annotations.NullMarked;
