import dev.wakerobin.Future;
import dev.wakerobin.Stream;
import dev.wakerobin.futures.Streams;
import java.util.List;

final class Pages {
  private Pages() {}

  /// Makes futures of pages. They do nothing before they are polled.
  interface Loader {
    Future<String> load(String name);
  }

  /// All pages, in the order of their names.
  static Future<List<String>> all(Stream<String> names, Loader loader, int most) {
    return Streams.from(names).buffered(most, name -> loader.load(name)).toList();
  }
}
