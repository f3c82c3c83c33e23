package io.odoosync.benchmarks.endtoend;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactChange;
import io.odoosync.source.ContactSource;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelSource;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** The records of a school as sources that know what has changed. */
final class SchoolSources {

  private final School school;
  private final Runnable applied;

  /**
   * The records of a school.
   *
   * @param applied is told of each change that came from Odoo, once the school has it
   */
  SchoolSources(School school, Runnable applied) {
    this.school = school;
    this.applied = applied;
  }

  private static int number(LocalKey key) {
    return Integer.parseInt(key.id());
  }

  ContactSource contacts() {
    return new ContactSource() {
      @Override
      public Stream<Contact> contacts() {
        return school.contacts();
      }

      @Override
      public Optional<Stream<Contact>> changedSince(Instant since) {
        return Optional.of(school.moved());
      }

      @Override
      public Collection<Contact> find(Collection<LocalKey> keys) {
        return keys.stream().map(key -> school.contact(number(key))).toList();
      }

      @Override
      public void apply(ContactChange change) {
        school.takePhone(number(change.key()), String.valueOf(change.after().phone()));
        applied.run();
      }
    };
  }

  TravelSource travels() {
    return new TravelSource() {
      @Override
      public Stream<Travel> travels() {
        return school.travels();
      }

      @Override
      public Optional<Stream<Travel>> changedSince(Instant since) {
        return Optional.of(Stream.empty());
      }
    };
  }

  InvoiceSource invoices() {
    return new InvoiceSource() {
      @Override
      public Stream<Invoice> invoices() {
        return school.invoices();
      }

      @Override
      public Optional<Stream<Invoice>> changedSince(Instant since) {
        return Optional.of(Stream.empty());
      }
    };
  }
}
