// The filters in the sidebar: the values of each facet as buttons, each with the number of events it would leave. A
// click is reported by id, for the number beside a label changes with every filter.

import { act, unanswered } from "./acts.js";
import { h, mounted, View } from "./view.js";

/** @import { Choice, FilterState } from "./types" */

/** @extends {View<FilterState>} */
export class FilterView extends View {
  /** @param {HTMLElement} parent */
  constructor(parent) {
    super(h("div.filters"));
    /**
     * By facet and value.
     * @type {Map<string, HTMLElement>}
     */
    this.buttons = new Map();
    /** The facets, values and labels that there are buttons for, as JSON. */
    this.built = "";
    parent.append(this.root);
  }

  /** @param {FilterState} state */
  async update(state) {
    this.state = state;
    const wanted = JSON.stringify(
      state.facets.map(({ name, label, values }) => [name, label, values.map((value) => [value.id, value.label])]),
    );
    if (wanted !== this.built) this.build(); // else the buttons stay, and with them the focus
    this.built = wanted;
    for (const { name, values, chosen } of state.facets) {
      for (const { id, count } of values) {
        const button = /** @type {HTMLElement} */ (this.buttons.get(`${name} ${id}`));
        const on = pressed(state.answers, name, id) ?? chosen.includes(id);
        button.setAttribute("aria-pressed", String(on));
        button.setAttribute("aria-disabled", String(!count && !on)); // it would leave nothing; still it keeps the focus
        /** @type {ChildNode} */ (button.lastChild).textContent = ` (${count})`;
      }
    }
    this.root.dataset.ready = "";
  }

  build() {
    this.buttons.clear();
    this.root.replaceChildren(
      ...this.state.facets.map(({ name, label, values }) => {
        const buttons = values.map((value) => this.button(name, value));
        const heading = h("p", { "aria-hidden": "true" }, label);
        const attributes = { role: "group", "aria-label": label, "data-facet": name };
        return h("div.facet", attributes, heading, h("div", {}, buttons));
      }),
    );
  }

  /**
   * @param {string} facet
   * @param {Choice} choice
   */
  button(facet, { id, label }) {
    const press = () => {
      if (button.getAttribute("aria-disabled") === "true") return;
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on)); // at once: the next click may come before the answer
      act({ do: "filter", facet, value: id, on });
    };
    const button = h("button", { type: "button", "data-value": id, onclick: press }, label, h("span"));
    this.buttons.set(`${facet} ${id}`, button);
    return button;
  }
}

/**
 * What the reader made of a filter last, where that is not answered.
 * @param {number} answers
 * @param {string} facet
 * @param {string} value
 */
function pressed(answers, facet, value) {
  for (const one of unanswered(answers).reverse()) {
    if (one.do === "filter" && one.facet === facet && one.value === value) return one.on;
  }
}

export default mounted(FilterView);
