// The filters in the sidebar: the values of each facet as buttons, each with the number of events it would leave.
//
// The state holds `facets`: for each its `name`, `label`, `values` (id, label, count) and the ids that are `chosen`; and
// `answers`, the last act it answers.
// A click is reported by id, as {do: "filter", facet, value, on}: the number beside a label changes with every filter.

import { act, h, mounted, unanswered, View } from "./view.js";

export class FilterView extends View {
  constructor(parent) {
    super();
    this.root = h("div.filters");
    this.buttons = new Map();
    parent.append(this.root);
  }

  async update(state) {
    this.state = state;
    const ids = JSON.stringify(
      state.facets.map(({ name, label, values }) => [name, label, values.map((value) => [value.id, value.label])]),
    );
    if (ids !== this.ids) this.build(); // else the buttons stay, and with them the focus
    this.ids = ids;
    for (const { name, values, chosen } of state.facets) {
      for (const { id, count } of values) {
        const button = this.buttons.get(`${name} ${id}`);
        const pressed = unanswered(state.answers).findLast(
          (one) => one.do === "filter" && one.facet === name && one.value === id,
        );
        const on = pressed?.on ?? chosen.includes(id);
        button.setAttribute("aria-pressed", String(on));
        button.setAttribute("aria-disabled", String(!count && !on)); // it would leave nothing; still it keeps the focus
        button.lastChild.textContent = ` (${count})`;
      }
    }
    this.root.dataset.ready = "";
  }

  build() {
    this.buttons.clear();
    this.root.replaceChildren(
      ...this.state.facets.map(({ name, label, values }) =>
        h(
          "div.facet",
          { role: "group", "aria-label": label, "data-facet": name },
          h("p", { "aria-hidden": "true" }, label),
          h(
            "div",
            {},
            values.map((value) => this.button(name, value)),
          ),
        ),
      ),
    );
  }

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

export default mounted(FilterView);
