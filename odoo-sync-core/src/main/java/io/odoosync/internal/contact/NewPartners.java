package io.odoosync.internal.contact;

import io.odoosync.ContactOptions;
import io.odoosync.FieldValue;
import io.odoosync.OdooReference;
import io.odoosync.internal.exchange.NameDirectory;
import io.odoosync.internal.exchange.NamedOptions;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.LookupResult;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.NamedModel;
import io.odoosync.internal.field.RecordMapper;
import io.odoosync.odoo.OdooClient;
import io.odoosync.source.Contact;
import java.util.Set;

/**
 * Adds what partners are given when they are created. All of it is sent, also what is to be empty:
 * Odoo would else take the integration user's language and the time zone of the call.
 *
 * @param mapper maps everything else
 * @param given what new partners are given
 */
record NewPartners(RecordMapper<Contact> mapper, FieldValues given)
    implements RecordMapper<Contact> {

  private static final NamedModel LANGUAGE =
      NamedModel.of("active language", "res.lang", "code", "code");

  /**
   * Looks up what the options name.
   *
   * @param fields the fields that partners have on this server
   */
  static NewPartners of(
      RecordMapper<Contact> mapper, OdooClient client, ContactOptions options, ModelFields fields) {
    FieldValues given =
        FieldValues.builder()
            .set("lang", language(client, options))
            .set("tz", FieldValue.nothing())
            .set("user_id", salesperson(client, options))
            .build();
    return new NewPartners(mapper, given.where((field, value) -> fields.has(field)));
  }

  private static FieldValue language(OdooClient client, ContactOptions options) {
    String code = options.language();
    if (code == null) {
      return FieldValue.nothing();
    }
    NamedOptions.find(
        new NameDirectory(client, LANGUAGE), OdooReference.name(code), "ContactOptions.language");
    return new FieldValue.Text(code.strip());
  }

  private static FieldValue salesperson(OdooClient client, ContactOptions options) {
    LookupResult found =
        NamedOptions.find(
            new NameDirectory(client, NamedOptions.SALESPERSON),
            options.salesperson(),
            "ContactOptions.salesperson");
    return FieldValue.referenceTo(found == null ? null : found.id().orElse(null));
  }

  @Override
  public Mapping map(Contact contact, Dependencies dependencies) {
    Mapping mapping = mapper.map(contact, dependencies);
    return mapping instanceof Mapping.Mapped mapped ? mapped.givenOnCreate(given) : mapping;
  }

  @Override
  public Set<String> pullable() {
    return mapper.pullable();
  }

  @Override
  public Contact applied(Contact current, FieldValues pulled) {
    return mapper.applied(current, pulled);
  }

  @Override
  public Set<String> readAlong() {
    return mapper.readAlong();
  }

  @Override
  public FieldValues alongside(FieldValues mapped, FieldValues push, FieldValues odoo) {
    return mapper.alongside(mapped, push, odoo);
  }
}
