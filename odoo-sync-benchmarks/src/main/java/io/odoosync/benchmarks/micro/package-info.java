/** What of the library's own work is measured by JMH: no network, no database. */
package io.odoosync.benchmarks.micro;
