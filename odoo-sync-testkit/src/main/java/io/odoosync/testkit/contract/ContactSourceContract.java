package io.odoosync.testkit.contract;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * What every {@link ContactSource} must do when it is read; what it does with {@link
 * ContactSource#apply} is the host's affair. Extend it beside the source:
 *
 * <pre>{@code
 * class MyContactSourceTest extends ContactSourceContract {
 *   @Override
 *   protected ContactSource source() {
 *     return new MyContactSource(...);
 *   }
 * }
 * }</pre>
 */
public abstract class ContactSourceContract extends SourceContract<Contact> {

  /** For subclasses. */
  protected ContactSourceContract() {}

  /**
   * Makes the source under test. Called several times in a test, it gives the same records.
   *
   * @return a source with at least three contacts, which nothing changes during the test
   * @throws Exception if that fails; the test then fails too
   */
  protected abstract ContactSource source() throws Exception;

  @Override
  Stream<Contact> pass() throws Exception {
    return source().contacts();
  }

  @Override
  Collection<Contact> found(Collection<LocalKey> keys) throws Exception {
    return source().find(keys);
  }
}
