package io.odoosync.spring.school;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The table of the teachers. */
public interface Teachers extends JpaRepository<Teacher, Long> {

  // region page
  List<Teacher> findTop500ByIdGreaterThanOrderById(Long after);
  // endregion
}
