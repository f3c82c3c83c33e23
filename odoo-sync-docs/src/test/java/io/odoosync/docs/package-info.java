@NullMarked
package io.odoosync.docs;

import org.jspecify.annotations.NullMarked;
