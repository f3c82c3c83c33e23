/** An application with JPA: what its people write to have it synced is in regions. */
package io.odoosync.spring.school;
