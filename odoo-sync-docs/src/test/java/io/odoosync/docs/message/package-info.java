@NullMarked
package io.odoosync.docs.message;

import org.jspecify.annotations.NullMarked;
