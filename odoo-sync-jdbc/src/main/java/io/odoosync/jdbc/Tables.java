package io.odoosync.jdbc;

/** The names of the tables. */
record Tables(TableName links, TableName state, TableName log, TableName lock, TableName outbox) {

  static final Tables DEFAULT =
      new Tables(
          TableName.parse("linksTable", JdbcStores.DEFAULT_LINKS_TABLE),
          TableName.parse("stateTable", JdbcStores.DEFAULT_STATE_TABLE),
          TableName.parse("logTable", JdbcStores.DEFAULT_LOG_TABLE),
          TableName.parse("lockTable", JdbcStores.DEFAULT_LOCK_TABLE),
          TableName.parse("outboxTable", JdbcStores.DEFAULT_OUTBOX_TABLE));

  Tables withLinks(String name) {
    return new Tables(TableName.parse("linksTable", name), state, log, lock, outbox);
  }

  Tables withState(String name) {
    return new Tables(links, TableName.parse("stateTable", name), log, lock, outbox);
  }

  Tables withLog(String name) {
    return new Tables(links, state, TableName.parse("logTable", name), lock, outbox);
  }

  Tables withLock(String name) {
    return new Tables(links, state, log, TableName.parse("lockTable", name), outbox);
  }

  Tables withOutbox(String name) {
    return new Tables(links, state, log, lock, TableName.parse("outboxTable", name));
  }

  /** What is known about the tables themselves: beside the links, whose owner it names. */
  TableName about() {
    return new TableName(links.schema(), links.table() + "_about");
  }

  /**
   * The table that has this name by default.
   *
   * @throws IllegalArgumentException if none has
   */
  TableName named(String defaultName) {
    return switch (defaultName) {
      case JdbcStores.DEFAULT_LINKS_TABLE -> links;
      case JdbcStores.DEFAULT_LINKS_TABLE + "_about" -> about();
      case JdbcStores.DEFAULT_STATE_TABLE -> state;
      case JdbcStores.DEFAULT_LOG_TABLE -> log;
      case JdbcStores.DEFAULT_LOCK_TABLE -> lock;
      case JdbcStores.DEFAULT_OUTBOX_TABLE -> outbox;
      default -> throw new IllegalArgumentException("no table is called " + defaultName);
    };
  }

  /** For a log. */
  @Override
  public String toString() {
    return "links in "
        + links
        + ", state in "
        + state
        + ", log in "
        + log
        + ", lock in "
        + lock
        + ", outbox in "
        + outbox;
  }
}
