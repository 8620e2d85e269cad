// Players: they step through what happened, event by event. Without this script a timeline is a picture and a list.
"use strict";

class TraceReplay extends HTMLElement {
  connectedCallback() {
    this.events = [...this.querySelectorAll("ol li[data-tick]")];
    if (this.controls || this.events.length === 0) {
      return;
    }
    this.at = -1;
    this.controls = document.createElement("div");
    this.controls.className = "controls";
    this.controls.append(
      this.back = this.button("◀", "the event before", -1),
      this.forth = this.button("▶", "the next event", 1),
      this.slider = this.range(),
      this.count = document.createElement("output"));
    this.words = document.createElement("p");
    this.words.className = "words";
    this.words.setAttribute("aria-live", "polite");
    const svg = this.querySelector("svg");
    svg.after(this.controls, this.words);
    this.parts = [...svg.querySelectorAll("[data-tick], [data-from]")];
    this.addEventListener("keydown", (event) => this.key(event));
    this.show(-1);
  }

  button(sign, title, by) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.title = title;
    button.setAttribute("aria-label", title);
    button.addEventListener("click", () => this.show(this.at + by));
    return button;
  }

  range() {
    const slider = document.createElement("input");
    slider.type = "range";
    slider.min = "-1";
    slider.max = String(this.events.length - 1);
    slider.setAttribute("aria-label", "event");
    slider.addEventListener("input", () => this.show(Number(slider.value)));
    return slider;
  }

  key(event) {
    const steps = { ArrowLeft: -1, ArrowRight: 1 };
    if (event.key in steps) {
      event.preventDefault();
      this.show(this.at + steps[event.key]);
    } else if (event.key === "Home" || event.key === "End") {
      event.preventDefault();
      this.show(event.key === "Home" ? -1 : this.events.length - 1);
    }
  }

  // Before the first event everything is shown, and nothing lit.
  show(at) {
    this.at = Math.max(-1, Math.min(at, this.events.length - 1));
    const playing = this.at >= 0;
    const tick = playing ? Number(this.events[this.at].dataset.tick) : Infinity;
    this.classList.toggle("playing", playing);
    for (const part of this.parts) {
      const from = Number(part.dataset.tick ?? part.dataset.from);
      const to = Number(part.dataset.tick ?? part.dataset.to);
      part.classList.toggle("now", from <= tick && tick <= to);
      part.classList.toggle("future", from > tick);
    }
    this.events.forEach((event, i) => event.classList.toggle("now", i === this.at));
    this.slider.value = String(this.at);
    this.back.disabled = !playing;
    this.forth.disabled = this.at === this.events.length - 1;
    this.count.textContent = (this.at + 1) + " / " + this.events.length;
    this.words.textContent = playing ? this.events[this.at].textContent : "Step through it: ▶, or the arrow keys.";
  }
}

// What is within a player has to be there already: on some pages this script comes first.
function begin() {
  customElements.define("trace-replay", TraceReplay);
}
if (document.readyState === "loading") {
  addEventListener("DOMContentLoaded", begin);
} else {
  begin();
}
