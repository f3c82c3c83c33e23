package io.odoosync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * JSON in one form only: names in order, no white space, numbers without insignificant zeros. So
 * equal values are equal texts.
 */
final class JsonText {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonText() {}

  static String of(@Nullable Object value) {
    try {
      return MAPPER.writeValueAsString(uniform(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("value can't be written as JSON", e);
    }
  }

  static @Nullable Object parse(String json) {
    try {
      return MAPPER.readValue(json, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("text is no JSON", e);
    }
  }

  private static @Nullable Object uniform(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> sorted = new TreeMap<>();
      map.forEach((name, each) -> sorted.put(String.valueOf(name), uniform(each)));
      return sorted;
    } else if (value instanceof Collection<?> values) {
      return values.stream().map(JsonText::uniform).collect(Collectors.toList());
    } else if (value instanceof Number number) {
      BigDecimal stripped = new BigDecimal(number.toString()).stripTrailingZeros();
      return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
    return value;
  }
}
