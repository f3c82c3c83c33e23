@NullMarked
package io.odoosync.docs.reference;

import org.jspecify.annotations.NullMarked;
