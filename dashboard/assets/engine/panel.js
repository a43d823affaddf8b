// The filters: a search, and the values of each facet as checkboxes. Each value has the number of events that have it
// and pass the other filters. On a wide screen the filters are a column beside the views. On a phone a button beside the
// search opens them as a sheet.

import { regionIn } from "./announce.js";
import { SearchBox } from "./searchbox.js";
import { USUAL } from "./select.js";
import { SpanFields } from "./spanfields.js";
import { all, h, still } from "./view.js";
import { counted, part } from "./words.js";

/** @import { Results } from "./searchbox.js" */
/** @import { Filters } from "./select.js" */
/** @import { Words } from "./types" */
/** @typedef {{label: string, values: string[]}} Group */
/**
 * What the panel shows. `known` has the labels and `counts` the numbers of events, by facet and value. `groups` are the
 * organizers by kind. `names` are their full names. `results` has what the search has found.
 * @typedef {object} PanelState
 * @property {Words} words
 * @property {Record<string, Record<string, string>>} known
 * @property {Group[]} groups
 * @property {Filters} filters
 * @property {Record<string, Record<string, number>>} counts
 * @property {number} shown
 * @property {number} total
 * @property {Record<string, string>} [names]
 * @property {Results | null} [results]
 */
/** @typedef {{do: "filter", facet: string, value: string, on: boolean} | {do: "text", q: string} | {do: "span", since: string, until: string} | {do: "reset"}} Act */
/** @typedef {"year" | "kind" | "weight" | "organizer" | "role"} FacetName */

const LABELS = { year: "Year", kind: "Kind of event", weight: "Importance", organizer: "Organizer", role: "Role" };
const NAMES = /** @type {FacetName[]} */ (Object.keys(LABELS));
/** A list with more values than this gets a field that narrows it. */
const MANY = 12;
/** In a window of at least this height, in pixels, the list of organizers is open at first. */
const ROOMY = 1000;
const PHONE = "(max-width: 1000px)";

/**
 * Count the active filters. The weights count as one filter, because two of them are chosen by default, and so do the
 * two ends of the span.
 * @param {Filters} filters
 */
export function active({ q, weight, since, until, ...others }) {
  const usual = weight.length === USUAL.weight.length && USUAL.weight.every((value) => weight.includes(value));
  const values = Object.values(others).reduce((sum, chosen) => sum + chosen.length, 0);
  return values + Number(!usual) + Number(q.trim() !== "") + Number(Boolean(since || until));
}

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
    /** The most digits of a number so far: the chips of years must have room for them, and must not change with each filter. */
    this.digits = 0;
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
  update({ words, known, groups, filters, counts, names }) {
    const labels = known[this.name] ?? {};
    this.build(labels, this.name === "organizer" ? groups : [], this.name === "organizer" ? names : {});
    const chosen = filters[this.name];
    for (const [value, { input, count }] of this.boxes) {
      const number = counts[this.name]?.[value] ?? 0;
      const on = chosen.includes(value);
      input.checked = on;
      input.dataset.count = String(number);
      input.setAttribute("aria-label", `${labels[value]}, ${counted(words, number, words.forms.event)}`);
      input.setAttribute("aria-disabled", String(!number && !on)); // it would leave no event; a disabled box would lose the focus
      if (count.textContent !== String(number)) count.textContent = String(number);
    }
    this.makeRoom(Math.max(0, ...Object.values(counts[this.name] ?? {})));
    const number = [...this.boxes.keys()].filter((value) => chosen.includes(value)).length;
    this.chosen.textContent = number ? `${number} chosen` : String(this.boxes.size);
    this.chosen.toggleAttribute("data-some", number > 0);
  }

  /** @param {number} most the greatest number in the list */
  makeRoom(most) {
    const digits = String(most).length;
    if (digits <= this.digits) return;
    this.digits = digits;
    this.values.style.setProperty("--digits", String(digits));
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
    this.search = new SearchBox((q) => act({ do: "text", q }), seek);
    this.facets = NAMES.map((name) => new Facet(name));
    this.span = new SpanFields((span) => act({ do: "span", ...span }));
    this.empty = true;
    this.heading = h("h2", { tabindex: -1 }, "Filters");
    const heading = this.heading;
    const reset = () => {
      if (this.reset.getAttribute("aria-disabled") === "true") return;
      this.search.cancel();
      this.span.clear();
      act({ do: "reset" });
    };
    this.reset = h("button.reset", { type: "button", onclick: reset }, "Reset");
    this.count = h("p.count");
    this.head = h("header", {}, heading, this.count);
    const [years, ...others] = this.facets.map(({ root }) => root);
    this.controls = h("div.controls", {}, this.head, years, this.span.root, ...others);
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
    /** What had the focus last in the sheet. */
    this.last = /** @type {HTMLElement} */ (this.sheet);
    regionIn(this.sheet);
    this.sheet.addEventListener("click", ({ target }) => target === this.sheet && this.sheet.close()); // a click beside the sheet
    this.sheet.addEventListener("close", () => still(false));
    // When the window becomes wide, the browser may hide the focused element before it reports the new width.
    this.sheet.addEventListener("focusin", ({ target }) => {
      this.last = /** @type {HTMLElement} */ (target);
    });
    const open = () => {
      this.last = this.sheet;
      this.sheet.showModal();
      still(true);
      heading.focus(); // not the search field: it would open the keyboard of the phone
    };
    this.opener = h("button.opener", { type: "button", "aria-haspopup": "dialog", onclick: open }, "Filters");
    this.root = h("section.panel", { id: "filters", "aria-label": "Filters" }, this.opener, this.sheet);
    /**
     * What lost the focus because the window became wide or narrow and hid it.
     * @type {HTMLElement | null}
     */
    this.hidden = null;
    this.root.addEventListener("focusout", ({ target, relatedTarget }) => {
      const left = /** @type {HTMLElement} */ (target);
      this.hidden = relatedTarget || left.checkVisibility() ? null : left;
    });
    this.phone = matchMedia(PHONE);
    this.resized = () => this.place();
    this.phone.addEventListener("change", this.resized);
    this.place();
  }

  /** Give what gets the focus of a reader who goes to the filters. */
  start() {
    return this.phone.matches ? this.opener : this.heading;
  }

  /** Stop listening to the window. */
  remove() {
    this.phone.removeEventListener("change", this.resized);
    if (this.sheet.open) still(false);
  }

  /**
   * Put the controls into the column or into the sheet. The focus stays where it is. If its place is gone, it goes to the
   * heading or to the button of the sheet. On a phone, the search is beside that button.
   */
  place() {
    const lost = document.activeElement === document.body ? this.hidden : null;
    const focused = /** @type {HTMLElement | null} */ (
      this.root.querySelector(":focus") ?? (this.sheet.open ? this.last : lost)
    );
    if (this.phone.matches) {
      this.root.prepend(this.search.root);
      this.foot.prepend(this.reset);
      this.sheet.prepend(this.controls);
    } else {
      this.sheet.close();
      this.head.append(this.reset);
      this.head.after(this.search.root);
      this.root.append(this.controls);
    }
    const isGone = this.sheet.contains(focused) || (!this.phone.matches && focused === this.opener);
    (isGone ? this.start() : focused)?.focus();
    this.hidden = null;
  }

  /**
   * Show a state. The nodes stay, and with them the focus, typed text and scroll positions.
   * @param {PanelState} state
   */
  update(state) {
    const { words, shown, total } = state;
    this.search.update(state.filters.q, state.results);
    this.span.update(state.filters);
    for (const facet of this.facets) facet.update(state);
    const number = active(state.filters);
    setText(this.count, part(words, shown, total));
    setText(this.opener, number ? `Filters (${number})` : "Filters");
    setText(
      this.show,
      shown ? `Show ${counted(words, shown, words.forms.event)}` : total ? "No event passes" : "No events",
    );
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
