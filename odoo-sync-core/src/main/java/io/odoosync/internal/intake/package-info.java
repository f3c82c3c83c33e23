/** What a source gives to a run: read once, put aside, handed out in batches. */
package io.odoosync.internal.intake;
