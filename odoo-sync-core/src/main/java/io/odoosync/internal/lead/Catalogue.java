package io.odoosync.internal.lead;

import io.odoosync.OdooReference;
import io.odoosync.internal.lead.CrmNames.Found;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.ExternalIdTarget;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The records of one model that a host may name. Read in one call, once a run, and only if it names
 * any.
 */
final class Catalogue {

  /** More than any database has of what is named. */
  private static final Page EVERYTHING = new Page(10_000, 0, "id");

  /** As many as a message can name. */
  private static final int MAX_CANDIDATES = 20;

  private final OdooClient client;
  private final String what;
  private final String model;
  private final Domain domain;
  private final List<String> names;
  private final List<String> fields;
  private final Map<OdooReference, Found> found = new HashMap<>();
  private @Nullable List<OdooRecord> records;

  /**
   * Makes a catalogue; nothing is read yet.
   *
   * @param what what the records are, for messages
   * @param domain which of the model's records
   * @param names the fields that a record may be called by; the first one names it in messages and
   *     must match exactly, the others whatever the case
   * @param more further fields to read
   */
  Catalogue(
      OdooClient client,
      String what,
      String model,
      Domain domain,
      List<String> names,
      String... more) {
    this.client = client;
    this.what = what;
    this.model = model;
    this.domain = domain;
    this.names = names;
    this.fields = new ArrayList<>(names);
    this.fields.addAll(List.of(more));
  }

  List<OdooRecord> records() {
    if (records == null) {
      records = client.searchRead(model, domain, fields, EVERYTHING);
    }
    return records;
  }

  /** Reads the records anew when they are next needed. */
  void forget() {
    records = null;
    found.clear();
  }

  Found find(OdooReference reference) {
    return found.computeIfAbsent(reference, this::search);
  }

  private Found search(OdooReference reference) {
    List<OdooRecord> matching = matching(reference);
    if (matching.size() == 1) {
      return Found.of(matching.get(0).id());
    }
    return Found.not(
        matching.isEmpty()
            ? "Odoo has no " + what + " with " + reference + ". There is: " + listed(records())
            : "Odoo has several "
                + what
                + "s with "
                + reference
                + ": name one by id, of "
                + ids(matching));
  }

  private List<OdooRecord> matching(OdooReference reference) {
    if (reference instanceof OdooReference.ByName byName) {
      return called(byName.name());
    } else if (reference instanceof OdooReference.ById byId) {
      return withId(byId.id());
    }
    return resolved((OdooReference.ByExternalId) reference).map(this::withId).orElse(List.of());
  }

  private List<OdooRecord> called(String name) {
    for (String field : names) {
      boolean exactly = field.equals(names.get(0));
      List<OdooRecord> matching =
          records().stream()
              .filter(
                  record ->
                      record
                          .text(field)
                          .filter(exactly ? name::equals : name::equalsIgnoreCase)
                          .isPresent())
              .toList();
      if (!matching.isEmpty()) {
        return matching;
      }
    }
    return List.of();
  }

  private List<OdooRecord> withId(long id) {
    return records().stream().filter(record -> record.id() == id).toList();
  }

  private Optional<Long> resolved(OdooReference.ByExternalId reference) {
    String[] parts = reference.externalId().split("\\.", 2);
    return client
        .resolveExternalId(parts[0], parts[1])
        .filter(target -> target.model().equals(model))
        .map(ExternalIdTarget::id);
  }

  private String listed(List<OdooRecord> candidates) {
    String listed =
        candidates.stream()
            .limit(MAX_CANDIDATES)
            .map(record -> record.text(names.get(0)).orElse(""))
            .collect(Collectors.joining(", "));
    int more = candidates.size() - MAX_CANDIDATES;
    return candidates.isEmpty() ? "none" : more > 0 ? listed + " and " + more + " more" : listed;
  }

  private static List<Long> ids(List<OdooRecord> records) {
    return records.stream().map(OdooRecord::id).toList();
  }
}
