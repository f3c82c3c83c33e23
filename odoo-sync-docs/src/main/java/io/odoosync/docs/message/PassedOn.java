package io.odoosync.docs.message;

import java.util.Set;

/**
 * Where the sources make a message without a word of their own, because it has those of another
 * one, which is listed where it is made, or of Odoo, or of a database.
 */
public final class PassedOn {

  private static final Set<String> FILES =
      Set.of(
          "BeforeTheCall.java", // the same failure, certain that Odoo did nothing
          "CrmDirectory.java", // several lookups that failed, joined
          "ErrorMapper.java", // Odoo's own words
          "KnownInRun.java", // caught within the run, which then asks anew
          "NamedRecords.java", // a lookup whose answer makes no sense
          "OdooConfigurationException.java", // a constructor for the words of a host's transport
          "OdooRequestException.java", // Odoo's own words, with what is advised for each fault
          "Outgoing.java", // what others made, without secrets
          "Problems.java", // several problems of a record, joined
          "RecordUpdate.java", // why a policy left a conflict to people, in its words
          "ReportParser.java", // read from a report
          "Results.java", // Odoo's own words
          "RowReader.java", // why a row can't be mapped, read from where it was put aside
          "SafeCopy.java", // an exception without secrets
          "Setback.java", // read from the state store
          "SyncHistory.java", // read from the sync log
          "SyncRun.java", // caught within the run, which then begins anew
          "TransactionRule.java"); // the failure, as an exception

  private PassedOn() {}

  /**
   * The files that do so.
   *
   * @return their names
   */
  public static Set<String> files() {
    return FILES;
  }
}
