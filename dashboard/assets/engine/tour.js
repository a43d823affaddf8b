// The tour: a card for each step, which points at the part of the page that the step is about. The steps are written in
// the data. The open step is in the address, with what it shows. So Back, Forward and links work.

import { go, leaveTour } from "./state.js";
import { beside } from "./tour/beside.js";
import { all, first, h } from "./view.js";

/** @import { TourStep } from "./types" */
/** @import { LinkedViews } from "./views.js" */

const PANES = { filters: ".panel", timeline: ".timeline", matrix: ".matrix", article: ".article" };
const LINK = ".masthead a.tour";

export class Tour {
  /** @param {LinkedViews} whole */
  constructor(whole) {
    this.whole = whole;
    this.step = "";
    this.node = h("section.tour", { role: "dialog", tabindex: -1, hidden: true });
    this.onEscape = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Escape" || event.defaultPrevented || !this.step) return;
      if (first(document, "dialog[open], details.menu[open]")) return; // that closes first
      event.preventDefault();
      leaveTour();
    };
    document.addEventListener("keydown", this.onEscape);
  }

  remove() {
    document.removeEventListener("keydown", this.onEscape);
  }

  /** The open step; undefined if none is open. */
  get open() {
    return this.step ? this.steps[Number(this.step) - 1] : undefined;
  }

  /** @returns {TourStep[]} */
  get steps() {
    return this.whole.facts.tour;
  }

  /**
   * Show the step of the address, or no step.
   * @param {string} step its number
   */
  show(step) {
    if (step === this.step) return this.place();
    const within = this.node.contains(document.activeElement);
    this.step = step;
    for (const pane of all(this.whole.root, "[data-toured]")) pane.removeAttribute("data-toured");
    const { open } = this;
    this.node.hidden = !open;
    if (open) this.draw(open);
    else if (within) (first(document, LINK) ?? this.whole.timeline.chart.node).focus({ preventScroll: true });
  }

  /** @param {TourStep} open */
  draw({ title, text, pane, paneName }) {
    const [number, last] = [Number(this.step), this.steps.length];
    const leading = (/** @type {string} */ label, /** @type {number} */ to) =>
      h("button", { type: "button", onclick: () => go(this.steps[to - 1].query) }, label);
    const end = h("button", { type: "button", onclick: () => leaveTour() }, number < last ? "Skip the tour" : "Done");
    this.node.setAttribute("aria-label", `Tour, step ${number} of ${last}: ${title}`);
    this.node.replaceChildren(
      h("p.step", {}, `Step ${number} of ${last} · ${paneName}`),
      h("h2", {}, title),
      h("p", {}, text),
      h(
        "div.steps",
        {},
        end,
        h("span", {}),
        number > 1 ? leading("Back", number - 1) : null,
        number < last ? leading("Next", number + 1) : null,
      ),
    );
    const target = this.target(pane);
    target?.setAttribute("data-toured", "");
    if (!this.place()) ((target && first(target, "[data-lit]")) ?? target)?.scrollIntoView({ block: "start" });
    this.node.focus({ preventScroll: true });
  }

  /** @param {TourStep["pane"]} pane */
  target(pane) {
    return first(this.whole.root, PANES[pane]);
  }

  /** Put the card beside its pane. Without room it goes to the bottom of the window, and the result is false. */
  place() {
    const target = this.open && this.target(this.open.pane);
    if (!target) return true;
    const whole = this.whole.root.getBoundingClientRect();
    const pane = target.getBoundingClientRect();
    const where = beside(pane, whole);
    this.node.dataset.side = where?.side ?? "below";
    if (!where) {
      this.node.removeAttribute("style");
      return false;
    }
    const top = Math.max(Math.min(pane.top - whole.top + 44, whole.height - this.node.offsetHeight - 8), 0);
    Object.assign(this.node.style, { left: `${Math.round(where.left)}px`, top: `${Math.round(top)}px` });
    return true;
  }
}
