package io.odoosync.testkit.internal.orm;

/**
 * What is so on some servers and not on others of the same release.
 *
 * @param checksVats whether the module {@code base_vat} is installed
 * @param leadChance the probability, in per cent, that the server has learnt for open leads
 */
public record Traits(boolean checksVats, double leadChance) {}
