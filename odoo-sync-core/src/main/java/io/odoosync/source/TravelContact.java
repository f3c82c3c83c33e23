package io.odoosync.source;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for a travel, as long as that is not one of the host's contacts. Blank text counts as
 * absent.
 *
 * @param name the person's name ({@code contact_name} in Odoo)
 * @param organisation the school or company ({@code partner_name} in Odoo)
 * @param email e-mail address, 254 characters at most
 * @param phone telephone number as the host writes it
 */
public record TravelContact(
    @Nullable String name,
    @Nullable String organisation,
    @Nullable String email,
    @Nullable String phone) {}
