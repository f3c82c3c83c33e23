/** An engine on several nodes that share a database, scheduled by db-scheduler. */
package io.odoosync.examples.scheduler;
