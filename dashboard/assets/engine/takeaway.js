// The panel “Take away”: charts, data, citations, feeds, code to embed, and paper. On a phone it is a sheet.

import { lost } from "./connection.js";
import { whichEvents } from "./picture.js";
import { now } from "./state.js";
import { chart } from "./takeaway/chart.js";
import { cite } from "./takeaway/cite.js";
import { data } from "./takeaway/data.js";
import { embed } from "./takeaway/embed.js";
import { print } from "./takeaway/print.js";
import { subscribe } from "./takeaway/subscribe.js";
import { all, first, h, json, once, still, stylesheet } from "./view.js";

/** @import { Whole } from "./pane.js" */
/** @import { SizeName } from "./picture.js" */
/** @import { Chosen } from "./state.js" */
/**
 * One of the six parts of the panel. `draw` gives its content for the present choice.
 * @typedef {object} Part
 * @property {string} key
 * @property {string} label
 * @property {string} hint
 * @property {(desk: Desk) => (Node | null)[]} draw
 */
/**
 * What the reader has chosen in the panel.
 * @typedef {object} Wish
 * @property {"timeline" | "matrix"} view the chart
 * @property {SizeName} size of its picture
 * @property {string} table
 * @property {string} tool that loads the table by its address
 * @property {string} cited `event`, `view` or `dataset`
 * @property {string} embedded the view to embed
 */
/**
 * What a part gets: the views, what the reader has chosen, and how to change and to fetch it.
 * @typedef {object} Desk
 * @property {Whole} whole
 * @property {Wish} wish
 * @property {(change: Partial<Wish>) => void} want
 * @property {(url: string) => Promise<any>} fetched JSON, kept until the views are drawn again
 * @property {(url: string) => any} kept the JSON that was fetched already
 * @property {() => void} close
 */

/** @type {Part[]} */
const PARTS = [chart, data, cite, subscribe, embed, print];
/** Only a server has views for other pages. */
const WITHOUT_SERVER = PARTS.filter((part) => part !== embed);
const LOST =
  "The connection to the server is lost. Pictures as PNG and SVG still work, and addresses can be copied. " +
  "Other files, citations and previews come back with the connection.";
const BACKWARD = ["ArrowUp", "ArrowLeft"];
const FORWARD = ["ArrowDown", "ArrowRight"];

/** Give what the content of the panel depends on: the filters, and the view as JSON. */
function subject() {
  const { base, choice, remaining } = /** @type {Chosen} */ (now());
  const { event, at, passage } = remaining;
  return { base, view: JSON.stringify([choice, event, at, passage]) };
}

export class TakeAway {
  /** @param {Whole} whole */
  constructor(whole) {
    this.whole = whole;
    this.parts = whole.state.urls.edition ? WITHOUT_SERVER : PARTS;
    this.part = PARTS[0];
    /** @type {Wish} */
    this.wish = {
      view: "timeline",
      size: "document",
      table: "events",
      tool: "pandas",
      cited: "event",
      embedded: "timeline",
    };
    /** The choice that the content belongs to. */
    this.drawnFor = subject();
    /** @type {Map<string, {promise: Promise<any>, value?: any}>} */
    this.answers = new Map();
    this.tabs = this.parts.map((part) => this.tab(part));
    this.which = h("p.which");
    this.lost = h("p.failed", { role: "status" }, LOST);
    this.body = h("section.part", { role: "tabpanel", id: "takeaway-part", tabindex: -1 });
    /** @type {HTMLElement} */
    const shut = h("button.shut", { type: "button", "aria-label": "Close", onclick: () => this.node.close() }, "×");
    const list = h("div.parts", { role: "tablist", "aria-label": "What to take away" }, this.tabs);
    list.onkeydown = (event) => this.onKey(event);
    /** @type {HTMLDialogElement} */
    this.node = h(
      "dialog.takeaway",
      { "aria-labelledby": "takeaway-title" },
      h("header", {}, h("h2", { id: "takeaway-title" }, "Take away"), this.which, shut),
      list,
      h("div.room", {}, this.lost, this.body),
    );
    this.node.addEventListener("click", ({ target }) => target === this.node && this.node.close()); // beside the panel
    this.giveFocusBack = () => {};
    this.node.addEventListener("close", () => {
      still(false);
      // The browser gives the focus back only to a button that still exists. A redraw for another width replaces it.
      const { activeElement: focus } = document;
      if (focus === document.body || this.node.contains(focus)) this.giveFocusBack();
    });
    this.connection = () => this.node.open && this.draw();
    addEventListener("connection", this.connection);
  }

  remove() {
    removeEventListener("connection", this.connection);
    if (this.node.open) still(false);
  }

  /**
   * Open the panel at a part, else at the part that was open last.
   * @param {string} [key]
   * @param {Partial<Wish>} [wish]
   */
  async open(key, wish = {}) {
    if (!this.node.open) this.giveFocusBack = this.whole.keepFocus();
    Object.assign(this.wish, wish);
    this.part = this.parts.find((part) => part.key === key) ?? this.part;
    await once(this.whole.state.urls.takeawayCss, stylesheet).catch(() => {}); // without it the panel is plain
    if (!this.node.isConnected || this.node.open) return;
    this.draw();
    this.node.showModal();
    still(true);
    this.selected().focus();
  }

  /** Draw the panel again after the reader chose something else in the views, also with Back or Forward. */
  update() {
    const before = this.drawnFor;
    this.drawnFor = subject();
    if (this.drawnFor.base === before.base && this.drawnFor.view === before.view) return; // the focus would be lost
    this.answers.clear();
    if (!this.node.open) return;
    if (this.whole.state.shown.length) this.draw();
    else this.node.close();
  }

  draw() {
    const { whole, wish } = this;
    const focused = this.focused();
    this.which.textContent = whichEvents(whole.facts, whole.state);
    this.lost.hidden = !lost(); // if there was no connection at first, files may still work, and one that fails says so
    for (const [i, tab] of this.tabs.entries()) {
      const selected = this.parts[i] === this.part;
      tab.setAttribute("aria-selected", String(selected));
      tab.tabIndex = selected ? 0 : -1;
    }
    this.body.dataset.part = this.part.key;
    this.body.setAttribute("aria-labelledby", `takeaway-${this.part.key}`);
    const nodes = this.part.draw({
      whole,
      wish,
      want: (change) => {
        Object.assign(wish, change);
        this.draw();
      },
      fetched: (url) => this.fetched(url),
      kept: (url) => this.answers.get(url)?.value,
      close: () => this.node.close(),
    });
    this.body.replaceChildren(...nodes.filter((node) => node !== null));
    if (focused) (first(this.body, `[data-wish="${focused.wish}"]`) ?? this.controls()[focused.place])?.focus();
  }

  /** The focused control, by its wish and by its place, because drawing replaces it. Files have no wish. */
  focused() {
    const focus = /** @type {HTMLElement | null} */ (document.activeElement);
    if (!focus || focus === this.body || !this.body.contains(focus)) return null;
    return { wish: focus.dataset.wish, place: this.controls().indexOf(focus) };
  }

  controls() {
    return all(this.body, "a[href], button, input, select, textarea, summary");
  }

  selected() {
    return this.tabs[this.parts.indexOf(this.part)];
  }

  /** @param {Part} part */
  tab(part) {
    const attributes = { type: "button", role: "tab", id: `takeaway-${part.key}`, "aria-controls": "takeaway-part" };
    const onclick = () => this.turn(part);
    return h("button", { ...attributes, onclick }, h("b", {}, part.label), h("small", {}, part.hint));
  }

  /** @param {Part} part */
  turn(part) {
    this.part = part;
    this.draw();
    first(this.node, ".room")?.scrollTo(0, 0);
  }

  /**
   * Go to another part: with the arrow keys to the next one, with a letter to the next one that begins with this letter.
   * @param {KeyboardEvent} event
   */
  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const { parts } = this;
    const here = parts.indexOf(this.part);
    const ahead = [...parts.slice(here + 1), ...parts.slice(0, here)];
    /** @type {Part | undefined} */
    let part = ahead.find(({ label }) => label[0].toLowerCase() === key.toLowerCase());
    if (FORWARD.includes(key)) part = ahead[0];
    if (BACKWARD.includes(key)) part = ahead[ahead.length - 1];
    if (key === "Home") part = parts[0];
    if (key === "End") part = parts[parts.length - 1];
    if (!part) return;
    event.preventDefault();
    this.turn(part);
    this.selected().focus();
  }

  /** @param {string} url */
  fetched(url) {
    let answer = this.answers.get(url);
    if (!answer) {
      /** @type {{promise: Promise<any>, value?: any}} */
      const fresh = { promise: json(url) };
      fresh.promise.then(
        (value) => Object.assign(fresh, { value }),
        () => this.answers.get(url) === fresh && this.answers.delete(url),
      );
      this.answers.set(url, fresh);
      answer = fresh;
    }
    return answer.promise;
  }
}
