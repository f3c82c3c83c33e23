package io.odoosync.examples.springhost;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The table of the teachers. */
interface Teachers extends JpaRepository<Teacher, UUID> {

  List<Teacher> findTop10ByOrderById();

  List<Teacher> findTop10ByIdGreaterThanOrderById(UUID after);
}
