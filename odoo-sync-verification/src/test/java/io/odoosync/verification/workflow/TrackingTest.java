package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testkit.Exchange;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether what is written leaves lines in the histories of Odoo's records is the host's to say. */
class TrackingTest extends EngineSuite {

  private static final int TEACHERS = 4;
  private static final Set<String> WRITING = Set.of("load", "write", "web_save_multi");

  private final SchoolTravel host = new SchoolTravel();
  private InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19);

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  OdooUnderTest odoo() {
    return OdooUnderTest.of(server);
  }

  private void use(OdooRelease release) {
    server.close();
    server = InProcessOdoo.start(release);
  }

  private void putTeachers(String city) {
    IntStream.rangeClosed(1, TEACHERS)
        .forEach(i -> host.put(teacher(i).name(city + " " + i % 3).build()));
  }

  @ParameterizedTest
  @EnumSource(names = {"V14", "V19"})
  void run_byDefault_createsAndUpdatesLeaveNoLines(OdooRelease release) {
    use(release);
    putTeachers("Lyon");
    engine(host).build().run(CONTACT);
    putTeachers("Nantes");

    engine(host).build().run(CONTACT);

    assertThat(written()).allMatch(call -> isQuiet(call));
  }

  @ParameterizedTest
  @CsvSource({"V14", "V19"})
  void run_tracking_createsAndUpdatesLeaveThem(OdooRelease release) {
    use(release);
    putTeachers("Lyon");
    engine(host).tracking(true).build().run(CONTACT);
    putTeachers("Nantes");

    engine(host).tracking(true).build().run(CONTACT);

    assertThat(written())
        .noneMatch(call -> call.request().context().containsKey("tracking_disable"));
  }

  private static boolean isQuiet(Exchange call) {
    return Boolean.TRUE.equals(call.request().context().get("tracking_disable"));
  }

  private List<Exchange> written() {
    List<Exchange> written =
        server.requests().stream().filter(call -> WRITING.contains(call.method())).toList();
    assertThat(written).extracting(Exchange::method).contains("load").hasSizeGreaterThan(1);
    return written;
  }
}
