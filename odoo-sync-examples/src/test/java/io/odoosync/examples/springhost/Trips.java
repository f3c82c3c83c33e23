package io.odoosync.examples.springhost;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The table of the trips. */
interface Trips extends JpaRepository<Trip, Long> {

  List<Trip> findTop10ByOrderById();

  List<Trip> findTop10ByIdGreaterThanOrderById(Long after);
}
