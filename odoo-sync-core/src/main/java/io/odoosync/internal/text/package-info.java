/** What may be shown: no secret, and of what others wrote each character as what it is. */
package io.odoosync.internal.text;
