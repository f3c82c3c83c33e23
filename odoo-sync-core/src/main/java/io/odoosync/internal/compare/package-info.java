/** Decides, by pure functions, from what both sides have and last agreed on. */
package io.odoosync.internal.compare;
