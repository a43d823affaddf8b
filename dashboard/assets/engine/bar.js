// The bar above the panes: the number of events, a chip for each active filter, the link to copy, and what to take away.

import { toView } from "./address.js";
import { shareButton } from "./share.js";
import { go, linkTo } from "./state.js";
import { copyButton, first, h, modified } from "./view.js";
import { noEvent, part } from "./words.js";

/** @import { Whole } from "./pane.js" */

const UNSEARCHED = "The search could not be made. All events that pass the other filters are shown.";
/** @param {string} label */
const outsideWords = (label) => `“${label}” is outside these filters.`;
const everything = () => toView(linkTo({ everything: true }));

export class Bar {
  /** @param {Whole} whole */
  constructor(whole) {
    this.whole = whole;
    this.node = h("div.bar");
  }

  /** @param {boolean} empty whether no event remains */
  draw(empty) {
    const { facts, state, act } = this.whole;
    const reset = h("button.reset", { type: "button", onclick: () => act({ do: "reset" }) }, "Reset filters");
    const count = part(facts.words, state.shown.length, state.total);
    const words = [
      state.outside ? h("p.outside", {}, outsideWords(state.outside)) : null,
      state.meant ? h("p.meant", {}, state.meant) : null,
      state.unsearched ? h("p.unsearched", {}, UNSEARCHED) : null,
      h("p.count", {}, empty ? noEvent(state.total) : count),
      h("div.chips", {}, this.everything(), this.chips(), state.chips.length || (empty && state.total) ? reset : null),
      empty ? null : this.tools(),
    ];
    this.node.replaceChildren(...words.filter((node) => node !== null));
  }

  /** Update what depends on the chosen event. */
  follow() {
    const { outside } = this.whole.state;
    const line = first(this.node, ".outside");
    if (outside && line) line.textContent = outsideWords(outside);
    else line?.remove();
    first(this.node, ".everything")?.setAttribute("href", everything());
  }

  /** Make a button for each active filter. It removes the filter. */
  chips() {
    const { state, act } = this.whole;
    return state.chips.map(({ facet, value, label }) => {
      const onclick = () => act({ do: "drop", facet, value });
      const attributes = { type: "button", "data-facet": facet, "data-value": value, onclick };
      const cross = h("span", { "aria-hidden": "true" }, "×");
      return h("button.chip", { ...attributes, "aria-label": `Remove filter ${label}` }, label, cross);
    });
  }

  /** Make a link that shows the events hidden by their weight, if there are any. */
  everything() {
    const { state } = this.whole;
    if (!state.notShown) return null;
    const onclick = (/** @type {MouseEvent} */ event) => {
      if (event.button || modified(event)) return;
      event.preventDefault();
      go(linkTo({ everything: true }));
    };
    const title = "Show all events that pass the other filters";
    return h(
      "a.everything",
      { href: everything(), onclick, title },
      `Not shown: ${state.notShown}`,
      h("b", {}, "Show all"),
    );
  }

  tools() {
    const copy = copyButton("Copy link", () => this.whole.link());
    const share = shareButton(() => this.whole.link());
    const onclick = () => this.whole.takeAway();
    const open = h("button.take", { type: "button", "aria-haspopup": "dialog", onclick }, "Take away");
    return h("div.tools", {}, copy, share, open);
  }
}
