package io.odoosync.verification.workflow;

import io.odoosync.testkit.OdooRelease;

class InProcess19ApiKeyRenewalTest extends ApiKeyRenewalSuite {

  @Override
  OdooRelease release() {
    return OdooRelease.V19;
  }
}
