/** What a host application touches first: the engine and what it is told and asked. */
package io.odoosync;
