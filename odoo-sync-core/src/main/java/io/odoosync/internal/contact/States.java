package io.odoosync.internal.contact;

import io.odoosync.internal.field.LookupResult;
import java.util.Optional;

/** The states, provinces and cantons that Odoo knows, each of one country. */
public interface States {

  /** None at all. */
  States NONE =
      new States() {
        @Override
        public LookupResult find(long country, String countryCode, String text) {
          return new LookupResult.Unknown("Odoo has no state with code '" + text + "'");
        }

        @Override
        public Optional<Long> countryOf(long state) {
          return Optional.empty();
        }

        @Override
        public Optional<String> codeOf(long state) {
          return Optional.empty();
        }
      };

  /**
   * The state of a country that is called so: by its code with or without the country's, else by
   * its name.
   */
  LookupResult find(long country, String countryCode, String text);

  /** The country that a state belongs to. */
  Optional<Long> countryOf(long state);

  /** What a state is to be called to be found; its code. */
  Optional<String> codeOf(long state);
}
