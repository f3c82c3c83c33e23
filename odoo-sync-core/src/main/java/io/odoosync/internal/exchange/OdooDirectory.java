package io.odoosync.internal.exchange;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.OdooValue;
import io.odoosync.odoo.Page;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads from Odoo what all kinds need to know of the server: models, rights, the user's company. A
 * few calls a run, however many records there are, all before the first write.
 */
public final class OdooDirectory {

  private static final String GROUPS = "groups_id";
  private static final String GROUPS_SINCE_19 = "all_group_ids";

  private final OdooClient client;
  private final ServerFields models;
  private @Nullable OdooRecord company;

  /**
   * Asks with the calls of one run.
   *
   * @param models the fields of the server's models
   */
  public OdooDirectory(OdooClient client, ServerFields models) {
    this.client = client;
    this.models = models;
  }

  /**
   * All fields of a model, after checking that it is there and that the user may create and write
   * its records.
   *
   * @param required the fields without which nothing can be synced
   * @param open the fields that are taken although they may be called read-only
   * @param right what gives these rights in Odoo, in its words
   */
  public ModelFields usableModel(
      String model, List<String> required, Set<String> open, String right) {
    ModelFields known = fields(model).taking(open);
    // To somebody without rights Odoo calls all fields read-only.
    for (String operation : List.of("create", "write")) {
      if (!mayUse(model, operation)) {
        throw stop(
            FailureCause.MISSING_RIGHT,
            model,
            "the integration user has no right to " + operation + " " + model + " in Odoo",
            "Grant it '" + right + "'.");
      }
    }
    List<String> absent = required.stream().filter(field -> !known.takes(field)).toList();
    if (!absent.isEmpty()) {
      throw stop(
          FailureCause.MISSING_IN_ODOO,
          model,
          "Odoo's model " + model + " has no " + absent + " that the integration user may fill in",
          "Sync with an Odoo that has them, or let the integration user see and write them.");
    }
    return known;
  }

  private ModelFields fields(String model) {
    try {
      return models.of(model);
    } catch (OdooRequestException e) {
      if (e.isForSize()) {
        throw e;
      }
      throw new RunStoppedException(
          Failure.of(
                  FailureCause.MISSING_IN_ODOO,
                  e.getMessage(),
                  "Install the Odoo app that brings the model " + model + ".")
              .onModel(model),
          e);
    }
  }

  /** Asked for by its current name, else by the one that Odoo 17 and earlier know. */
  private boolean mayUse(String model, String operation) {
    MethodCall current =
        MethodCall.of(model, "has_access").ids(List.of()).argument("operation", operation);
    MethodCall older =
        MethodCall.of(model, "check_access_rights")
            .argument("operation", operation)
            .argument("raise_exception", false);
    return answer(current).or(() -> answer(older)).orElseThrow(() -> untellable(model));
  }

  /** Nothing if the server has no such method. */
  private Optional<Boolean> answer(MethodCall question) {
    try {
      return Optional.of(client.call(question.safeToRepeat()).flag().orElse(false));
    } catch (OdooRequestException e) {
      if (!e.isForAbsence()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static OdooRequestException untellable(String model) {
    return new OdooRequestException(
        OdooRequestException.Fault.ABSENT,
        model
            + ": this Odoo has neither has_access nor check_access_rights, to ask for rights with",
        null);
  }

  /** Whether the user is in a group, be it because another one brings it. */
  public boolean isInGroup(String module, String name) {
    String groups = fields("res.users").has(GROUPS) ? GROUPS : GROUPS_SINCE_19;
    return client
        .resolveExternalId(module, name)
        .map(group -> self().and(Domain.field(groups).isIn(List.of(group.id()))))
        .filter(member -> client.searchCount("res.users", member) > 0)
        .isPresent();
  }

  /** ISO code of the currency of the user's company. */
  public String companyCurrency() {
    return referred(company(), "currency_id", "res.currency", List.of("name"))
        .text("name")
        .orElse("");
  }

  /** The database id of the user, if Odoo tells it. */
  public Optional<Long> userId() {
    Optional<Long> told = client.call(MethodCall.of("res.users", "context_get")).get("uid").whole();
    String login = client.connection().login();
    if (told.isPresent() || login == null) {
      return told;
    }
    Domain self = Domain.field("login").isEqualTo(login);
    return client.search("res.users", self, Page.first(1)).stream().findFirst();
  }

  /** The database id of the user's company. */
  public long companyId() {
    return company().id();
  }

  private OdooRecord company() {
    if (company == null) {
      company = readCompany();
    }
    return company;
  }

  private OdooRecord readCompany() {
    List<OdooRecord> user =
        client.searchRead("res.users", self(), List.of("company_id"), Page.first(1));
    if (user.isEmpty()) {
      throw stop(
          FailureCause.MISSING_RIGHT,
          "res.users",
          "Odoo does not show the integration user its own account",
          "Look at its access rights.");
    }
    return referred(user.get(0), "company_id", "res.company", List.of("currency_id"));
  }

  /** Reads the record that a field points to; a field that Odoo itself requires. */
  private OdooRecord referred(OdooRecord from, String field, String model, List<String> fields) {
    return from.reference(field)
        .flatMap(id -> client.read(model, List.of(id), fields).stream().findFirst())
        .orElseThrow(
            () ->
                stop(
                    FailureCause.MISSING_RIGHT,
                    model,
                    "Odoo does not show the integration user its " + model + " (" + field + ")",
                    "Look at its access rights and its company."));
  }

  /** Odoo 14 does not tell the user's id, but there the login is known. */
  private Domain self() {
    OdooValue user = client.call(MethodCall.of("res.users", "context_get")).get("uid");
    return user.whole().isPresent()
        ? Domain.field("id").isEqualTo(user)
        : Domain.field("login").isEqualTo(Objects.requireNonNull(client.connection().login()));
  }

  private static RunStoppedException stop(
      FailureCause cause, String model, String reason, String advice) {
    return new RunStoppedException(Failure.of(cause, reason, advice).onModel(model), null);
  }
}
