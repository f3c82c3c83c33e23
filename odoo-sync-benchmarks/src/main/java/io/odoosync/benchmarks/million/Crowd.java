package io.odoosync.benchmarks.million;

import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
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

  Stream<Contact> contacts() {
    return IntStream.rangeClosed(1, size).mapToObj(this::contact);
  }

  private Contact contact(int number) {
    return switch (step) {
      case ONE_EACH -> number == size ? named(number, " moved") : named(number, "");
      case ONE_PERCENT_CHANGED -> named(number, isOneOf(number) ? " X" : "");
      case ONE_PERCENT_FAILING -> isOneOf(number) ? nameless(number) : named(number, "");
      case ALL_FAILING -> nameless(number);
      case FIRST_LOAD, IDLE -> named(number, "");
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
