/** A run: its lock, its stages in their order, its plan, its report. */
package io.odoosync.internal.run;
