package io.odoosync.benchmarks.million;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * So many contacts, made when they are asked for.
 *
 * @param size how many
 * @param step what has become of them
 */
record Crowd(int size, Step step) {

  /** The namespace of its external ids. */
  static final String NAMESPACE = "__million__";

  private static final int ONE_PERCENT = 100;

  /** What a host makes of it that knows what has changed. */
  static ContactSource source(Supplier<Crowd> now) {
    return new ContactSource() {
      @Override
      public Stream<Contact> contacts() {
        return now.get().contacts();
      }

      @Override
      public Optional<Stream<Contact>> changedSince(Instant since) {
        return now.get().changed();
      }

      @Override
      public Collection<Contact> find(Collection<LocalKey> keys) {
        Crowd crowd = now.get();
        return keys.stream().map(key -> crowd.contact(Integer.parseInt(key.id()))).toList();
      }
    };
  }

  private Optional<Stream<Contact>> changed() {
    return switch (step) {
      case IDLE_CHANGES -> Optional.of(Stream.empty());
      case ONE_EACH -> Optional.of(Stream.of(contact(size)));
      default -> Optional.empty();
    };
  }

  Stream<Contact> contacts() {
    return IntStream.rangeClosed(1, size).mapToObj(this::contact);
  }

  private Contact contact(int number) {
    return switch (step) {
      case ONE_EACH -> number == size ? named(number, " moved") : named(number, "");
      case ONE_PERCENT_CHANGED -> named(number, isOneOf(number) ? " X" : "");
      case ONE_PERCENT_FAILING -> isOneOf(number) ? nameless(number) : named(number, "");
      case ALL_FAILING -> nameless(number);
      case FIRST_LOAD, IDLE, IDLE_CHANGES -> named(number, "");
    };
  }

  private static boolean isOneOf(int number) {
    return number % ONE_PERCENT == 0;
  }

  static String name(int number) {
    return "Person " + number;
  }

  private static Contact named(int number, String suffix) {
    return Contact.builder(LocalKey.of("person", number))
        .name(name(number) + suffix)
        .email("person" + number + "@example.org")
        .build();
  }

  private static Contact nameless(int number) {
    return Contact.builder(LocalKey.of("person", number)).build();
  }
}
