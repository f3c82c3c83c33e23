/**
 * Texts as they leave for people: no secret, of what others wrote each character as what it is, and
 * durations as people say them.
 */
package io.odoosync.internal.text;
