package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.travelKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FailureCause;
import io.odoosync.OdooReference;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Travels that name what Odoo had when they were synced and does not have, or call so, any more.
 */
abstract class GoneNameSuite extends EngineSuite {

  private final SchoolTravel host = new SchoolTravel();
  private final String name = "N" + UUID.randomUUID();
  private @Nullable SyncEngine engine;

  /** What happens to what a travel names. */
  enum Loss {
    ARCHIVED_TEAM("crm.team", "team_id") {
      @Override
      void happen(OdooClient client, long id) {
        client.write("crm.team", List.of(id), Map.of("active", false));
      }
    },
    RENAMED_TEAM("crm.team", "team_id") {
      @Override
      void happen(OdooClient client, long id) {
        client.write("crm.team", List.of(id), Map.of("name", "Other " + UUID.randomUUID()));
      }
    },
    ARCHIVED_SALESPERSON("res.users", "user_id") {
      @Override
      void happen(OdooClient client, long id) {
        client.write("res.users", List.of(id), Map.of("active", false));
      }
    },
    RENAMED_TAG("crm.tag", "tag_ids") {
      @Override
      void happen(OdooClient client, long id) {
        client.write("crm.tag", List.of(id), Map.of("name", "Other " + UUID.randomUUID()));
      }
    },
    DELETED_TAG("crm.tag", "tag_ids") {
      @Override
      void happen(OdooClient client, long id) {
        client.unlink("crm.tag", List.of(id));
      }
    },
    SECOND_OF_THE_SAME_NAME("crm.team", "team_id") {
      @Override
      void happen(OdooClient client, long id) {
        OdooRecord team = client.read("crm.team", List.of(id), List.of("name")).get(0);
        client.create("crm.team", List.of(Map.of("name", team.text("name").orElseThrow())));
      }
    };

    private final String model;
    private final String field;

    Loss(String model, String field) {
      this.model = model;
      this.field = field;
    }

    abstract void happen(OdooClient client, long id);
  }

  private OdooClient administrator() {
    return odoo().clientOf(odoo().administrator());
  }

  /** Runs of one engine, which knows what Odoo had a moment ago. */
  private SyncReport run() {
    if (engine == null) {
      engine = engine(host).build();
    }
    return engine.runAll();
  }

  private static StageReport travels(SyncReport report) {
    return stage(report, TRAVEL);
  }

  private long named(Loss loss) {
    Map<String, Object> values = new HashMap<>(Map.of("name", name));
    if (loss.model.equals("res.users")) {
      values.put("login", name + "@example.com");
    }
    return administrator().create(loss.model, List.of(values)).get(0);
  }

  private Travel.Builder travel(int number, Loss loss, TravelState state) {
    Travel.Builder travel = Travel.builder(travelKey(number)).title("Rome " + name).state(state);
    return naming(loss).apply(travel);
  }

  private UnaryOperator<Travel.Builder> naming(Loss loss) {
    OdooReference reference = OdooReference.name(name);
    return switch (loss.field) {
      case "team_id" -> travel -> travel.team(reference);
      case "user_id" -> travel -> travel.salesperson(reference);
      default -> travel -> travel.tags(List.of(name));
    };
  }

  private OdooRecord lead(int number) {
    return read(
        TRAVEL, travelKey(number), "name", "active", "stage_id", "team_id", "user_id", "tag_ids");
  }

  private void syncAndLose(Loss loss) {
    host.put(travel(1, loss, TravelState.NEW).build());
    long id = named(loss);
    assertThat(run().isSuccessful()).isTrue();
    loss.happen(administrator(), id);
  }

  @ParameterizedTest
  @EnumSource
  void runAll_nameIsGoneAndTravelUnchanged_isUnchanged(Loss loss) {
    syncAndLose(loss);
    OdooRecord before = lead(1);
    writes().clear();

    SyncReport report = run();

    assertThat(travels(report).unchanged()).as("%s", report).isEqualTo(1);
    assertThat(writes()).isEmpty();
    assertThat(lead(1)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void runAll_nameIsGoneAndTravelGoesOn_leadFollows(Loss loss) {
    syncAndLose(loss);
    long stage = lead(1).reference("stage_id").orElseThrow();
    host.put(travel(1, loss, TravelState.QUOTE_VALIDATED).title("Other " + name).build());

    SyncReport report = run();

    assertThat(travels(report).updated()).as("%s", report).isEqualTo(1);
    assertThat(lead(1).text("name")).hasValue("Other " + name);
    assertThat(lead(1).reference("stage_id")).isPresent().get().isNotEqualTo(stage);

    host.put(travel(1, loss, TravelState.CANCELLED).title("Other " + name).build());
    assertThat(run().isSuccessful()).isTrue();
    assertThat(lead(1).flag("active")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void runAll_nameIsGoneAndTravelIsNew_fails(Loss loss) {
    syncAndLose(loss);
    host.put(travel(2, loss, TravelState.NEW).build());

    SyncReport report = run();

    assertThat(travels(report).unchanged()).as("%s", report).isEqualTo(1);
    assertThat(travels(report).failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.key()).isEqualTo(travelKey(2));
              assertThat(failure.failure().cause()).isEqualTo(FailureCause.UNRESOLVED_NAME);
              assertThat(failure.reason()).contains(name);
            });
  }

  @Test
  void runAll_travelNamesWhatIsGoneOnlyNow_fails() {
    Loss loss = Loss.ARCHIVED_TEAM;
    host.put(Travel.builder(travelKey(1)).title("Rome " + name).build());
    long team = named(loss);
    run();
    loss.happen(administrator(), team);
    host.put(travel(1, loss, TravelState.NEW).build());

    SyncReport report = run();

    assertThat(travels(report).failures())
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.failure().cause()).isEqualTo(FailureCause.UNRESOLVED_NAME));
    assertThat(lead(1).reference("team_id")).isEmpty();
  }

  @Test
  void runAll_nameComesBackToAnotherRecord_isSent() {
    Loss loss = Loss.ARCHIVED_TEAM;
    syncAndLose(loss);
    run();
    long other = named(loss);
    engine = null; // Else it is seen once what is known of the teams is old.

    SyncReport report = run();

    assertThat(travels(report).updated()).as("%s", report).isEqualTo(1);
    assertThat(lead(1).reference("team_id")).hasValue(other);
  }

  @Test
  void plan_nameIsGoneAndTravelUnchanged_isEmpty() {
    syncAndLose(Loss.ARCHIVED_TEAM);

    assertThat(engine(host).build().plan().records()).isEmpty();
  }
}
