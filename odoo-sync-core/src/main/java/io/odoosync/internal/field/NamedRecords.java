package io.odoosync.internal.field;

import io.odoosync.OdooReference;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Records of Odoo's configuration, found by what the host calls them: exactly one, or a problem
 * that names the candidates.
 *
 * @param what what they are, for example {@code sale journals of My Company}
 * @param complete whether these are all there are, so that they can be offered as candidates
 * @param all the records in Odoo's order
 */
public record NamedRecords(String what, boolean complete, List<Named> all) {

  /**
   * One of them.
   *
   * @param id its database id
   * @param code its code or internal reference, possibly empty
   * @param name what users read
   * @param externalId with its module, or {@code null} if it has none or was not asked for
   */
  public record Named(long id, String code, String name, @Nullable String externalId) {

    public boolean is(OdooReference reference) {
      if (reference instanceof OdooReference.ById byId) {
        return byId.id() == id;
      } else if (reference instanceof OdooReference.ByName byName) {
        return byName.name().equals(name);
      }
      return ((OdooReference.ByExternalId) reference).externalId().equals(externalId);
    }

    @Override
    public String toString() {
      return (code.isEmpty() ? "" : code + " ") + "'" + name + "' (id " + id + ")";
    }
  }

  /** Copies the records. */
  public NamedRecords {
    all = List.copyOf(all);
  }

  /** None, where nothing can be named. */
  static NamedRecords none(String what) {
    return new NamedRecords(what, true, List.of());
  }

  /** The record with this code. */
  public Optional<Named> withCode(String code, String where, Problems problems) {
    return only(
        named -> named.code().strip().equals(code.strip()), "'" + code + "'", where, problems);
  }

  /** The record with this code, or else with this name. */
  public Optional<Named> withCodeOrName(String text, String where, Problems problems) {
    Predicate<Named> byCode = named -> named.code().equals(text);
    return all.stream().anyMatch(byCode)
        ? only(byCode, "'" + text + "'", where, problems)
        : only(named -> named.name().equals(text), "'" + text + "'", where, problems);
  }

  /** The record that a reference names. */
  public Optional<Named> find(OdooReference reference, String where, Problems problems) {
    return only(named -> named.is(reference), reference.toString(), where, problems);
  }

  private Optional<Named> only(
      Predicate<Named> condition, String text, String where, Problems problems) {
    List<Named> found = all.stream().filter(condition).toList();
    if (found.isEmpty()) {
      problems.unresolved(
          where + " " + text + " is none of the " + what + (complete ? ": " + all : ""),
          "Name one that Odoo has, or add it in Odoo.");
    } else if (found.size() > 1) {
      problems.unresolved(
          where + " " + text + " is ambiguous among the " + what + ": it may be " + found,
          "Give only one of them this name in Odoo, or name another.");
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
