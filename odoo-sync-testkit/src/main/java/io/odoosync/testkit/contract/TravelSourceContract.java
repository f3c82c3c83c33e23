package io.odoosync.testkit.contract;

import io.odoosync.LocalKey;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelSource;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * What every {@link TravelSource} must do when it is read; what it does with {@link
 * TravelSource#apply} is the host's affair. Extend it beside the source:
 *
 * <pre>{@code
 * class MyTravelSourceTest extends TravelSourceContract {
 *   @Override
 *   protected TravelSource source() {
 *     return new MyTravelSource(...);
 *   }
 * }
 * }</pre>
 */
public abstract class TravelSourceContract extends SourceContract<Travel> {

  /** For subclasses. */
  protected TravelSourceContract() {}

  /**
   * Makes the source under test. Called several times in a test, it gives the same records.
   *
   * @return a source with at least three travels, which nothing changes during the test
   * @throws Exception if that fails; the test then fails too
   */
  protected abstract TravelSource source() throws Exception;

  @Override
  Stream<Travel> pass() throws Exception {
    return source().travels();
  }

  @Override
  Collection<Travel> found(Collection<LocalKey> keys) throws Exception {
    return source().find(keys);
  }
}
