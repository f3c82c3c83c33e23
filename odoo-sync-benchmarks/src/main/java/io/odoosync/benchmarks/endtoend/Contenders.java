package io.odoosync.benchmarks.endtoend;

import io.odoosync.benchmarks.OdooSite;
import io.odoosync.benchmarks.endtoend.Contender.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Who takes part. */
final class Contenders {

  private final OdooSite site;
  private final HandFacts facts;
  private final BatchSizes sizes;
  private final Tracking tracking;
  private final List<Contender> all = new ArrayList<>();

  /** Nobody yet; looks up what those need that write by hand. */
  Contenders(OdooSite site, BatchSizes sizes, Tracking tracking) {
    this.site = site;
    this.facts = HandFacts.of(site.client());
    this.sizes = sizes;
    this.tracking = tracking;
  }

  /** The library. */
  Contenders engines(List<Integer> callsAtOnce) {
    callsAtOnce.forEach(calls -> all.add(EngineSession.contender(site, facts, tracking, calls)));
    return this;
  }

  /** Batches by hand, each with and without reading back. */
  Contenders byHand() {
    all.add(batches("load", true, Sort.BY_HAND));
    all.add(batches("create", false, Sort.BY_HAND));
    all.add(batches("load, not read back", true, Sort.BY_HAND_UNREAD));
    all.add(batches("create, not read back", false, Sort.BY_HAND_UNREAD));
    return this;
  }

  private Contender batches(String name, boolean loads, Sort sort) {
    return new Contender(
        name,
        sort,
        (mark, records) ->
            new HandSession(
                new BatchApi(site.client(), facts, tracking, loads),
                sort == Sort.BY_HAND ? site.client() : null,
                facts,
                sizes,
                new School(mark, records)));
  }

  /** One call a record, from Java. */
  Contenders oneByOne() {
    all.add(peer("one by one, Java", () -> new OneByOneApi(site.client(), tracking)));
    return this;
  }

  /** OdooRPC, if it is there. */
  Contenders odooRpc() {
    if (OdooRpcApi.isInstalled()) {
      all.add(peer("OdooRPC", () -> new OdooRpcApi(site, tracking)));
    }
    return this;
  }

  private Contender peer(String name, Supplier<HandApi> api) {
    return new Contender(
        name,
        Sort.PEER,
        (mark, records) ->
            new HandSession(api.get(), null, facts, sizes, new School(mark, records)));
  }

  List<Contender> list() {
    return List.copyOf(all);
  }
}
