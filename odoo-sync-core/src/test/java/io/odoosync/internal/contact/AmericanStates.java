package io.odoosync.internal.contact;

import io.odoosync.internal.field.LookupResult;
import io.odoosync.internal.field.NamedRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** California (13) and Colorado (14), both of country 233. */
final class AmericanStates implements States {

  private static final long COUNTRY = 233;

  private static final List<NamedRecord> STATES =
      List.of(
          new NamedRecord(13, List.of("CA"), "California"),
          new NamedRecord(14, List.of("CO"), "Colorado"));

  @Override
  public LookupResult find(long country, String countryCode, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^us-", "");
    return STATES.stream()
        .filter(state -> country == COUNTRY)
        .filter(state -> is(state, wanted))
        .findFirst()
        .<LookupResult>map(LookupResult.Unique::new)
        .orElse(new LookupResult.Unknown("no state '" + text + "' of " + countryCode));
  }

  private static boolean is(NamedRecord state, String wanted) {
    return state.code().equalsIgnoreCase(wanted) || state.name().equalsIgnoreCase(wanted);
  }

  @Override
  public Optional<Long> countryOf(long state) {
    return STATES.stream().filter(each -> each.id() == state).map(each -> COUNTRY).findFirst();
  }

  @Override
  public Optional<String> codeOf(long state) {
    return STATES.stream().filter(each -> each.id() == state).map(NamedRecord::code).findFirst();
  }
}
