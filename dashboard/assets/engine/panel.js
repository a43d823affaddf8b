// The filters: a search, and the values of each facet as checkboxes. Each value has the number of events that it would
// leave. On a wide screen the filters are a column beside the views. On a phone a button opens them as a sheet.

import { MAX_TEXT } from "./address.js";
import { USUAL } from "./select.js";
import { all, h, svg } from "./view.js";

/** @import { Filters } from "./select.js" */
/** @typedef {{label: string, values: string[]}} Group */
/**
 * What the panel shows. `known` has the labels and `counts` the numbers of events, by facet and value. `groups` are the
 * organizers by kind. `names` are their full names.
 * @typedef {object} PanelState
 * @property {Record<string, Record<string, string>>} known
 * @property {Group[]} groups
 * @property {Filters} filters
 * @property {Record<string, Record<string, number>>} counts
 * @property {number} shown
 * @property {number} total
 * @property {Record<string, string>} [names]
 */
/** @typedef {{do: "filter", facet: string, value: string, on: boolean} | {do: "text", q: string} | {do: "reset"}} Act */
/** @typedef {"year" | "kind" | "weight" | "organizer" | "role"} FacetName */

const LABELS = { year: "Year", kind: "Kind of event", weight: "Importance", organizer: "Organizer", role: "Role" };
const NAMES = /** @type {FacetName[]} */ (Object.keys(LABELS));
/** A list with more values than this gets a field that narrows it. */
const MANY = 12;
/** A search begins this many milliseconds after the last key. */
const PAUSE = 120;
/** In a window of at least this height, in pixels, the list of organizers is open at first. */
const ROOMY = 1000;
const PHONE = "(max-width: 1000px)";
const LENS = `<svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5"/><path d="m13 13 4.5 4.5"/></svg>`;

/**
 * Count the active filters. The weights count as one filter, because two of them are chosen by default.
 * @param {Filters} filters
 */
export function active({ q, weight, ...others }) {
  const usual = weight.length === USUAL.weight.length && USUAL.weight.every((value) => weight.includes(value));
  const values = Object.values(others).reduce((sum, chosen) => sum + chosen.length, 0);
  return values + Number(!usual) + Number(q.trim() !== "");
}

/** @param {number} number */
export const counted = (number) => `${number} ${number === 1 ? "event" : "events"}`;

/**
 * Remove capitals and accents from a text.
 * @param {string} text
 */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Give the values whose label and full name together contain every word of a text.
 * @param {Record<string, string>} labels
 * @param {string} text
 * @param {Record<string, string>} [names]
 * @returns {string[]}
 */
export function narrowed(labels, text, names = {}) {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return Object.keys(labels).filter((value) => {
    const within = folded(`${labels[value]} ${names[value] ?? ""}`);
    return words.every((word) => within.includes(word));
  });
}

/**
 * Divide values into groups. Values without a group come last, in a group without a label. Empty groups are dropped.
 * @param {string[]} values
 * @param {Group[]} groups
 * @returns {Group[]}
 */
export function grouped(values, groups) {
  const named = groups.map((group) => ({ ...group, values: group.values.filter((value) => values.includes(value)) }));
  const rest = values.filter((value) => !groups.some((group) => group.values.includes(value)));
  return [...named, { label: "", values: rest }].filter((group) => group.values.length);
}

/**
 * The search field. It keeps what the reader has typed, unless the text of the state changes for another reason, such as
 * a reset or the button "back".
 */
class Search {
  /**
   * @param {(q: string) => void} search
   * @param {() => void} seek
   */
  constructor(search, seek) {
    this.search = search;
    /** The text of the state. */
    this.text = "";
    /**
     * The texts that were searched for and have not reached the state yet.
     * @type {string[]}
     */
    this.ahead = [];
    this.timer = 0;
    this.field = h("input", {
      type: "search",
      maxlength: MAX_TEXT,
      placeholder: "Titles, people, articles",
      autocomplete: "off",
      enterkeyhint: "search",
      onfocus: seek,
      onblur: () => {
        if (this.pausing) this.now();
      },
      oninput: () => this.typed(),
      onkeydown: (/** @type {KeyboardEvent} */ { key, isComposing }) => {
        if (key === "Enter" && !isComposing) this.now();
      },
    });
    this.root = h("label.search", {}, h("span", {}, "Search"), svg(LENS), this.field);
  }

  get pausing() {
    return this.timer !== 0;
  }

  typed() {
    if (this.field.value === "") return this.now();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.now(), PAUSE);
  }

  /** Search without a pause. */
  now() {
    this.cancel();
    const q = this.field.value.trim();
    if (q === (this.ahead.at(-1) ?? this.text)) return;
    this.ahead.push(q);
    this.search(q);
  }

  cancel() {
    clearTimeout(this.timer);
    this.timer = 0;
  }

  /** @param {string} q */
  update(q) {
    const position = this.ahead.indexOf(q);
    const changed = q !== this.text;
    this.text = q;
    if (position >= 0) this.ahead.splice(0, position + 1);
    else if (changed) this.ahead = [];
    if (this.field.matches(":focus") && (this.pausing || position >= 0 || !changed)) return;
    if (this.field.value.trim() !== q) this.field.value = q;
  }
}

/** One facet: its values as checkboxes. A long facet can be closed. It then shows how many values are chosen. */
class Facet {
  /** @param {FacetName} name */
  constructor(name) {
    this.name = name;
    /** @type {Map<string, {input: HTMLInputElement, count: HTMLElement}>} */
    this.boxes = new Map();
    /** The values, labels and groups of the present boxes, as JSON. */
    this.built = "";
    /** @type {Record<string, string>} */
    this.labels = {};
    /** @type {Record<string, string> | undefined} */
    this.names = undefined;
    this.values = h("div.values");
    const label = LABELS[name];
    this.chosen = h("span.chosen");
    if (name === "organizer" || name === "role") {
      const legend = h("legend.unseen", {}, label);
      const summary = h("summary", {}, h("span", {}, label), this.chosen);
      this.narrow = name === "organizer" ? this.narrowing() : null;
      const list = h("fieldset", {}, legend, this.narrow?.root, this.values);
      this.root = h(`details.facet.${name}`, {}, summary, list);
    } else {
      this.root = h(`fieldset.facet.${name}`, {}, h("legend", {}, label), this.values);
    }
  }

  /** Make the field that narrows a long list. */
  narrowing() {
    const field = h("input", {
      type: "search",
      placeholder: "Find an organizer",
      "aria-label": "Find an organizer in this list",
      autocomplete: "off",
      oninput: () => this.hide(),
    });
    const none = h("p.none", { role: "status" });
    return { field, none, root: h("div.narrowing", {}, field, none) };
  }

  /** Hide the values that do not match the narrowing field. */
  hide() {
    if (!this.narrow) return;
    const values = narrowed(this.labels, this.narrow.field.value, this.names);
    for (const [value, { input }] of this.boxes) {
      /** @type {HTMLElement} */ (input.parentElement).hidden = !values.includes(value);
    }
    for (const group of all(this.values, ".group")) group.hidden = !group.querySelector("label:not([hidden])");
    const text = values.length ? "" : "No organizer has these words in its name.";
    if (this.narrow.none.textContent !== text) this.narrow.none.textContent = text;
  }

  /** @param {PanelState} state */
  update({ known, groups, filters, counts, names }) {
    const labels = known[this.name] ?? {};
    this.build(labels, this.name === "organizer" ? groups : [], this.name === "organizer" ? names : {});
    const chosen = filters[this.name];
    for (const [value, { input, count }] of this.boxes) {
      const number = counts[this.name]?.[value] ?? 0;
      const on = chosen.includes(value);
      input.checked = on;
      input.dataset.count = String(number);
      input.setAttribute("aria-label", `${labels[value]}, ${counted(number)}`);
      input.setAttribute("aria-disabled", String(!number && !on)); // it would leave no event; a disabled box would lose the focus
      if (count.textContent !== String(number)) count.textContent = String(number);
    }
    const number = [...this.boxes.keys()].filter((value) => chosen.includes(value)).length;
    this.chosen.textContent = number ? `${number} chosen` : String(this.boxes.size);
    this.chosen.toggleAttribute("data-some", number > 0);
  }

  /**
   * Make the boxes, unless they exist already.
   * @param {Record<string, string>} labels
   * @param {Group[]} groups
   * @param {Record<string, string>} [names]
   */
  build(labels, groups, names = {}) {
    const built = JSON.stringify([Object.entries(labels), groups, names]);
    if (built === this.built) return;
    const focused = [...this.boxes].find(([, { input }]) => input.matches(":focus"))?.[0];
    Object.assign(this, { built, labels, names });
    this.boxes.clear();
    this.values.replaceChildren(
      ...grouped(Object.keys(labels), groups).map((group) => {
        const legend = group.label ? h("legend", {}, group.label) : null;
        const lines = group.values.map((value) => this.line(value));
        return h(legend ? "fieldset.group" : "div.group", {}, legend, lines);
      }),
    );
    this.root.hidden = !this.boxes.size;
    if (this.narrow) {
      this.narrow.root.hidden = this.boxes.size <= MANY;
      if (this.narrow.root.hidden) this.narrow.field.value = "";
      this.hide();
    }
    if (focused !== undefined) this.boxes.get(focused)?.input.focus({ preventScroll: true });
  }

  /** @param {string} value */
  line(value) {
    const input = h("input", { type: "checkbox", "data-facet": this.name, "data-value": value });
    const count = h("b", { "aria-hidden": "true" });
    this.boxes.set(value, { input, count });
    return h("label.value", { title: this.names?.[value] }, input, h("span", {}, this.labels[value]), count);
  }
}

export class Panel {
  /** @param {{act: (act: Act) => void, seek: () => void}} options `seek` is called when the reader is about to search */
  constructor({ act, seek }) {
    this.search = new Search((q) => act({ do: "text", q }), seek);
    this.facets = NAMES.map((name) => new Facet(name));
    this.empty = true;
    const heading = h("h2", { tabindex: -1 }, "Filters");
    const reset = () => {
      if (this.reset.getAttribute("aria-disabled") === "true") return;
      this.search.cancel();
      act({ do: "reset" });
    };
    this.reset = h("button.reset", { type: "button", onclick: reset }, "Reset");
    this.count = h("p.count", { "aria-live": "polite" });
    this.head = h("header", {}, heading, this.count);
    this.controls = h("div.controls", {}, this.head, this.search.root, ...this.facets.map(({ root }) => root));
    this.controls.addEventListener("click", (event) => {
      const box = /** @type {HTMLElement} */ (event.target);
      if (box.dataset.facet && box.getAttribute("aria-disabled") === "true") event.preventDefault();
    });
    this.controls.addEventListener("change", (event) => {
      const { dataset, checked } = /** @type {HTMLInputElement} */ (event.target);
      const { facet, value } = dataset;
      if (facet !== undefined && value !== undefined) act({ do: "filter", facet, value, on: checked });
    });
    this.show = h("button.show", { type: "button", onclick: () => this.sheet.close() });
    this.foot = h("footer", {}, this.show);
    this.sheet = h("dialog.drawer", { "aria-label": "Filters" }, this.foot);
    this.sheet.addEventListener("click", ({ target }) => target === this.sheet && this.sheet.close()); // a click beside the sheet
    const open = () => {
      this.sheet.showModal();
      heading.focus(); // not the search field: it would open the keyboard of the phone
    };
    this.opener = h("button.opener", { type: "button", "aria-haspopup": "dialog", onclick: open }, "Filters");
    this.root = h("section.panel", { "aria-label": "Filters" }, this.opener, this.sheet);
    this.phone = matchMedia(PHONE);
    this.resized = () => this.place();
    this.phone.addEventListener("change", this.resized);
    this.place();
  }

  /** Stop listening to the window. */
  remove() {
    this.phone.removeEventListener("change", this.resized);
  }

  /** Put the controls into the column or into the sheet. The focus stays where it is. */
  place() {
    const focused = /** @type {HTMLElement | null} */ (this.controls.querySelector(":focus"));
    if (this.phone.matches) {
      this.foot.prepend(this.reset);
      this.sheet.prepend(this.controls);
    } else {
      this.sheet.close();
      this.head.append(this.reset);
      this.root.append(this.controls);
    }
    focused?.focus();
  }

  /**
   * Show a state. The nodes stay, and with them the focus, typed text and scroll positions.
   * @param {PanelState} state
   */
  update(state) {
    this.search.update(state.filters.q);
    for (const facet of this.facets) facet.update(state);
    const number = active(state.filters);
    setText(this.count, `${state.shown} of ${counted(state.total)}`);
    setText(this.opener, number ? `Filters (${number})` : "Filters");
    setText(this.show, `Show ${counted(state.shown)}`);
    this.reset.setAttribute("aria-disabled", String(!number));
    for (const { root, chosen, name } of this.empty ? this.facets : []) {
      const roomy = name === "organizer" && innerHeight >= ROOMY;
      if (root instanceof HTMLDetailsElement) root.open = roomy || chosen.hasAttribute("data-some");
    }
    this.empty = false;
  }
}

/**
 * Set the text of a node if it differs. A screen reader would read the same text again.
 * @param {HTMLElement} node
 * @param {string} text
 */
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
