/** Who wins where both sides changed the same field. */
package io.odoosync.conflict;
