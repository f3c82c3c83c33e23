/** Numbers of companies and their check digits: VAT numbers, SIREN and SIRET, by pure functions. */
package io.odoosync.internal.number;
