package io.odoosync.odoo;

/**
 * The record that an external id stands for.
 *
 * @param model technical name of its model
 * @param id its database id
 */
public record ExternalIdTarget(String model, long id) {}
