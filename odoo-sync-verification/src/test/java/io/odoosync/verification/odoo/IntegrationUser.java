package io.odoosync.verification.odoo;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import java.util.List;
import java.util.Optional;

/**
 * What Odoo says of the user as whom the engine works.
 *
 * @param client sees that user
 * @param login theirs
 */
public record IntegrationUser(OdooClient client, String login) {

  private static final String USER = "res.users";
  private static final Page ONE = Page.first(1);

  /** The id of their company. */
  public long company() {
    return client
        .searchRead(USER, self(), List.of("company_id"), ONE)
        .get(0)
        .reference("company_id")
        .orElseThrow();
  }

  /** ISO code of the currency in which that keeps its books. */
  public String currency() {
    OdooRecord company =
        client.read("res.company", List.of(company()), List.of("currency_id")).get(0);
    return company
        .reference("currency_id")
        .flatMap(id -> client.read("res.currency", List.of(id), List.of("name")).stream().findAny())
        .flatMap(currency -> currency.text("name"))
        .orElse("");
  }

  /** Whether they are in a group, be it because another one brings it. */
  public boolean isIn(String module, String group) {
    String groups =
        Optional.of("all_group_ids")
            .filter(field -> !client.fieldsGet(USER, List.of(field)).isEmpty())
            .orElse("groups_id");
    return client
        .resolveExternalId(module, group)
        .map(found -> self().and(Domain.field(groups).isIn(List.of(found.id()))))
        .filter(member -> !client.search(USER, member, ONE).isEmpty())
        .isPresent();
  }

  private Domain self() {
    return Domain.field("login").isEqualTo(login);
  }
}
