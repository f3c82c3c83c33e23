/** The page that lists every message with its remedy, found in the sources. */
@NullMarked
package io.odoosync.docs.message;

import org.jspecify.annotations.NullMarked;
