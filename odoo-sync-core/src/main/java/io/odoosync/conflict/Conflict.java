package io.odoosync.conflict;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One field of one record that the host and people in Odoo changed to different values since both
 * sides last agreed, or on whose first value they do not agree. Immutable, and equal to another
 * conflict that holds the same.
 *
 * <p>The engine makes them. A host does so to test its own policy:
 *
 * <pre>{@code
 * Conflict.builder(EntityType.CONTACT, LocalKey.of("teacher", 1), 7, "email")
 *     .local(FieldValue.of("a@example.com"))
 *     .odoo(FieldValue.of("b@example.com"))
 *     .build();
 * }</pre>
 */
public final class Conflict {

  private final Parts parts;

  private Conflict(Parts parts) {
    this.parts = parts;
  }

  /** A record, so that nothing can be left out when conflicts are compared and printed. */
  private record Parts(
      EntityType type,
      LocalKey key,
      long odooId,
      String field,
      FieldValue local,
      FieldValue odoo,
      @Nullable FieldValue base,
      @Nullable Instant localChangedAt,
      @Nullable Instant odooChangedAt,
      @Nullable Instant odooUnchangedAt,
      @Nullable String odooSideEffect) {}

  /**
   * Starts a conflict.
   *
   * @param type the kind of entity
   * @param key the local record
   * @param odooId database id of the record in Odoo
   * @param field technical name of the field in Odoo, for example {@code email}
   * @return a builder in which both sides have nothing
   */
  public static Builder builder(EntityType type, LocalKey key, long odooId, String field) {
    return new Builder(type, key, odooId, field);
  }

  /**
   * Starts a conflict from this one.
   *
   * @return a builder in which everything is as it is here
   */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /** {@return the kind of entity} */
  public EntityType type() {
    return parts.type;
  }

  /** {@return the local record} */
  public LocalKey key() {
    return parts.key;
  }

  /** {@return the database id of the record in Odoo} */
  public long odooId() {
    return parts.odooId;
  }

  /** {@return the technical name of the field in Odoo, for example {@code email}} */
  public String field() {
    return parts.field;
  }

  /** {@return what the host has, as it would be written to Odoo} */
  public FieldValue local() {
    return parts.local;
  }

  /** {@return what Odoo has} */
  public FieldValue odoo() {
    return parts.odoo;
  }

  /**
   * {@return what both had when they last agreed; {@code null} if that is not known, as when a
   * record is linked that both sides had before}
   */
  public @Nullable FieldValue base() {
    return parts.base;
  }

  /**
   * {@return when the host changed its record, if its source says so ({@link
   * io.odoosync.source.SourceRecord#updatedAt()})}
   */
  public @Nullable Instant localChangedAt() {
    return parts.localChangedAt;
  }

  /**
   * {@return Odoo's {@code write_date}, cut to the second} It is the record's, not the field's, and
   * also moves when Odoo touches the record by itself.
   */
  public @Nullable Instant odooChangedAt() {
    return parts.odooChangedAt;
  }

  /**
   * {@return Odoo's {@code write_date} when all fields were last known to hold what both sides
   * agreed on, cut to the second; {@code null} if that is not known} What people changed in Odoo,
   * they changed later.
   */
  public @Nullable Instant odooUnchangedAt() {
    return parts.odooUnchangedAt;
  }

  /**
   * {@return what may have moved {@link #odooChangedAt()} without an edit, in words; {@code null}
   * if nothing is known that has} For example that an invoice of a partner was posted in that
   * second.
   */
  public @Nullable String odooSideEffect() {
    return parts.odooSideEffect;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Conflict conflict && parts.equals(conflict.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** All that it holds, always in the same order. */
  @Override
  public String toString() {
    return parts.toString().replaceFirst("Parts", "Conflict");
  }

  /** Collects the parts of a {@link Conflict}. Not safe for use by several threads. */
  public static final class Builder {
    private final EntityType type;
    private final LocalKey key;
    private final long odooId;
    private final String field;
    private FieldValue local = FieldValue.nothing();
    private FieldValue odoo = FieldValue.nothing();
    private @Nullable FieldValue base;
    private @Nullable Instant localChangedAt;
    private @Nullable Instant odooChangedAt;
    private @Nullable Instant odooUnchangedAt;
    private @Nullable String odooSideEffect;

    private Builder(EntityType type, LocalKey key, long odooId, String field) {
      this.type = Objects.requireNonNull(type, "type");
      this.key = Objects.requireNonNull(key, "key");
      this.odooId = odooId;
      this.field = Objects.requireNonNull(field, "field");
    }

    private Builder(Parts parts) {
      this(parts.type, parts.key, parts.odooId, parts.field);
      local = parts.local;
      odoo = parts.odoo;
      base = parts.base;
      localChangedAt = parts.localChangedAt;
      odooChangedAt = parts.odooChangedAt;
      odooUnchangedAt = parts.odooUnchangedAt;
      odooSideEffect = parts.odooSideEffect;
    }

    /** Sets {@link Conflict#local()}. */
    public Builder local(FieldValue local) {
      this.local = Objects.requireNonNull(local, "local");
      return this;
    }

    /** Sets {@link Conflict#odoo()}. */
    public Builder odoo(FieldValue odoo) {
      this.odoo = Objects.requireNonNull(odoo, "odoo");
      return this;
    }

    /** Sets {@link Conflict#base()}. */
    public Builder base(@Nullable FieldValue base) {
      this.base = base;
      return this;
    }

    /** Sets {@link Conflict#localChangedAt()}. */
    public Builder localChangedAt(@Nullable Instant localChangedAt) {
      this.localChangedAt = localChangedAt;
      return this;
    }

    /** Sets {@link Conflict#odooChangedAt()}. */
    public Builder odooChangedAt(@Nullable Instant odooChangedAt) {
      this.odooChangedAt = odooChangedAt;
      return this;
    }

    /** Sets {@link Conflict#odooUnchangedAt()}. */
    public Builder odooUnchangedAt(@Nullable Instant odooUnchangedAt) {
      this.odooUnchangedAt = odooUnchangedAt;
      return this;
    }

    /** Sets {@link Conflict#odooSideEffect()}. */
    public Builder odooSideEffect(@Nullable String odooSideEffect) {
      this.odooSideEffect = odooSideEffect;
      return this;
    }

    /**
     * Makes the conflict.
     *
     * @return the conflict
     */
    public Conflict build() {
      return new Conflict(
          new Parts(
              type,
              key,
              odooId,
              field,
              local,
              odoo,
              base,
              localChangedAt,
              odooChangedAt,
              odooUnchangedAt,
              odooSideEffect));
    }
  }
}
