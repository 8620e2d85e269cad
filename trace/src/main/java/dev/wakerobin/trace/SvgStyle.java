package dev.wakerobin.trace;

/// The looks of an [SvgTimeline]. Its own rules only say which variable is used where and what it
/// is if the page says nothing, in daylight and in the dark.
final class SvgStyle {
  static final String TEXT =
      """

      .wakerobin{--pending:var(--wakerobin-pending,#3b78d8);--ready:var(--wakerobin-ready,#2b8a4b);\
      --threw:var(--wakerobin-threw,#cf3341);--wake:var(--wakerobin-wake,#b25e00);\
      --faint:var(--wakerobin-faint,#8a939d);font:12px system-ui,sans-serif;max-width:100%;height:auto}
      @media (prefers-color-scheme:dark){.wakerobin{--pending:var(--wakerobin-pending,#5b9bff);\
      --ready:var(--wakerobin-ready,#45b36b);--threw:var(--wakerobin-threw,#ff6b74);\
      --wake:var(--wakerobin-wake,#e8a13c)}}
      svg.wakerobin:root{color-scheme:light dark;color:CanvasText;background:Canvas}
      .wakerobin text{fill:currentColor;dominant-baseline:central}
      .wakerobin .axis{text-anchor:middle;font-size:11px;opacity:.75}
      .wakerobin .mark{stroke:var(--faint);stroke-width:.5;stroke-dasharray:2 4}
      .wakerobin .life{stroke:var(--faint);stroke-width:1}
      .wakerobin .poll rect{fill:var(--pending)}
      .wakerobin .poll.ready rect{fill:var(--ready)}
      .wakerobin .poll.threw rect{fill:var(--threw)}
      .wakerobin .poll text{fill:#fff;text-anchor:middle;font-size:11px}
      .wakerobin .cancelled path{stroke:var(--threw);stroke-width:2;fill:none}
      .wakerobin .wake path{stroke:var(--wake);stroke-width:1.25;fill:none}
      .wakerobin .wake circle,.wakerobin .head{fill:var(--wake)}
      .wakerobin .wake:hover path{stroke-width:2.5}
      """;

  private SvgStyle() {}

  /// The head of all arrows.
  static String arrowHead(String id) {
    return """
        <defs><marker id="%s" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" \
        markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path class="head" \
        d="M0 0.5L8 4L0 7.5z"/></marker></defs>"""
        .formatted(id);
  }
}
