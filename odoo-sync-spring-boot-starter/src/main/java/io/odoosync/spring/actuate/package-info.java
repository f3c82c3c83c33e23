/** What Actuator shows of the sync: health, info, and an endpoint of its own. */
@org.jspecify.annotations.NullMarked
package io.odoosync.spring.actuate;
