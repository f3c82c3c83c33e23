package io.odoosync.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableNameTest {

  @Test
  void parse_withAndWithoutSchema_isBothParts() {
    assertThat(TableName.parse("linksTable", "links")).isEqualTo(new TableName(null, "links"));
    TableName inSchema = TableName.parse("linksTable", "sync.links");
    assertThat(inSchema).isEqualTo(new TableName("sync", "links")).hasToString("sync.links");
    assertThatThrownBy(() -> TableName.parse("linksTable", ".links"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("linksTable must be");
  }

  @Test
  void quoted_name_isQuotedPartByPart() {
    assertThat(new TableName(null, "links").quoted("\"")).isEqualTo("\"links\"");
    assertThat(new TableName("sync", "links").quoted("`")).isEqualTo("`sync`.`links`");
  }

  @Test
  void folded_name_isInOneCase() {
    assertThat(new TableName("Sync", "Links").folded(true))
        .isEqualTo(new TableName("SYNC", "LINKS"));
    assertThat(new TableName(null, "Links").folded(false)).isEqualTo(new TableName(null, "links"));
  }

  @Test
  void named_defaultName_isTheConfiguredTable() {
    Tables tables = Tables.DEFAULT.withLinks("sync.own").withLock("own_lock");
    assertThat(tables.named("odoo_sync_links")).hasToString("sync.own");
    assertThat(tables.named("odoo_sync_links_about")).hasToString("sync.own_about");
    assertThat(tables.named("shedlock")).hasToString("own_lock");
    assertThat(tables.named("sync_logs")).hasToString("sync_logs");
    assertThat(tables.named("odoo_sync_state")).hasToString("odoo_sync_state");
    assertThat(tables.named("odoo_sync_outbox")).hasToString("odoo_sync_outbox");
    assertThatThrownBy(() -> tables.named("other")).hasMessage("no table is called other");
    assertThat(tables)
        .hasToString(
            "links in sync.own, state in odoo_sync_state, log in sync_logs, lock in own_lock,"
                + " outbox in odoo_sync_outbox");
  }
}
