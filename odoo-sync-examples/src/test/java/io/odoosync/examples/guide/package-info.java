/**
 * The code of the guide in {@code docs/site}: each of its Java blocks is a region that runs here.
 */
package io.odoosync.examples.guide;
