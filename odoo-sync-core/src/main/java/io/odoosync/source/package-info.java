/**
 * Where records come from: the host application's side. A host implements {@link
 * io.odoosync.source.ContactSource}, {@link io.odoosync.source.TravelSource} and {@link
 * io.odoosync.source.InvoiceSource} over its own repositories.
 *
 * <p>The records take what the host has, also when it is incomplete: a contact without a name is
 * reported as one failed record by the sync, and nothing else is held up. Only a value that makes
 * no sense in Java (a missing key, a negative limit) is refused by a builder, at once.
 */
package io.odoosync.source;
