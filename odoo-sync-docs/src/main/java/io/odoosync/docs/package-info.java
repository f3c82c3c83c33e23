/** Builds the documentation: {@code dev/docs}. */
@NullMarked
package io.odoosync.docs;

import org.jspecify.annotations.NullMarked;
