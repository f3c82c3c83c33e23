package io.odoosync.internal;

import java.util.Collection;

/** Attaches the documents of invoices, each once. */
final class InvoiceDocuments {

  InvoiceDocuments(RunContext run) {}

  void attach(Collection<InvoiceProgress> work) {}
}
