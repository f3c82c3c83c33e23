package io.odoosync.examples.guide;

import io.odoosync.source.ContactSource;
import io.odoosync.testkit.contract.ContactSourceContract;
import org.junit.jupiter.api.AfterEach;

// region contract
class TeacherRowsContractTest extends ContactSourceContract {

  private final SchoolDatabase database = new SchoolDatabase("Ada", "Luc", "Zoé");

  @Override
  protected ContactSource source() {
    return new TeacherRows(database.dataSource());
  }

  @AfterEach
  void close() {
    database.close();
  }
}
// endregion
