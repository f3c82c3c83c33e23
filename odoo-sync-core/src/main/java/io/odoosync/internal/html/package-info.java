/**
 * Pages for people: what is needed to write one that holds nothing but itself, in which no text of
 * others is anything but text.
 */
package io.odoosync.internal.html;
