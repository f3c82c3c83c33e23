/** What the README and the pages on Spring and JPA show. */
package io.odoosync.spring.readme;
