package io.odoosync.examples.schooltravel;

import io.odoosync.LocalKey;
import io.odoosync.source.Money;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelChange;
import io.odoosync.source.TravelSource;
import io.odoosync.source.TravelState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Travels, each organised by a teacher. */
final class JdbcTravelSource implements TravelSource {

  private static final String TRAVELS = "SELECT * FROM travel ";

  private static final Map<String, String> COLUMNS =
      Map.of(
          "title", "title",
          "expectedRevenue", "expected_revenue",
          "expectedClosing", "decision_by",
          "departure", "departure",
          "returnDate", "return_date");

  private final DataSource dataSource;
  private final RowUpdate table;

  JdbcTravelSource(DataSource dataSource) {
    this.dataSource = dataSource;
    this.table = new RowUpdate(dataSource, "travel", COLUMNS);
  }

  @Override
  public Stream<Travel> travels() {
    return Rows.stream(dataSource, TRAVELS, JdbcTravelSource::read);
  }

  @Override
  public List<Travel> find(Collection<LocalKey> keys) {
    return Rows.all(
        dataSource,
        TRAVELS + "WHERE id = ANY(?)",
        JdbcTravelSource::read,
        Keys.rowIds(keys, Keys.TRAVEL));
  }

  @Override
  public void apply(TravelChange change) {
    table.apply(Keys.rowId(change.key(), Keys.TRAVEL), change.changes());
  }

  /** A row that can't be read is one failed travel. */
  private static Travel read(ResultSet row) throws SQLException {
    LocalKey key = LocalKey.of(Keys.TRAVEL, row.getLong("id"));
    return TravelSource.read(key, () -> travel(key, row));
  }

  private static Travel travel(LocalKey key, ResultSet row) throws SQLException {
    return Travel.builder(key)
        .title(row.getString("title"))
        .state(TravelState.valueOf(row.getString("state")))
        .customer(LocalKey.of(Keys.TEACHER, row.getLong("teacher_id")))
        .expectedRevenue(new Money(row.getBigDecimal("expected_revenue"), "EUR"))
        .departure(row.getObject("departure", LocalDate.class))
        .returnDate(row.getObject("return_date", LocalDate.class))
        .expectedClosing(row.getObject("decision_by", LocalDate.class))
        .odooId(row.getObject("odoo_lead_id", Long.class))
        .updatedAt(row.getObject("updated_at", OffsetDateTime.class).toInstant())
        .build();
  }
}
