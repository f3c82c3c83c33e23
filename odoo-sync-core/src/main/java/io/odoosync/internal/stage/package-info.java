/** What all kinds of records share: decide about a batch, carry it out, follow it up. */
package io.odoosync.internal.stage;
