package io.odoosync.internal.field;

import io.odoosync.Failure;
import io.odoosync.FieldValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What a record of the host's calls that to which its fields refer in Odoo. A field whose name Odoo
 * does not know now has no value: if the name is as it was when both sides agreed, it is left as it
 * is, else the record can't be sent.
 *
 * @param words the host's words, by field
 * @param unresolved why there is none, of the fields whose name Odoo does not know
 */
public record NamedFields(Map<String, String> words, Map<String, Failure> unresolved) {

  /** For records that name nothing. */
  public static final NamedFields NONE = new NamedFields(Map.of(), Map.of());

  /** Copies both maps and keeps their order. */
  public NamedFields {
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    unresolved = Collections.unmodifiableMap(new LinkedHashMap<>(unresolved));
  }

  /** Those fields that, with their words, do not meet a condition. */
  public NamedFields without(BiPredicate<String, String> condition) {
    Map<String, String> others = new LinkedHashMap<>(words);
    others.entrySet().removeIf(name -> condition.test(name.getKey(), name.getValue()));
    Map<String, Failure> failures = new LinkedHashMap<>(unresolved);
    failures.keySet().retainAll(others.keySet());
    return new NamedFields(others, failures);
  }

  /** Why not all of them can be sent, in one. */
  public Optional<Failure> failure() {
    Problems problems = new Problems();
    unresolved.values().forEach(problems::add);
    return problems.none() ? Optional.empty() : Optional.of(problems.failure());
  }

  /** Collects the names of one record, and the values that they stand for. */
  public static final class Builder {
    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, Failure> unresolved = new LinkedHashMap<>();
    private final FieldValues.Builder values;

    /**
     * Starts with none.
     *
     * @param values takes the values
     */
    public Builder(FieldValues.Builder values) {
      this.values = values;
    }

    /**
     * Names what a field refers to.
     *
     * @param name the host's words
     * @param found what was found under them
     */
    public void set(String field, String name, LookupResult found) {
      Problems problems = new Problems();
      Optional<Long> id = found.orProblem("", problems);
      set(field, name, FieldValue.referenceTo(id.orElse(null)), problems);
    }

    /**
     * Names what a field refers to.
     *
     * @param name the host's words
     * @param value what they stand for
     * @param problems why they stand for nothing, if they do not
     */
    public void set(String field, String name, FieldValue value, Problems problems) {
      words.put(field, name);
      if (problems.none()) {
        values.set(field, value);
      } else {
        unresolved.put(field, problems.failure());
      }
    }

    /** The names so far. */
    public NamedFields build() {
      return new NamedFields(words, unresolved);
    }
  }
}
