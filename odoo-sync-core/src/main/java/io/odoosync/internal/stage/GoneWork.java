package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.internal.exchange.OdooModel;
import io.odoosync.store.Link;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is done about records that are gone: carried out by a run, put in words by a plan. */
interface GoneWork {

  /**
   * Says that records are left as they are.
   *
   * @param odooIds the records
   * @param reasons why, if not by the host's policy
   */
  void keep(OdooModel model, Map<LocalKey, Long> odooIds, Map<LocalKey, String> reasons);

  /** Says that too many are gone to name each. */
  void tellNumber(OdooModel model, long gone, long linked);

  /**
   * Archives records.
   *
   * @return those that are not archived
   */
  Collection<LocalKey> archive(OdooModel model, Map<LocalKey, Long> odooIds);

  /**
   * Brings records back.
   *
   * @return those that are back
   */
  Collection<LocalKey> restore(OdooModel model, Map<LocalKey, Long> odooIds);

  /** Drops what links remember of the values of their records. */
  void clear(List<Link> links);
}
