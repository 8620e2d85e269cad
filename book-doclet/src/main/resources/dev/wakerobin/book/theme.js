// Runs before the page is drawn, so that nothing flashes: the theme that the reader chose, if any.
(function () {
  "use strict";
  try {
    const chosen = localStorage.getItem("wakerobin-theme");
    if (chosen === "light" || chosen === "dark") {
      document.documentElement.dataset.theme = chosen;
    }
  } catch (_) {
    // No storage, no memory: then the system's theme it is.
  }
})();
