package io.odoosync.testkit.contract;

import io.odoosync.LocalKey;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceSource;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * What every {@link InvoiceSource} must do when it is read; what it does with {@link
 * InvoiceSource#apply} is the host's affair. Extend it beside the source:
 *
 * <pre>{@code
 * class MyInvoiceSourceTest extends InvoiceSourceContract {
 *   @Override
 *   protected InvoiceSource source() {
 *     return new MyInvoiceSource(...);
 *   }
 * }
 * }</pre>
 */
public abstract class InvoiceSourceContract extends SourceContract<Invoice> {

  /** For subclasses. */
  protected InvoiceSourceContract() {}

  /**
   * Makes the source under test. Called several times in a test, it gives the same records.
   *
   * @return a source with at least three invoices, which nothing changes during the test
   * @throws Exception if that fails; the test then fails too
   */
  protected abstract InvoiceSource source() throws Exception;

  @Override
  Stream<Invoice> pass() throws Exception {
    return source().invoices();
  }

  @Override
  Collection<Invoice> found(Collection<LocalKey> keys) throws Exception {
    return source().find(keys);
  }
}
