package io.odoosync.internal.exchange;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.OdooReference;
import io.odoosync.internal.field.LookupResult;
import io.odoosync.internal.field.NamedModel;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.odoo.Domain;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the engine's options name in Odoo. */
public final class NamedOptions {

  /** Those who may be responsible for a record. */
  public static final NamedModel SALESPERSON =
      NamedModel.of(
              "internal user",
              "res.users",
              "login, e-mail address or name",
              "login",
              "email",
              "name")
          .whateverTheCase()
          .where(Domain.field("share").isEqualTo(false));

  /** Those who sell together. */
  public static final NamedModel SALES_TEAM =
      NamedModel.of("sales team", "crm.team", "name", "name");

  private NamedOptions() {}

  /**
   * Looks up what an option names.
   *
   * @param option the setter, for people: {@code CrmOptions.team}
   * @return nothing if the option is not set
   * @throws RunStoppedException if Odoo has none like it
   */
  public static @Nullable LookupResult find(
      NameDirectory directory, @Nullable OdooReference reference, String option) {
    if (reference == null) {
      return null;
    }
    LookupResult result = directory.find(reference);
    Optional<String> problem = result.problem();
    if (problem.isPresent()) {
      throw new RunStoppedException(
          Failure.of(
              FailureCause.UNRESOLVED_NAME, problem.get(), "Name another with " + option + "(…)."),
          null);
    }
    return result;
  }
}
