package io.odoosync.internal.compare;

import io.odoosync.EntityType;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.NamedFields;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides what to do about one record that is kept in step. Pure: it looks at what the host has,
 * what Odoo has, and what both last agreed on (the base), and writes nothing.
 *
 * <table>
 * <caption>Records</caption>
 * <tr><th>link</th><th>mapping</th><th>in Odoo</th><th>decision</th></tr>
 * <tr><td>any</td><td>rejected, blocked, misfit</td><td></td><td>reject, block, misfit</td></tr>
 * <tr><td>none, no id from the host</td><td>mapped</td><td></td><td>create</td></tr>
 * <tr><td>there, or id from the host</td><td>mapped</td><td>no</td><td>gone</td></tr>
 * <tr><td>of a guest</td><td>as sent</td><td>yes</td><td>nothing</td></tr>
 * <tr><td>of a guest</td><td>changed</td><td>yes</td><td>not sent</td></tr>
 * <tr><td>there, or id from the host</td><td>mapped</td><td>yes</td><td>by field, below</td></tr>
 * </table>
 *
 * <table>
 * <caption>Fields of a record that both sides have</caption>
 * <tr><th>agreed before</th><th>local</th><th>Odoo</th><th>then</th><th>base</th></tr>
 * <tr><td>yes</td><td>as agreed</td><td>as agreed</td><td>nothing</td><td>stays</td></tr>
 * <tr><td>yes</td><td>changed</td><td>as agreed</td><td>push</td><td>moves</td></tr>
 * <tr><td>yes</td><td>as agreed</td><td>changed</td>
 *     <td>pull if the policy pulls the field and the host can hold it, else left</td>
 *     <td>moves if pulled</td></tr>
 * <tr><td>yes</td><td>changed</td><td>changed to the same</td><td>nothing</td><td>moves</td></tr>
 * <tr><td>yes</td><td>changed</td><td>changed otherwise</td><td>conflict</td>
 *     <td>by its resolution</td></tr>
 * <tr><td>no</td><td>any</td><td>the same</td><td>nothing</td><td>moves</td></tr>
 * <tr><td>no</td><td>filled</td><td>blank</td><td>push</td><td>moves</td></tr>
 * <tr><td>no</td><td>blank</td><td>filled</td>
 *     <td>pull if the policy pulls the field and the host can hold it, else left</td>
 *     <td>moves if pulled</td></tr>
 * <tr><td>no</td><td>filled</td><td>filled otherwise</td><td>conflict</td>
 *     <td>by its resolution</td></tr>
 * <tr><td>as is</td><td>any</td><td>any</td><td>nothing</td><td>moves</td></tr>
 * <tr><td>pulled, not seen yet</td><td>as pulled</td><td>any</td>
 *     <td>as if agreed before</td><td>forgets the doubt</td></tr>
 * <tr><td>pulled, not seen yet</td><td>as before the pull</td><td>any other</td>
 *     <td>pull again and tell; left if the policy does not pull it any more</td>
 *     <td>moves if pulled</td></tr>
 * <tr><td>pulled, not seen yet</td><td>a third value</td><td>any</td>
 *     <td>as if agreed before; never agreed if another field is as before its pull</td>
 *     <td>by that row</td></tr>
 * </table>
 *
 * <table>
 * <caption>Conflicts</caption>
 * <tr><th>resolution</th><th>then</th><th>winner</th><th>base</th></tr>
 * <tr><td>take local</td><td>push</td><td>local</td><td>moves</td></tr>
 * <tr><td>take Odoo's</td><td>pull</td><td>Odoo</td><td>moves</td></tr>
 * <tr><td>take Odoo's, which the host can't hold</td><td>nothing</td><td>manual</td>
 *     <td>stays</td></tr>
 * <tr><td>take a third value</td><td>push and pull</td><td>merged</td><td>moves</td></tr>
 * <tr><td>take a third value, which the host can't hold</td><td>nothing</td><td>manual</td>
 *     <td>stays</td></tr>
 * <tr><td>take a value that one side has</td><td>as if that side was taken</td><td>that side</td>
 *     <td>moves</td></tr>
 * <tr><td>leave</td><td>nothing</td><td>manual</td><td>stays</td></tr>
 * <tr><td>the policy throws</td><td colspan="3">the record is rejected</td></tr>
 * </table>
 *
 * <p>The base of a field moves only when both sides hold the same; so a change that was left, a
 * conflict that nobody settled and a write that failed are seen again by the next run, and a later
 * change by the host can't overwrite silently what was left in Odoo. A field is decided by itself,
 * whatever the others' order.
 *
 * <p>Of a field that the record only shares with another one in Odoo ({@link Sharing}), and where
 * records are only linked, what would be written is not: people are told, and the base stays.
 *
 * <p>A reference to another record of the host, such as a travel's customer, is compared by its
 * database id; one that is only planned is like no other. The host can't hold another one: it is
 * pushed or left.
 */
public final class Planner {

  private final EntityType type;
  private final ModelFields fields;
  private final Set<String> pullable;
  private final ConflictPolicy policy;
  private final Sharing sharing;
  private final boolean linksOnly;
  private final Set<String> required;

  /**
   * Makes a planner for one kind of record.
   *
   * @param fields the fields of the model, so that values can be compared by their type
   * @param pullable the fields that the mapper maps back
   */
  public Planner(EntityType type, ModelFields fields, Set<String> pullable, ConflictPolicy policy) {
    this(type, fields, pullable, policy, Sharing.NOTHING, false, Set.of());
  }

  /** Makes a planner for one kind of record that makes sense without any field. */
  public Planner(
      EntityType type,
      ModelFields fields,
      Set<String> pullable,
      ConflictPolicy policy,
      Sharing sharing,
      boolean linksOnly) {
    this(type, fields, pullable, policy, sharing, linksOnly, Set.of());
  }

  /**
   * Makes a planner for one kind of record.
   *
   * @param sharing tells which fields a record only shares
   * @param linksOnly whether records are only linked: no value is written in either direction, and
   *     what would be is told as a conflict that is left to people
   * @param required the fields without which the host's record makes no sense
   */
  public Planner(
      EntityType type,
      ModelFields fields,
      Set<String> pullable,
      ConflictPolicy policy,
      Sharing sharing,
      boolean linksOnly,
      Collection<String> required) {
    this.type = type;
    this.fields = fields;
    this.pullable = new LinkedHashSet<>(pullable);
    this.policy = policy;
    this.sharing = sharing;
    this.linksOnly = linksOnly;
    this.required = Set.copyOf(required);
  }

  /**
   * Decides.
   *
   * @param source the local record
   * @param link what the id store knows; never pending
   * @param mapping what the record maps to
   * @param odoo what Odoo has under the link's id, else the host's; all mapped fields, or {@code
   *     null} if it has no such record or there is no id
   */
  public Decision decide(
      SourceRecord source, @Nullable Link link, Mapping mapping, @Nullable OdooValues odoo) {
    return unmapped(mapping).orElseGet(() -> mapped(source, link, (Mapping.Mapped) mapping, odoo));
  }

  /** The decision about a record that could not be mapped. */
  public static Optional<Decision> unmapped(Mapping mapping) {
    if (mapping instanceof Mapping.Rejected rejected) {
      return Optional.of(new Decision.Reject(rejected.failure()));
    } else if (mapping instanceof Mapping.Blocked blocked) {
      return Optional.of(new Decision.Block(blocked.reason()));
    } else if (mapping instanceof Mapping.Misfit misfit) {
      return Optional.of(new Decision.Misfit(misfit.failure()));
    }
    return Optional.empty();
  }

  private Decision mapped(
      SourceRecord source, @Nullable Link link, Mapping.Mapped mapped, @Nullable OdooValues odoo) {
    Long odooId = odooId(source, link);
    if (odooId == null) {
      return refused(mapped, Base.nothing())
          .orElseGet(() -> new Decision.Create(mapped, Base.of(mapped)));
    } else if (odoo == null) {
      return refused(mapped, Base.nothing()).orElseGet(() -> new Decision.Gone(odooId, mapped));
    }
    Base base = Base.parse(link == null ? null : link.base());
    if (base.isGuest()) {
      return guest(odooId, mapped, base);
    }
    return refused(mapped, base).orElseGet(() -> compared(source, odooId, mapped, base, odoo));
  }

  private Decision compared(
      SourceRecord source, long odooId, Mapping.Mapped mapped, Base base, OdooValues odoo) {
    Map<String, String> owners = owners(mapped, odoo);
    Decision decision =
        new RecordComparison(
                type,
                source,
                odooId,
                fields,
                policy,
                canPull(source, mapped),
                owners,
                linksOnly,
                required)
            .decide(mapped, base, odoo);
    return decision instanceof Decision.Update update ? complete(update, odoo.record()) : decision;
  }

  private Decision complete(Decision.Update update, @Nullable OdooRecord record) {
    FieldValues givenUp =
        record == null ? FieldValues.builder().build() : sharing.givenUp(record, update.push());
    return givenUp.isEmpty() ? update : update.givingUp(givenUp);
  }

  private Map<String, String> owners(Mapping.Mapped mapped, OdooValues odoo) {
    return odoo.record() == null ? Map.of() : sharing.owners(odoo.record(), mapped.fields());
  }

  /** What Odoo has no name for stays as it was agreed, unless the host calls it otherwise now. */
  private static Optional<Decision> refused(Mapping.Mapped mapped, Base base) {
    NamedFields names = mapped.names().without(base::wasNamed);
    return names.failure().map(Decision.Reject::new);
  }

  /** Odoo's record is kept in step with another one of the host's; this one is only looked at. */
  private static Decision guest(long odooId, Mapping.Mapped mapped, Base base) {
    if (base.hasFields() && !base.wasSentAs(mapped.fields())) {
      return new Decision.NotSent(odooId);
    }
    Base now = base.hasFields() ? base : Base.of(mapped).asGuest();
    return new Decision.Keep(odooId, Set.of(), now.agreesWith(base) ? null : now);
  }

  /** The record's id in Odoo; the link's counts before the host's. */
  public static @Nullable Long odooId(SourceRecord source, @Nullable Link link) {
    return link == null ? source.odooId() : link.odooId();
  }

  private Predicate<String> canPull(SourceRecord source, Mapping.Mapped mapped) {
    return field ->
        !mapped.custom().contains(field)
            && (pullable.contains(field) || source.extra().containsKey(field));
  }
}
