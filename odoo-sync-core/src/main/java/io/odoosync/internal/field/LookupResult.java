package io.odoosync.internal.field;

import io.odoosync.FailureCause;
import java.util.Optional;

/** What became of looking up a record by what a host calls it. */
public sealed interface LookupResult {

  /** It is this one. */
  record Unique(NamedRecord record) implements LookupResult {}

  /** None in use is called so; the words say which there are. */
  record Unknown(String words) implements LookupResult {}

  /** More than one is called so; the words say which. */
  record Ambiguous(String words) implements LookupResult {}

  /** The record's database id. */
  default Optional<Long> id() {
    return this instanceof Unique unique ? Optional.of(unique.record().id()) : Optional.empty();
  }

  /** Why there is none. */
  default Optional<String> problem() {
    if (this instanceof Unknown unknown) {
      return Optional.of(unknown.words());
    }
    return this instanceof Ambiguous ambiguous ? Optional.of(ambiguous.words()) : Optional.empty();
  }

  /**
   * The record's database id; why there is none goes to {@code problems}.
   *
   * @param where begins the problem
   */
  default Optional<Long> orProblem(String where, Problems problems) {
    return orProblem(where, FailureCause.UNRESOLVED_NAME.advice(), problems);
  }

  /**
   * The record's database id; why there is none goes to {@code problems}.
   *
   * @param where begins the problem
   * @param advice what to do about it
   */
  default Optional<Long> orProblem(String where, String advice, Problems problems) {
    problem().ifPresent(problem -> problems.unresolved(where + problem, advice));
    return id();
  }
}
