package io.odoosync.verification.workflow;

import io.odoosync.testkit.OdooRelease;

class InProcess20ApiKeyRenewalTest extends ApiKeyRenewalSuite {

  @Override
  OdooRelease release() {
    return OdooRelease.V20;
  }
}
