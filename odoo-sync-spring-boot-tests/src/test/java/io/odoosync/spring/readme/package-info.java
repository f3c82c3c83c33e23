/** What the pages on Spring Boot and JPA show. */
package io.odoosync.spring.readme;
