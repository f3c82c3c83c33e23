package io.odoosync.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.field.LoadTable;
import io.odoosync.internal.field.Mapping;
import org.junit.jupiter.api.Test;

/** Each benchmark measures what its name says. */
class BenchmarksTest {

  @Test
  void mapping_isOfAllFields() {
    MappingBenchmark benchmark = new MappingBenchmark();
    assertThat(benchmark.contact()).isInstanceOf(Mapping.Mapped.class);
    assertThat((LoadTable) benchmark.tableOf200())
        .satisfies(table -> assertThat(table.rows()).hasSize(200))
        .satisfies(table -> assertThat(table.columns()).contains("comment", "country_id/.id"));
  }

  @Test
  void planning_decidesAsNamed() {
    PlanningBenchmark benchmark = new PlanningBenchmark();
    assertThat(benchmark.unchanged()).isInstanceOf(Decision.Keep.class);
    assertThat(benchmark.changedOnBothSides()).isInstanceOf(Decision.Update.class);
    assertThat((Base) benchmark.base()).satisfies(base -> assertThat(base.fields()).isNotEmpty());
  }

  @Test
  void externalIds_goThereAndBack() {
    ExternalIdBenchmark benchmark = new ExternalIdBenchmark();
    assertThat(benchmark.number()).isEqualTo("__school_travel__.res_partner_guest_123456");
    assertThat(benchmark.escaped()).contains("_c5_bd");
    assertThat(benchmark.parsed()).contains(LocalKey.of("guest", "Žofie/12 b"));
  }

  @Test
  void html_keepsTheText() {
    HtmlBenchmark benchmark = new HtmlBenchmark();
    assertThat(benchmark.paragraphs()).startsWith("<p>Two classes").contains("&lt;Anna&gt;");
    assertThat(benchmark.text()).contains("Call <Anna> first.");
    assertThat(benchmark.isParagraphs()).isTrue();
  }
}
