/** What a run remembers: links, memory, quarantine, and whether it may go on. */
package io.odoosync.internal.state;
