// What a page does beyond being read: themes, folds and search. Nothing here is needed to read it.
"use strict";

// ---- The theme

(function () {
  const button = document.getElementById("theme");
  if (!button) {
    return;
  }
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  button.addEventListener("click", () => {
    const now = root.dataset.theme || (dark.matches ? "dark" : "light");
    root.dataset.theme = now === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("wakerobin-theme", root.dataset.theme);
    } catch (_) {
      // It holds for this page, then.
    }
  });
})();

// ---- The contents, which are open only where there is room

(function () {
  const contents = document.querySelector("nav.contents details");
  if (contents && matchMedia("(max-width: 70rem)").matches) {
    contents.open = false;
  }
})();

// ---- A fold opens if what a link leads to is in it

(function () {
  function unfold() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName.toLowerCase() === "details") {
        at.open = true;
      }
    }
    if (target) {
      target.scrollIntoView();
    }
  }
  addEventListener("hashchange", unfold);
  if (location.hash) {
    unfold();
  }
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open])")];
    opened.forEach((fold) => { fold.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach((fold) => { fold.open = false; }));
})();

// ---- Search

(function () {
  const field = document.getElementById("search");
  const list = document.getElementById("found");
  const index = window.wakerobinIndex || [];
  if (!field || !list) {
    return;
  }
  const MOST = 12;

  function rank(entry, words) {
    const title = entry[0].toLowerCase();
    if (!words.every((word) => title.includes(word))) {
      return -1;
    }
    return title === words.join(" ") ? 0 : title.startsWith(words[0]) ? 1 : 2;
  }

  function search() {
    const words = field.value.toLowerCase().split(/\s+/).filter((word) => word);
    const found = words.length === 0 ? [] : index
      .map((entry) => ({ entry, rank: rank(entry, words) }))
      .filter((each) => each.rank >= 0)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, MOST);
    list.replaceChildren(...found.map(({ entry: [title, address, where] }) => {
      const link = document.createElement("a");
      link.href = address;
      link.textContent = title;
      const small = document.createElement("small");
      small.textContent = where;
      link.append(" ", small);
      const item = document.createElement("li");
      item.append(link);
      return item;
    }));
    if (words.length > 0 && found.length === 0) {
      const item = document.createElement("li");
      item.className = "nothing";
      item.textContent = "Nothing is called that.";
      list.append(item);
    }
    list.hidden = words.length === 0;
  }

  function step(by) {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement) + by;
    (at < 0 ? field : links[Math.min(at, links.length - 1)] || field).focus();
  }

  field.addEventListener("input", search);
  field.parentElement.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      field.value = "";
      search();
      field.blur();
    } else if (event.key === "Enter" && document.activeElement === field) {
      const first = list.querySelector("a");
      if (first) {
        first.click();
      }
    }
  });
  list.addEventListener("click", () => {
    field.value = "";
    search();
  });
  addEventListener("keydown", (event) => {
    const typing = /^(input|textarea|select)$/i.test(document.activeElement.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      field.focus();
    }
  });
})();
