package dev.wakerobin.book;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The map of a future's life, drawn. In the text it stands in letters, with the stations that the
/// chapter is about in capitals.
final class LifeMap {
  private static final String LETTERS =
      """
      made ─▶ spawned ─▶ polled ─▶ ready
                         ▲    │
                         │    └─▶ pending ─▶ woken ─┐
                         └──────────────────────────┘
      """;

  private static final int WIDTH = 92;
  private static final int HEIGHT = 34;

  /// A station, and where its middle is.
  private record Station(String name, int x, int y) {}

  private static final List<Station> STATIONS =
      List.of(
          new Station("made", 60, 40),
          new Station("spawned", 200, 40),
          new Station("polled", 340, 40),
          new Station("ready", 560, 40),
          new Station("pending", 400, 118),
          new Station("woken", 560, 118));

  private static final List<String> WAYS =
      List.of(
          "M106 40 H150",
          "M246 40 H290",
          "M386 40 H510",
          "M366 57 C370 80 380 88 391 98",
          "M446 118 H510",
          "M560 135 V158 H318 V61");

  private LifeMap() {}

  /// Whether those letters look as if the map were meant.
  static boolean isMeant(String letters) {
    String low = letters.toLowerCase(Locale.ROOT);
    return low.contains("made ─▶") && low.contains("polled");
  }

  /// The drawing, if those are the letters of the map.
  static Optional<String> of(String letters) {
    if (!letters.strip().toLowerCase(Locale.ROOT).equals(LETTERS.strip())) {
      return Optional.empty();
    }
    List<String> lit =
        STATIONS.stream()
            .map(Station::name)
            .filter(name -> letters.contains(name.toUpperCase(Locale.ROOT)))
            .toList();
    return Optional.of(draw(lit));
  }

  /// The drawing with these stations lit; with none, all are.
  ///
  /// @throws IllegalArgumentException if there is no such station
  static String lit(List<String> stations) {
    List<String> names = STATIONS.stream().map(Station::name).toList();
    for (String station : stations) {
      if (!names.contains(station)) {
        throw new IllegalArgumentException(
            "no station '%s': there is %s".formatted(station, names));
      }
    }
    return draw(stations);
  }

  private static String draw(List<String> lit) {
    String head = "way-head" + (lit.isEmpty() ? "" : "-") + String.join("-", lit);
    String here = lit.isEmpty() ? "the whole of it" : String.join(" and ", lit);
    StringBuilder svg = new StringBuilder();
    svg.append("<svg class=\"life-map\" viewBox=\"0 0 620 170\" role=\"img\" aria-label=\"");
    svg.append("The life of a future: made, spawned, polled; then ready, or pending, woken and ");
    svg.append("polled again. Here: ").append(here).append("\">");
    svg.append("<defs><marker id=\"").append(head);
    svg.append("\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" ");
    svg.append("markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\">");
    svg.append("<path d=\"M0 0.5L8 4L0 7.5z\" /></marker></defs>");
    for (String way : WAYS) {
      svg.append("<path class=\"way\" d=\"").append(way);
      svg.append("\" marker-end=\"url(#").append(head).append(")\" />");
    }
    for (Station station : STATIONS) {
      boolean isLit = lit.isEmpty() || lit.contains(station.name);
      svg.append("<g class=\"station").append(isLit ? " lit" : "").append("\"><rect x=\"");
      svg.append(station.x - WIDTH / 2).append("\" y=\"").append(station.y - HEIGHT / 2);
      svg.append("\" width=\"").append(WIDTH).append("\" height=\"").append(HEIGHT);
      svg.append("\" rx=\"").append(HEIGHT / 2).append("\" /><text x=\"").append(station.x);
      svg.append("\" y=\"").append(station.y).append("\">").append(station.name);
      svg.append("</text></g>");
    }
    return svg.append("</svg>").toString();
  }
}
