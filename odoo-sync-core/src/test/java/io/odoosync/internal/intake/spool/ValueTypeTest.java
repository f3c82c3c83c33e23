package io.odoosync.internal.intake.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FieldValue;
import io.odoosync.testing.Property;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ValueTypeTest {

  private static final RecordCodec<FieldValue> VALUES =
      new RecordCodec<>() {
        @Override
        public void write(FieldValue value, RecordOutput out) throws IOException {
          out.value(value);
        }

        @Override
        public FieldValue read(RecordInput in) throws IOException {
          return in.value();
        }
      };

  @Test
  void values_eachType_hasAWayToBeWritten() {
    assertThat(ValueType.values()).hasSameSizeAs(FieldValue.class.getPermittedSubclasses());
  }

  @Test
  void value_readBack_isTheSame() {
    Property.forAll(RoundTrip::value, value -> RoundTrip.check(VALUES, value));
  }
}
