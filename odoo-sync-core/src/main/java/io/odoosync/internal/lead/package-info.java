/** Travels and leads: what only they need. */
package io.odoosync.internal.lead;
