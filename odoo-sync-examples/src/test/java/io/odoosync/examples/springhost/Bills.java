package io.odoosync.examples.springhost;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The table of the bills. */
interface Bills extends JpaRepository<Bill, Long> {

  List<Bill> findTop10ByOrderById();

  List<Bill> findTop10ByIdGreaterThanOrderById(Long after);
}
