package io.odoosync.internal.compare;

import io.odoosync.FieldValue;
import io.odoosync.internal.field.Encoding;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.OdooValues;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The state that the sync last agreed on with Odoo, as the link remembers it: each field with the
 * cell that the host's record gave and the one that Odoo had then. Both are kept because Odoo
 * rewrites what it stores; a field has changed on a side if that side's cell is another now.
 *
 * <p>A field that is not in it was never agreed on. A base "as is" says the opposite of all fields:
 * whatever the two sides hold when they are next compared counts as agreed.
 *
 * <p>What the host calls that to which a field refers is kept along, so that a name which Odoo no
 * longer has can be told from one that the host has changed.
 *
 * <p>Of fields that the host took from Odoo it remembers what the host had before, until the host's
 * record was seen with what it took: a host that did not store it, or rolled it back, must not be
 * taken for one that changed it.
 *
 * <p>Of fields that the server does not take any more it keeps what was agreed. Should they come
 * back, then empty, as those of an app that is installed again, nobody has cleared them.
 *
 * <p>Of fields that Odoo shares with another record it remembers what was told of them, so that the
 * same is not told again.
 *
 * <p>Of a record that is sent once and then left, it remembers the fingerprint of what was sent.
 */
public final class Base {

  private static final Base NOTHING = new Base(new BaseDraft());

  private final Map<String, Agreed> fields;
  private final Map<String, String> names;
  private final Map<String, Agreed> told;
  private final Map<String, String> pulled;
  private final Set<String> absent;
  private final @Nullable Instant writeDate;
  private final @Nullable String document;
  private final boolean asIs;
  private final boolean guest;
  private final @Nullable MappedFrom mappedFrom;

  Base(BaseDraft draft) {
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(draft.fields));
    this.told = Collections.unmodifiableMap(new LinkedHashMap<>(draft.told));
    this.names = Collections.unmodifiableMap(new TreeMap<>(draft.names));
    this.pulled = Collections.unmodifiableMap(new TreeMap<>(draft.pulled));
    this.absent = Collections.unmodifiableSet(new TreeSet<>(draft.absent));
    this.writeDate = draft.writeDate;
    this.document = draft.document;
    this.asIs = draft.asIs;
    this.guest = draft.guest;
    this.mappedFrom = draft.mappedFrom;
  }

  private Base changed(Consumer<BaseDraft> change) {
    BaseDraft draft = draft();
    change.accept(draft);
    return new Base(draft);
  }

  /** All of it, to be changed or written down. */
  BaseDraft draft() {
    BaseDraft draft = new BaseDraft();
    draft.fields = fields;
    draft.told = told;
    draft.names = names;
    draft.pulled = pulled;
    draft.absent = absent;
    draft.writeDate = writeDate;
    draft.document = document;
    draft.asIs = asIs;
    draft.guest = guest;
    draft.mappedFrom = mappedFrom;
    return draft;
  }

  /**
   * A field on which both sides agreed.
   *
   * @param sent the cell that the host's record gave
   * @param read the cell that Odoo had; as sent while it was not read back
   */
  public record Agreed(String sent, String read) {}

  /** Nothing was agreed: host and Odoo had the record each by itself. */
  public static Base nothing() {
    return NOTHING;
  }

  /** Whatever both sides hold when they are next compared counts as agreed. */
  public static Base asIs() {
    return NOTHING.changed(draft -> draft.asIs = true);
  }

  /** The base of a record that is sent with these values, while Odoo's answer is not known. */
  public static Base of(FieldValues values) {
    Map<String, Agreed> fields = new LinkedHashMap<>();
    values.byField().forEach((field, value) -> fields.put(field, agreed(value, value)));
    return NOTHING.changed(draft -> draft.fields = fields);
  }

  /** The base of a record that is sent like this, while Odoo's answer is not known. */
  public static Base of(Mapping.Mapped sent) {
    return of(sent.fields()).naming(sent);
  }

  /** This base once the record that was sent has been read back. */
  public Base readBack(OdooValues read) {
    Map<String, Agreed> known = new LinkedHashMap<>(fields);
    read.values()
        .byField()
        .forEach(
            (field, value) ->
                known.computeIfPresent(
                    field, (name, agreed) -> new Agreed(agreed.sent(), Encoding.cell(value))));
    return changed(
        draft -> {
          draft.fields = known;
          draft.writeDate = read.writeDate();
        });
  }

  /** This base with one more field agreed, or agreed anew. */
  Base with(String field, FieldValue local, FieldValue odoo) {
    Map<String, Agreed> more = new LinkedHashMap<>(fields);
    more.put(field, agreed(local, odoo));
    return changed(
        draft -> {
          draft.fields = more;
          draft.pulled = without(pulled, Set.of(field));
          draft.absent = without(absent, Set.of(field));
          draft.asIs = false;
        });
  }

  /**
   * This base with one more field that the host took from Odoo.
   *
   * @param before what it had
   * @param local what it has now, if it stored it
   */
  Base pulling(String field, FieldValue before, FieldValue local, FieldValue odoo) {
    Base agreed = with(field, local, odoo);
    String cell = Encoding.cell(before);
    if (cell.equals(Encoding.cell(local))) {
      return agreed;
    }
    Map<String, String> more = new TreeMap<>(agreed.pulled);
    more.put(field, cell);
    return agreed.changed(draft -> draft.pulled = more);
  }

  /** This base once the host's record was seen like this: what it took and has is not in doubt. */
  Base seen(FieldValues local) {
    Set<String> stored = new TreeSet<>(pulled.keySet());
    stored.removeIf(field -> !local.has(field) || !wasSent(field, local.get(field)));
    return stored.isEmpty() ? this : changed(draft -> draft.pulled = without(pulled, stored));
  }

  /**
   * The fields that the host took from Odoo and has again as before: it did not store them, or
   * rolled them back.
   */
  Set<String> undone(FieldValues local) {
    Set<String> undone = new TreeSet<>(pulled.keySet());
    undone.removeIf(
        field -> !local.has(field) || !Encoding.cell(local.get(field)).equals(pulled.get(field)));
    return undone;
  }

  /** Whether the host took the field from Odoo, and has neither that nor what it had before. */
  boolean isInDoubt(String field, FieldValue local) {
    return pulled.containsKey(field)
        && !Encoding.cell(local).equals(pulled.get(field))
        && !wasSent(field, local);
  }

  /**
   * This base once a server was seen that does not take some of the fields: what was agreed on them
   * is kept for the time when it takes them again.
   *
   * @param untaken the fields that it does not take
   * @return this one if all of that is known
   */
  public Base lacking(Set<String> untaken) {
    Set<String> all = new TreeSet<>(untaken);
    all.retainAll(fields.keySet());
    all.addAll(absent);
    return all.equals(absent) ? this : changed(draft -> draft.absent = all);
  }

  /** This base once these fields were compared: from now on, what becomes of them is an edit. */
  Base compared(Set<String> names) {
    Set<String> left = without(absent, names);
    return left.equals(absent) ? this : changed(draft -> draft.absent = left);
  }

  /** Whether the server did not take this field when the two sides were compared last. */
  boolean wasAbsent(String field) {
    return absent.contains(field);
  }

  /** The fields on which something was agreed. */
  public Set<String> fields() {
    return fields.keySet();
  }

  /**
   * This base for a server on which some text fields hold html by now: what was agreed as plain
   * text is marked up, as the host's text is and as Odoo's upgrade has done with what it had.
   *
   * @return this one if there is nothing of the kind
   */
  public Base inTermsOf(ModelFields server) {
    Map<String, Agreed> all = MarkedUp.of(fields, server);
    return all.equals(fields) ? this : changed(draft -> draft.fields = all);
  }

  private static Set<String> without(Set<String> all, Set<String> gone) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(gone);
    return rest;
  }

  private static <V> Map<String, V> without(Map<String, V> all, Set<String> gone) {
    Map<String, V> rest = new LinkedHashMap<>(all);
    rest.keySet().removeAll(gone);
    return rest;
  }

  /** This base with what the host calls that on which both sides agree by now. */
  Base naming(Mapping.Mapped local) {
    Map<String, String> all = new TreeMap<>(names);
    local
        .names()
        .words()
        .forEach(
            (field, words) -> {
              if (wasSent(field, local.fields().get(field))) {
                all.put(field, words);
              }
            });
    return changed(draft -> draft.names = all);
  }

  private boolean wasSent(String field, FieldValue value) {
    return field(field).filter(agreed -> agreed.sent().equals(Encoding.cell(value))).isPresent();
  }

  /** Whether the host called it so when both sides agreed on the field. */
  public boolean wasNamed(String field, String words) {
    return words.equals(names.get(field));
  }

  /** The same as host or Odoo, of a record that Odoo keeps for another one of the host's too. */
  public Base asGuest() {
    return changed(draft -> draft.guest = true);
  }

  /** The same of a record that has Odoo's for itself again. */
  public Base asOwner() {
    return changed(draft -> draft.guest = false);
  }

  /**
   * Whether Odoo's record is another one's of the host's, which alone is kept in step with it: the
   * two were merged in Odoo.
   */
  public boolean isGuest() {
    return guest;
  }

  /** This base as if these fields had never been agreed on. */
  Base without(Set<String> gone) {
    return changed(
        draft -> {
          draft.fields = without(fields, gone);
          draft.pulled = without(pulled, gone);
          draft.absent = without(absent, gone);
        });
  }

  /** This base once people were told that the two sides hold this and will not be made equal. */
  Base telling(String field, FieldValue local, FieldValue odoo) {
    Map<String, Agreed> more = new LinkedHashMap<>(told);
    more.put(field, agreed(local, odoo));
    return changed(draft -> draft.told = more);
  }

  /** Whether people were told already that the two sides hold this. */
  boolean hasTold(String field, FieldValue local, FieldValue odoo) {
    return agreed(local, odoo).equals(told.get(field));
  }

  private static Agreed agreed(FieldValue local, FieldValue odoo) {
    return new Agreed(Encoding.cell(local), Encoding.cell(odoo));
  }

  /** This base with the time at which Odoo wrote the record. */
  Base writtenAt(@Nullable Instant time) {
    return changed(draft -> draft.writeDate = time);
  }

  /**
   * This base once the sync itself has written to the record again, but none of what was agreed on:
   * if Odoo still holds all of that, with the time of the later write.
   */
  public Base writtenAgain(OdooValues now) {
    boolean isAsAgreed =
        writeDate != null
            && fields.entrySet().stream()
                .filter(field -> !absent.contains(field.getKey()))
                .allMatch(field -> holds(now.values(), field.getKey(), field.getValue()));
    return isAsAgreed ? writtenAt(now.writeDate()) : this;
  }

  private static boolean holds(FieldValues odoo, String name, Agreed agreed) {
    return odoo.has(name) && agreed.read().equals(Encoding.cell(odoo.get(name)));
  }

  /** This base of a record that is sent once, with its fingerprint. */
  public Base ofDocument(String fingerprint) {
    return changed(draft -> draft.document = fingerprint);
  }

  /** This base with what the host's record was and what it mapped to. */
  public Base mappedFrom(MappedFrom now) {
    return changed(draft -> draft.mappedFrom = now);
  }

  /** This base with what another one says of the host's record. */
  public Base mappedFromOf(Base other) {
    return changed(draft -> draft.mappedFrom = other.mappedFrom);
  }

  /** What the host's record was when it was last mapped, if it is known. */
  public Optional<MappedFrom> mappedFrom() {
    return Optional.ofNullable(mappedFrom);
  }

  /** Whether nothing was agreed, so that whatever differs is yet to be settled. */
  public boolean isNothing() {
    return fields.isEmpty() && !asIs;
  }

  /** The fingerprint of what was sent once, if it is known. */
  public Optional<String> document() {
    return Optional.ofNullable(document);
  }

  /**
   * Odoo's {@code write_date} when all fields were last known to hold in Odoo what was agreed on,
   * if it is known. Whatever is different now was changed later.
   */
  public Optional<Instant> writeDate() {
    return Optional.ofNullable(writeDate);
  }

  /** Whether whatever both sides hold now counts as agreed. */
  public boolean isAsIs() {
    return asIs;
  }

  /** Whether a base in the form in which the id store keeps it is a guest's. */
  public static boolean isGuest(@Nullable String text) {
    return text != null && text.contains(BaseText.GUEST) && parse(text).isGuest();
  }

  boolean hasFields() {
    return !fields.isEmpty();
  }

  /** What was agreed on a field; nothing if nothing was. */
  public Optional<Agreed> field(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  /** Whether the host's record still maps to what was sent; of fields never agreed on, yes. */
  public boolean wasSentAs(FieldValues local) {
    return local.byField().entrySet().stream()
        .allMatch(
            value ->
                !fields.containsKey(value.getKey()) || wasSent(value.getKey(), value.getValue()));
  }

  /**
   * Whether Odoo still holds what was agreed in one of these fields, at least: it tells nothing of
   * fields that were blank.
   */
  public boolean recognizes(FieldValues odoo, Collection<String> names) {
    return names.stream()
        .filter(odoo::has)
        .anyMatch(
            name ->
                field(name)
                    .map(Agreed::read)
                    .filter(read -> !read.isEmpty() && read.equals(Encoding.cell(odoo.get(name))))
                    .isPresent());
  }

  /** Whether the same is agreed, whenever Odoo wrote the record. */
  boolean agreesWith(Base other) {
    return fields.equals(other.fields)
        && told.equals(other.told)
        && names.equals(other.names)
        && pulled.equals(other.pulled)
        && absent.equals(other.absent)
        && asIs == other.asIs
        && guest == other.guest;
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @param text {@code null} if nothing was agreed yet
   * @throws IllegalStateException if it is something else
   */
  public static Base parse(@Nullable String text) {
    return text == null ? NOTHING : BaseText.parse(text);
  }

  /** The form in which the id store keeps it. Odoo's cells are left out where they are as sent. */
  public String text() {
    return BaseText.of(draft());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Base base
        && fields.equals(base.fields)
        && Objects.equals(writeDate, base.writeDate)
        && Objects.equals(mappedFrom, base.mappedFrom)
        && Objects.equals(document, base.document)
        && told.equals(base.told)
        && names.equals(base.names)
        && pulled.equals(base.pulled)
        && absent.equals(base.absent)
        && asIs == base.asIs
        && guest == base.guest;
  }

  @Override
  public int hashCode() {
    return Objects.hash(fields, writeDate, mappedFrom, document, asIs, guest);
  }

  /** Only the fields' names: values do not belong in logs. */
  @Override
  public String toString() {
    return "base of " + fields.keySet();
  }
}
