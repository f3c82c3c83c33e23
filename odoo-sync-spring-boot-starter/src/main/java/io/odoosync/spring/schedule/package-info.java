/** Runs by the clock, in the process or on the nodes of a db-scheduler. */
@org.jspecify.annotations.NullMarked
package io.odoosync.spring.schedule;
