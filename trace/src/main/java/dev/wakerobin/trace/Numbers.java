package dev.wakerobin.trace;

/// Writes numbers for people. By hand: a formatter takes longer to load than a picture to draw.
final class Numbers {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000_000_000;

  private Numbers() {}

  /// Nanoseconds in a unit that suits them, with three digits or so: `12.5 µs`.
  static String time(long nanos) {
    if (nanos < 0) {
      return nanos == Long.MIN_VALUE ? "-292 years" : "-" + time(-nanos);
    }
    if (nanos < MICRO) {
      return nanos + " ns";
    }
    if (nanos < MILLI) {
      return inUnits(nanos, MICRO) + " µs";
    }
    return nanos < SECOND ? inUnits(nanos, MILLI) + " ms" : inUnits(nanos, SECOND) + " s";
  }

  private static String inUnits(long nanos, long unit) {
    long whole = nanos / unit;
    int digits = whole >= 100 ? 0 : whole >= 10 ? 1 : 2;
    return decimal(nanos, unit, digits);
  }

  /// A quotient with so many digits behind the point, cut off rather than rounded: what took 999.9
  /// µs did not take a millisecond. Zeroes at the end are left out.
  static String decimal(long number, long divisor, int digits) {
    StringBuilder text = new StringBuilder(grouped(number / divisor));
    long rest = number % divisor;
    StringBuilder fraction = new StringBuilder();
    for (int i = 0; i < digits; i++) {
      rest *= 10;
      fraction.append(rest / divisor);
      rest %= divisor;
    }
    while (!fraction.isEmpty() && fraction.charAt(fraction.length() - 1) == '0') {
      fraction.setLength(fraction.length() - 1);
    }
    return fraction.isEmpty() ? text.toString() : text.append('.').append(fraction).toString();
  }

  /// With commas: `41,822`.
  static String grouped(long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    int first = number < 0 ? 1 : 0;
    for (int place = digits.length() - 3; place > first; place -= 3) {
      digits.insert(place, ',');
    }
    return digits.toString();
  }
}
