/** What a run did: for a log, for a machine, for an administrator. */
package io.odoosync.report;
