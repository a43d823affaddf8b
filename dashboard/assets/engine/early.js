// The views that are drawn in the first HTML, before Streamlit starts or without it, and their move into Streamlit's page.

import { first, h, sentence } from "./view.js";

/** @import { LinkedViews } from "./views.js" */

/** @type {LinkedViews | null} */
let views = null;

const CALM = 200; // milliseconds without scrolling before the views may move
/** What the reader is doing: a move would interrupt it. */
const busy = { pressed: false, scrolled: 0 };

const page = () => document.getElementById("early");

/**
 * Note that the views are drawn in the first HTML. The text about the event makes room for them, and the foot appears.
 * @param {HTMLElement} place of the views
 */
export function drawn(place) {
  first(place, ".early-event")?.remove();
  place.dataset.drawn = "";
}

/**
 * Say in the first HTML why the views could not be drawn.
 * @param {HTMLElement} place of the views
 * @param {unknown} error
 */
export function failed(place, error) {
  place.prepend(h("p.failed", { role: "alert" }, sentence(error, "This could not be drawn.")));
  place.dataset.drawn = "failed";
}

/** @param {LinkedViews} linked */
export function keep(linked) {
  views = linked;
  addEventListener("scroll", () => Object.assign(busy, { scrolled: performance.now() }), { capture: true });
  for (const kind of ["pointerdown", "pointerup", "pointercancel"]) {
    addEventListener(kind, () => Object.assign(busy, { pressed: kind === "pointerdown" }), { capture: true });
  }
}

/**
 * Give the early views to Streamlit's page. They move there as soon as the reader neither scrolls nor holds a button.
 * Nothing is drawn again. Focus, typed text and scroll positions stay.
 * @param {HTMLElement} parent
 */
export function takeOver(parent) {
  const taken = views;
  if (!taken) {
    page()?.remove(); // the script of the early page did not arrive
    return null;
  }
  const wait = () => {
    if (!parent.isConnected || views !== taken) return;
    const ready = first(document, "#root .pages a"); // the links to the pages come from another component
    const sheet = first(taken.root, "dialog[open]"); // a dialog that is moved leaves the top layer
    if (!ready || sheet || busy.pressed || performance.now() - busy.scrolled < CALM) setTimeout(wait, CALM / 4);
    else settle(parent, taken);
  };
  wait();
  return taken;
}

/**
 * @param {HTMLElement} parent
 * @param {LinkedViews} taken
 */
function settle(parent, taken) {
  const early = page();
  const scrolled = [...taken.root.querySelectorAll("*")].filter((node) => node.scrollTop || node.scrollLeft);
  const places = scrolled.map((node) => /** @type {const} */ ([node, node.scrollTop, node.scrollLeft]));
  const focus = /** @type {HTMLElement | null} */ (document.activeElement);
  const top = early?.scrollTop ?? 0;
  views = null;
  move(parent, taken.root);
  early?.remove();
  taken.fit();
  first(document, "[data-testid=stMain]")?.scrollTo({ top, behavior: "instant" });
  for (const [node, y, x] of places) node.scrollTo({ top: y, left: x, behavior: "instant" });
  if (focus && taken.root.contains(focus) && document.activeElement !== focus) focus.focus({ preventScroll: true });
}

/** Remove the early page, because Streamlit has drawn another page. */
export function leave() {
  views?.remove();
  views = null;
  page()?.remove();
}

/**
 * @param {HTMLElement} parent
 * @param {HTMLElement} node
 */
function move(parent, node) {
  /** @type {HTMLElement & {moveBefore?: (node: Node, before: Node | null) => void}} */
  const place = parent;
  if (place.moveBefore)
    place.moveBefore(node, null); // in newer browsers this keeps the state of the node
  else place.append(node);
}
