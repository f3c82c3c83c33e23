/** How much memory a host's process needs for many records. Started by hand. */
package io.odoosync.verification.memory;
