/** Values of fields and their mapping, by pure functions. */
package io.odoosync.internal.field;
