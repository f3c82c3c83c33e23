@NullMarked
package io.odoosync.docs.page;

import org.jspecify.annotations.NullMarked;
