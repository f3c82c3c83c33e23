/** What changed since the last run, on either side, and what is to be tried again. */
package io.odoosync.internal.change;
