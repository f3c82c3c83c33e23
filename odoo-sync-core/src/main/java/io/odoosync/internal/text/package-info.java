/** Texts as they leave for people: in logs, reports and messages. */
package io.odoosync.internal.text;
