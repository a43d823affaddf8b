// One view in a frame on another page. Its links lead out of the frame, and it tells the page around it how high it is.
//
// The message is {from, view, height}: the id of the process, because a page may also have frames of other sites; the name
// of the view; and the height in pixels that shows all of it.

import { withQuery } from "../engine/address.js";
import { failed } from "../engine/early.js";
import { arrive, linkTo, stayInHistory } from "../engine/state.js";
import { all, first, json, once } from "../engine/view.js";
import { LinkedViews } from "../engine/views.js";
import { noEvent, part } from "../engine/words.js";

/** @import { EmbedState, Urls, ViewsState } from "../engine/types" */
/** @import { Bar } from "../engine/bar.js" */

/** The first page of the dashboard. */
const HOME = new URL("../", location.href).href;
const BODY = ":scope > .pane:not([hidden]) > :is(.chart, .grid, .page, .table, .sentence)";

const place = /** @type {HTMLElement} */ (document.getElementById("embed"));
const line = /** @type {HTMLElement} */ (first(document, ".below"));
const which = /** @type {HTMLElement} */ (document.getElementById("which"));
const link = /** @type {HTMLAnchorElement} */ (document.getElementById("out"));
/** @type {EmbedState} */
const given = JSON.parse(document.getElementById("given")?.textContent ?? "null");

class OneView extends LinkedViews {
  /**
   * @param {HTMLElement} parent
   * @param {string} name of the view
   */
  constructor(parent, name) {
    super(parent);
    this.name = name;
    this.panes = this.panes.filter(({ node }) => node.dataset.view === name);
    this.root.className = "linked alone";
    this.root.replaceChildren(this.colors, ...this.panes.map(({ node }) => node));
    // The line below the view replaces the bar.
    const bar = { draw: (/** @type {boolean} */ empty) => this.describe(empty), follow: () => this.describe(false) };
    this.bar = /** @type {Bar} */ (/** @type {unknown} */ (bar));
    if (name !== "article") this.expect = () => {}; // no article is shown
    this.drawnHeight = 0;
    const resized = new ResizeObserver(() => {
      if (this.drawn && this.root.clientHeight !== this.drawnHeight) this.stretch();
      sendHeight(this);
    });
    resized.observe(this.root);
  }

  /** @param {Urls} urls */
  async load(urls) {
    return once(urls.bundle, json); // the HTML of the frame has the style sheets
  }

  /** @param {Urls} urls */
  async loadCharts(urls) {
    return this.name === "article" ? null : super.loadCharts(urls);
  }

  /** A frame has one view, so no map takes its place. */
  get hasMap() {
    return false;
  }

  /** Show no tour: it is about the whole page. */
  async showTour() {}

  /** A frame has one view, so there is nothing to skip. */
  skipLinks() {
    return null;
  }

  /** The title of a frame stays that of its address. */
  windowTitle() {
    return null;
  }

  /** A frame begins at its top, and does not scroll the page around it. */
  land() {}

  /** Load nothing ahead: a frame has no panel to take away. */
  prepare() {}

  /** Draw the view for another height. */
  stretch() {
    this.drawnHeight = this.root.clientHeight;
    this.timeline.chart.forget();
    this.draw();
  }

  /**
   * Write below the view which events it shows, and which one is chosen. The link opens the same choice in the dashboard.
   * @param {boolean} empty whether no event passes the filters
   */
  describe(empty) {
    const { shown, total, chips } = this.state;
    const filters = chips.map(({ label }) => label).join(", ");
    const count = part(this.facts.words, shown.length, total);
    const { label, when } = this.facts.events[this.event] ?? {};
    const words = this.name === "article" || !label ? [count, filters] : [`${label}, ${when}`, count, filters];
    which.textContent = empty ? noEvent(total) : words.filter(Boolean).join(" · ");
    link.href = this.link();
  }

  /** Give the address of the same choice in the dashboard. */
  link() {
    return withQuery(HOME, linkTo());
  }

  /**
   * @param {KeyboardEvent} event
   * @param {import("../engine/pane.js").Pane} pane
   */
  onKey(event, pane) {
    if (event.key === "Enter" && event.target === event.currentTarget) link.focus();
    else super.onKey(event, pane);
  }
}

/**
 * Give the height at which nothing of the view is hidden: the part that scrolls, and what is above and below it.
 * @param {OneView} view
 */
function neededHeight(view) {
  const body = first(view.root, BODY);
  if (!body) return document.body.offsetHeight;
  let below = line.offsetHeight + parseFloat(getComputedStyle(body).marginBottom);
  for (let next = body.nextElementSibling; next; next = next.nextElementSibling) below += next.clientHeight;
  return Math.ceil(body.getBoundingClientRect().top + scrollY + content(view, body) + below);
}

/**
 * Give the height of all that is in the part of a view that scrolls. Its `scrollHeight` is never smaller than the frame.
 * @param {OneView} view
 * @param {HTMLElement} body
 */
function content(view, body) {
  if (body === view.timeline.chart.node) return view.timeline.chart.least;
  const end = Math.max(...[...body.children].map((child) => child.getBoundingClientRect().bottom));
  const padding = parseFloat(getComputedStyle(body).paddingBottom);
  const bars = body.offsetHeight - body.clientHeight;
  return end - body.getBoundingClientRect().top + body.scrollTop + padding + bars;
}

let lastHeight = 0;
let waiting = 0;

/**
 * Send the page around the frame the height that the view needs, if it has changed.
 * @param {OneView} view
 */
function sendHeight(view) {
  clearTimeout(waiting);
  // Not in an animation frame, because a browser draws none for a frame that is out of sight.
  waiting = setTimeout(() => {
    if (!view.drawn || first(view.root, BODY)?.childElementCount === 0) return; // the article is not here yet
    const height = neededHeight(view);
    if (height === lastHeight) return;
    lastHeight = height;
    parent.postMessage({ from: given.process, view: view.name, height }, "*");
  });
}

/** Let every link of the view open outside of the frame. */
function leadOut() {
  for (const node of all(place, "a[href]:not([href^='#'])")) {
    const href = new URL(node.getAttribute("href") ?? "", HOME).href;
    if (node.getAttribute("href") !== href) node.setAttribute("href", href);
    if (node.getAttribute("target") !== "_blank") node.setAttribute("target", "_blank");
    node.setAttribute("rel", "noopener");
  }
}

const dark = matchMedia("(prefers-color-scheme: dark)");
arrive(given.query);
stayInHistory();
const view = new OneView(place, given.view);
new MutationObserver(() => {
  leadOut();
  sendHeight(view);
}).observe(place, { childList: true, subtree: true });
place.addEventListener("toggle", () => sendHeight(view), true);
const draw = () =>
  view.update(given, given.theme || (dark.matches ? "dark" : "light")).catch((error) => failed(place, error));
draw();
dark.addEventListener("change", draw);
