package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.invoice;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.InvoicingOptions;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.report.SyncReport;
import io.odoosync.source.TravelState;
import io.odoosync.testkit.Exchange;
import io.odoosync.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server that refuses calls of many records for load gets smaller ones: for creates, updates,
 * steps and posting alike.
 */
class OverloadTest extends InProcessSuite {

  private static final int RECORDS = 9;
  private static final int BEARABLE = 3;
  private static final Set<String> STEPS =
      Set.of("load", "write", "web_save_multi", "action_set_won", "action_set_lost", "action_post");

  private final SchoolTravel host = new SchoolTravel();

  private SyncEngineBuilder posting() {
    return engine(host).invoicing(InvoicingOptions.builder().posting().build());
  }

  private void put(TravelState state, String name) {
    for (int i = 1; i <= RECORDS; i++) {
      host.put(teacher(i).name(name + " " + i).build());
      host.put(travel(i, state).title("Rome " + name + " " + i).build());
      host.put(invoice("i" + i, teacherKey(i)).build());
    }
  }

  private void refuseLargeCalls(Fault fault) {
    server
        .faults()
        .where(request -> STEPS.contains(request.method()) && request.records() > BEARABLE)
        .always(fault);
  }

  @ParameterizedTest
  @ValueSource(ints = {503, 429})
  void runAll_largeCallsRefusedForLoad_makesSmallerOnes(int status) {
    put(TravelState.NEW, "Anna");
    refuseLargeCalls(Fault.status(status));
    SyncReport created = posting().build().runAll();
    put(TravelState.INVOICED, "Berta");

    SyncReport updated = posting().build().runAll();

    assertThat(created.isSuccessful()).as("%s", created).isTrue();
    assertThat(stage(created, INVOICE).created()).isEqualTo(RECORDS);
    assertThat(updated.isSuccessful()).as("%s", updated).isTrue();
    assertThat(stage(updated, CONTACT).updated()).isEqualTo(RECORDS);
    assertThat(stage(updated, TRAVEL).updated()).isEqualTo(RECORDS);
  }

  @Test
  void runAll_tooManyRequestsWithATimeToWait_waitsThatLong() {
    put(TravelState.NEW, "Anna");
    refuseLargeCalls(Fault.tooManyRequests(Duration.ZERO));

    SyncReport report = posting().build().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
  }

  @Test
  void runAll_serverNamesALongTime_stopsAndDoesNotSendFewer() {
    put(TravelState.NEW, "Anna");
    refuseLargeCalls(Fault.tooManyRequests(Duration.ofHours(1)));

    SyncReport report = posting().build().runAll();

    assertThat(report.stopped()).asString().contains("429");
    assertThat(server.requests()).extracting(Exchange::method).containsOnlyOnce("load");
  }

  @Test
  void runAll_postingRefusedForLoad_postsInOrder() {
    put(TravelState.NEW, "Anna");
    refuseLargeCalls(Fault.status(503));
    posting().build().runAll();

    List<Integer> posted =
        server.requests().stream()
            .filter(call -> call.method().equals("action_post") && call.status() == 200)
            .flatMap(call -> call.request().ids().stream())
            .toList();

    assertThat(posted).hasSize(RECORDS).isSorted();
    assertThat(IntStream.rangeClosed(1, RECORDS).mapToObj(i -> number("i" + i)).toList())
        .isSorted();
  }

  private String number(String invoice) {
    return read(INVOICE, SchoolTravel.invoiceKey(invoice), "name").text("name").orElseThrow();
  }
}
