package dev.wakerobin.stress.corpus;

import java.nio.file.Path;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.commons.lang3.CharSet;
import org.apache.commons.lang3.ClassUtils;
import org.apache.commons.lang3.Conversion;
import org.apache.commons.lang3.LocaleUtils;
import org.apache.commons.lang3.Range;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.Validate;
import org.apache.commons.lang3.builder.CompareToBuilder;
import org.apache.commons.lang3.builder.EqualsBuilder;
import org.apache.commons.lang3.builder.HashCodeBuilder;
import org.apache.commons.lang3.builder.ToStringBuilder;
import org.apache.commons.lang3.builder.ToStringStyle;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.commons.lang3.math.Fraction;
import org.apache.commons.lang3.math.NumberUtils;
import org.apache.commons.lang3.mutable.MutableInt;
import org.apache.commons.lang3.reflect.MethodUtils;
import org.apache.commons.lang3.reflect.TypeUtils;
import org.apache.commons.lang3.time.DateUtils;
import org.apache.commons.lang3.time.DurationFormatUtils;
import org.apache.commons.lang3.time.FastDateFormat;
import org.apache.commons.lang3.tuple.Triple;

/// Strings, numbers, dates, arrays, builders and reflection with commons-lang3.
public final class LangProgram implements Program {
  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");
  private static final List<String> TEXTS =
      List.of("", " ", "wakerobin", "Trillium erectum, a lily", "über 7 Wälder", "a,b,,c", "0x7F");
  private static final List<String> NUMBERS =
      List.of("", "7", "-12L", "0x7F", "1e400", "3.5f", "1.1E-700F", "--1", "08", "12345678901");
  private static final List<String> PATTERNS =
      List.of(
          "yyyy-MM-dd'T'HH:mm:ss.SSSZZ", "EEE, d MMM yy h a", "D F w W k K z", "yyyy 'o''clock'");

  private final Transcript to = new Transcript();

  /// A run that has not begun.
  public LangProgram() {}

  @Override
  public List<String> apply(Path root) {
    TEXTS.forEach(this::strings);
    NUMBERS.forEach(this::numbers);
    PATTERNS.forEach(this::dates);
    arrays();
    builders();
    reflection();
    return to.lines();
  }

  @SuppressWarnings("deprecation") // What is out of use is code as good as any other.
  private void strings(String text) {
    to.note("abbreviate", () -> StringUtils.abbreviateMiddle(text, "..", 8));
    to.note("abbreviate short", () -> StringUtils.abbreviate(text, "…", 2, 3));
    to.note("swap case", () -> StringUtils.swapCase(StringUtils.capitalize(text)));
    to.note("center", () -> StringUtils.center(text, 30, "*-"));
    to.note("split", () -> StringUtils.splitByCharacterTypeCamelCase(text));
    to.note("split all", () -> StringUtils.splitPreserveAllTokens(text, " ,", 3));
    to.note("distance", () -> StringUtils.getLevenshteinDistance(text, "trillium", 9));
    to.note("similarity", () -> StringUtils.getJaroWinklerDistance(text, "wake-robin"));
    to.note("fuzzy", () -> StringUtils.getFuzzyDistance(text, "wri", Locale.ROOT));
    to.note("difference", () -> StringUtils.difference(text, "wakeful"));
    to.note("accents", () -> StringUtils.stripAccents(text));
    to.note(
        "replace",
        () -> StringUtils.replaceEach(text, new String[] {"a", "il"}, new String[] {"il", "b"}));
    to.note("rotate", () -> StringUtils.rotate(text, 5) + StringUtils.reverseDelimited(text, ' '));
    to.note("overlay", () -> StringUtils.overlay(text, "##", 7, 2));
    to.note("between", () -> StringUtils.substringsBetween(text, "a", "i"));
    to.note("common", () -> StringUtils.getCommonPrefix(text, "wake", "waken"));
    to.note(
        "letters", () -> CharSet.getInstance("a-e", "^x-z").contains(text.concat("f").charAt(0)));
    to.note("wrap", () -> StringUtils.wrapIfMissing(StringUtils.normalizeSpace(text), '"'));
    to.note("locale", () -> LocaleUtils.toLocale(text));
    to.note("not blank", () -> Validate.notBlank(text, "blank: '%s'", text));
  }

  private void numbers(String text) {
    to.note("number", () -> NumberUtils.createNumber(text) + "");
    to.note("creatable", () -> NumberUtils.isCreatable(text) + " " + NumberUtils.isParsable(text));
    to.note("int", () -> NumberUtils.toInt(text, -1) + NumberUtils.toDouble(text, 0.5));
    to.note("fraction", () -> Fraction.getFraction(text).pow(3).add(Fraction.TWO_THIRDS).reduce());
    to.note("range", () -> Range.of("", text).intersectionWith(Range.of("0", "9")));
    to.note("bits", () -> Conversion.longToHex(text.hashCode() * 31L, 3, text, 1, 5));
  }

  @SuppressWarnings("JavaUtilDate") // What the library works with.
  private void dates(String pattern) {
    Date date = new Date(1_790_000_123_456L);
    FastDateFormat format = FastDateFormat.getInstance(pattern, UTC, Locale.UK);
    to.note("date", () -> format.format(date));
    to.note("parsed", () -> format.parse(format.format(date)).getTime());
    to.note("rounded", () -> DateUtils.round(date, Calendar.MONTH).getTime());
    to.note("ceiling", () -> DateUtils.ceiling(date, Calendar.HOUR).getTime());
    to.note("strictly", () -> DateUtils.parseDateStrictly("2026-02-30", "yyyy-MM-dd", pattern));
    to.note("words", () -> DurationFormatUtils.formatDurationWords(date.getTime(), true, true));
    to.note(
        "period",
        () -> DurationFormatUtils.formatPeriod(0, date.getTime(), "y M d H m s", true, UTC));
  }

  private void arrays() {
    int[] numbers = {5, 3, 9, 3, 7};
    to.note("removed", () -> ArrayUtils.removeElements(numbers, 3, 9));
    to.note("inserted", () -> ArrayUtils.insert(2, numbers, 1, 2));
    to.note(
        "shifted",
        () -> {
          int[] copy = numbers.clone();
          ArrayUtils.shift(copy, 1, 5, 2);
          ArrayUtils.reverse(copy, 0, 3);
          return copy;
        });
    to.note("boxed", () -> ArrayUtils.toObject(new double[] {0.1, -0.0, Double.NaN}));
    to.note("map", () -> ArrayUtils.toMap(new String[][] {{"a", "1"}, {"b", "2"}}));
    to.note("index", () -> ArrayUtils.indexesOf(numbers, 3));
  }

  private void builders() {
    Triple<String, Integer, Double> one = Triple.of("a", 1, 0.25);
    to.note(
        "text",
        () ->
            new ToStringBuilder(one, ToStringStyle.JSON_STYLE)
                .append("t", one.getLeft())
                .append("n", new int[] {1, 2})
                .toString());
    to.note(
        "hash",
        () -> new HashCodeBuilder(17, 37).append(one).append(new double[] {1, 2}).toHashCode());
    to.note(
        "equal",
        () ->
            new EqualsBuilder().append(new int[][] {{1}, {2}}, new int[][] {{1}, {3}}).isEquals());
    to.note(
        "order",
        () ->
            new CompareToBuilder()
                .append("a", "a")
                .append(new long[] {1, 2}, new long[] {1, 3})
                .toComparison());
    to.note("mutable", () -> new MutableInt(7).incrementAndGet() + new MutableInt(3).addAndGet(4));
  }

  private void reflection() {
    to.note("invoked", () -> MethodUtils.invokeMethod("trillium", "substring", 2, 5));
    to.note("no method", () -> MethodUtils.invokeExactStaticMethod(String.class, "none", 1));
    to.note(
        "classes",
        () ->
            ClassUtils.getAllInterfaces(StringBuilder.class)
                + ClassUtils.getAbbreviatedName("org.apache.commons.lang3.ClassUtils", 20));
    to.note(
        "types",
        () ->
            TypeUtils.toString(
                TypeUtils.parameterize(
                    List.class, TypeUtils.wildcardType().withUpperBounds(Number.class).build())));
    to.note("assignable", () -> TypeUtils.isAssignable(Integer.class, Comparable.class));
    to.note(
        "causes",
        () ->
            ExceptionUtils.getRootCauseMessage(
                new IllegalStateException("a", new RuntimeException("b"))));
  }
}
