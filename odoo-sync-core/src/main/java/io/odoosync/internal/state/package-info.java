/** What a run remembers and tells: links, memory, quarantine, log, and whether it may go on. */
package io.odoosync.internal.state;
