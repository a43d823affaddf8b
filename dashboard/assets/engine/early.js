// The views that were drawn before Streamlit was there, until Streamlit's page takes them over.

import { first } from "./view.js";

/** @import { LinkedViews } from "./views.js" */

/** @type {LinkedViews | null} */
let views = null;

const page = () => document.getElementById("early");

/** @param {LinkedViews} drawn */
export function keep(drawn) {
  views = drawn;
}

/**
 * Move the early views into their place on Streamlit's page, as they are: nothing is drawn anew, and focus, typed text
 * and scroll positions stay.
 * @param {HTMLElement} parent
 */
export function takeOver(parent) {
  const [taken, early] = [views, page()];
  if (!taken || !early) return null;
  views = null;
  const scrolled = [...taken.root.querySelectorAll("*")].filter((node) => node.scrollTop || node.scrollLeft);
  const places = scrolled.map((node) => /** @type {const} */ ([node, node.scrollTop, node.scrollLeft]));
  const focus = /** @type {HTMLElement | null} */ (document.activeElement);
  const top = early.scrollTop;
  move(parent, taken.root);
  early.remove();
  first(document, "[data-testid=stMain]")?.scrollTo({ top, behavior: "instant" });
  for (const [node, y, x] of places) node.scrollTo({ top: y, left: x, behavior: "instant" });
  if (focus && taken.root.contains(focus) && document.activeElement !== focus) focus.focus({ preventScroll: true });
  return taken;
}

/** Take the early page away, because Streamlit has drawn another one. */
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
    place.moveBefore(node, null); // a newer browser keeps the state of what it moves
  else place.append(node);
}
