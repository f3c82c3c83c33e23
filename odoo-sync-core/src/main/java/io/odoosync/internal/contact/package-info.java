/** Contacts and partners: what only they need. */
package io.odoosync.internal.contact;
