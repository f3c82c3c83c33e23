package io.odoosync.conflict;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.TypedValue;
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
 *     .local(TypedValue.of("a@example.com"))
 *     .odoo(TypedValue.of("b@example.com"))
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
      TypedValue local,
      TypedValue odoo,
      @Nullable TypedValue base,
      @Nullable Instant localChangedAt,
      @Nullable Instant odooChangedAt) {}

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
  public TypedValue local() {
    return parts.local;
  }

  /** {@return what Odoo has} */
  public TypedValue odoo() {
    return parts.odoo;
  }

  /**
   * {@return what both had when they last agreed; {@code null} if that is not known, as when a
   * record is linked that both sides had before}
   */
  public @Nullable TypedValue base() {
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
    private TypedValue local = TypedValue.NOTHING;
    private TypedValue odoo = TypedValue.NOTHING;
    private @Nullable TypedValue base;
    private @Nullable Instant localChangedAt;
    private @Nullable Instant odooChangedAt;

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
    }

    /** Sets {@link Conflict#local()}. */
    public Builder local(TypedValue local) {
      this.local = Objects.requireNonNull(local, "local");
      return this;
    }

    /** Sets {@link Conflict#odoo()}. */
    public Builder odoo(TypedValue odoo) {
      this.odoo = Objects.requireNonNull(odoo, "odoo");
      return this;
    }

    /** Sets {@link Conflict#base()}. */
    public Builder base(@Nullable TypedValue base) {
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

    /**
     * Makes the conflict.
     *
     * @return the conflict
     */
    public Conflict build() {
      return new Conflict(
          new Parts(type, key, odooId, field, local, odoo, base, localChangedAt, odooChangedAt));
    }
  }
}
