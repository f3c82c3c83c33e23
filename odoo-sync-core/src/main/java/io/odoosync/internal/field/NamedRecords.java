package io.odoosync.internal.field;

import io.odoosync.OdooReference;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.OdooRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records of one kind that hosts may name, and how one of them is found. The rule is that of {@link
 * OdooReference}; there is no other.
 */
public final class NamedRecords {

  /** As many as a message can name. */
  private static final int MAX_CANDIDATES = 20;

  private final NamedModel model;
  private final List<NamedRecord> inUse;
  private final Map<String, Long> externalIds;
  private final long total;
  private final NameIndex index;
  private final NameIndex archive;

  /**
   * Takes what was read.
   *
   * @param inUse the records in Odoo's order
   * @param archived the archived ones, as far as they were looked for
   * @param externalIds ids by external id, as far as they were looked for
   * @param total how many are in use in Odoo, if that is more than were read
   */
  public NamedRecords(
      NamedModel model,
      List<NamedRecord> inUse,
      List<NamedRecord> archived,
      Map<String, Long> externalIds,
      long total) {
    this.model = model;
    this.inUse = List.copyOf(inUse);
    this.externalIds = Map.copyOf(externalIds);
    this.total = Math.max(total, inUse.size());
    this.index = new NameIndex(model, inUse);
    this.archive = new NameIndex(model, archived);
  }

  /** Records that are all there are. */
  public static NamedRecords all(NamedModel model, List<NamedRecord> inUse) {
    return new NamedRecords(model, inUse, List.of(), Map.of(), inUse.size());
  }

  /** Takes records as Odoo returned them. */
  public static List<NamedRecord> read(NamedModel model, Collection<OdooRecord> records) {
    try {
      return records.stream().map(record -> NamedRecord.of(record, model)).toList();
    } catch (OdooOutcomeUnknownException e) {
      throw OdooOutcomeUnknownException.ofReading(model.model() + ", " + e.getMessage(), e);
    }
  }

  /** The records in Odoo's order, without archived ones. */
  public List<NamedRecord> inUse() {
    return inUse;
  }

  /** What one of them is, for messages. */
  public String what() {
    return model.what();
  }

  /** The record with this id, if it is in use. */
  public Optional<NamedRecord> withId(long id) {
    return index.withId(id).stream().findFirst();
  }

  /** The record that is called so. */
  public LookupResult find(String text) {
    return result(List.of(OdooReference.name(text)), "");
  }

  /** The record that a reference names. */
  public LookupResult find(OdooReference reference) {
    return first(List.of(reference));
  }

  /** The record that the first of these references names that names any. */
  public LookupResult first(List<OdooReference> references) {
    return result(references, "; name one by id");
  }

  private LookupResult result(List<OdooReference> references, String advice) {
    for (OdooReference reference : references) {
      List<NamedRecord> found = named(index, reference);
      if (!found.isEmpty()) {
        return only(found, words(reference), advice);
      }
    }
    List<NamedRecord> gone = new ArrayList<>();
    references.forEach(reference -> gone.addAll(named(archive, reference)));
    String words = references.stream().map(this::words).collect(Collectors.joining(" or "));
    return gone.isEmpty() ? unknown(words) : gone(gone, words);
  }

  /**
   * The only one of these records, which have been found by something else than a name.
   *
   * @param words what they were found by: {@code rate 20 %}
   */
  public LookupResult only(List<NamedRecord> found, String words) {
    return found.isEmpty() ? unknown(words) : only(found, words, "");
  }

  private LookupResult only(List<NamedRecord> found, String words, String advice) {
    return found.size() == 1
        ? new LookupResult.Unique(found.get(0))
        : new LookupResult.Ambiguous(
            "Odoo has more than one "
                + model.what()
                + " with "
                + words
                + ": "
                + apart(found)
                + advice);
  }

  /** Those that have the same name are listed with their external ids, as far as they are known. */
  private String apart(List<NamedRecord> found) {
    Map<Long, String> known = new HashMap<>();
    if (found.stream().map(NamedRecord::name).distinct().count() < found.size()) {
      externalIds.forEach((externalId, id) -> known.put(id, externalId));
    }
    List<NamedRecord> some = found.subList(0, Math.min(found.size(), MAX_CANDIDATES));
    return some.stream()
            .map(record -> apart(record, known.get(record.id())))
            .collect(Collectors.joining(", "))
        + more(some.size(), found.size());
  }

  private static String apart(NamedRecord record, @Nullable String externalId) {
    return externalId == null ? record.toString() : record.withExternalId(externalId);
  }

  /** The ids of the records in use that another one has the name of. */
  public Set<Long> namesakes() {
    Map<String, List<Long>> byName = new HashMap<>();
    inUse.forEach(
        record ->
            byName.computeIfAbsent(record.name(), name -> new ArrayList<>()).add(record.id()));
    return byName.values().stream()
        .filter(ids -> ids.size() > 1)
        .flatMap(List::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private LookupResult unknown(String words) {
    String none = "Odoo has no " + model.what() + " with " + words;
    return new LookupResult.Unknown(
        total == 0 ? none + ", nor any other" : none + ". It has: " + listed(inUse, total));
  }

  private LookupResult gone(List<NamedRecord> gone, String words) {
    return new LookupResult.Unknown(
        "Odoo has archived the "
            + model.what()
            + " with "
            + words
            + ": "
            + listed(gone, gone.size()));
  }

  private List<NamedRecord> named(NameIndex among, OdooReference reference) {
    if (reference instanceof OdooReference.ByName byName) {
      return among.called(byName.name());
    } else if (reference instanceof OdooReference.ById byId) {
      return among.withId(byId.id());
    }
    Long id = externalIds.get(((OdooReference.ByExternalId) reference).externalId());
    return id == null ? List.of() : among.withId(id);
  }

  private String words(OdooReference reference) {
    return reference instanceof OdooReference.ByName byName
        ? model.called() + " '" + byName.name().strip() + "'"
        : reference.toString();
  }

  private static String listed(List<NamedRecord> records, long total) {
    List<NamedRecord> some = records.subList(0, Math.min(records.size(), MAX_CANDIDATES));
    String listed = some.stream().map(NamedRecord::toString).collect(Collectors.joining(", "));
    return listed + more(some.size(), total);
  }

  private static String more(int some, long total) {
    return total > some ? " and " + (total - some) + " more" : "";
  }
}
