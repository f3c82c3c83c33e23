/** A plan: what a run would do, record by record, to look at, to save and to apply. */
package io.odoosync.plan;
