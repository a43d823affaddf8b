// Sets the scroll position of a page that is opened. If the views are one below the other, a link that names an event
// opens at its article, or at the passage that the link names. After a reload or a step of the browser's history, the
// page is scrolled to where the reader left it. The browser does not do that, because the page scrolls in an element.

import { here } from "./here.js";
import { first } from "./view.js";

const KEPT = "dashboard-top "; // before the address, in the store of the window
const RETURNS = ["reload", "back_forward"];

/** The element that scrolls: that of the page before Streamlit has started, that of Streamlit, or the window. */
export const scroller = () => {
  const early = document.getElementById("early");
  const inside = early && getComputedStyle(early).position === "fixed" ? early : null;
  return inside ?? first(document, "[data-testid=stMain]") ?? document.documentElement;
};

/** The present address, and whether a step of the browser's history has led there. */
let [present, returned] = ["", false];

/**
 * How far the page is scrolled at addresses that the store does not have yet. To write there takes long, so it is done after
 * the views are drawn.
 * @type {Map<string, number>}
 */
const pending = new Map();

/** Keep how far the page is scrolled, for a reload and for a step back to this address. */
export function keepPlace(address = location.href) {
  pending.set(address, Math.round(scroller().scrollTop));
  setTimeout(storePlaces);
}

/** Write into the store of the window what is kept. Do it at once if the window may close. */
export function storePlaces() {
  try {
    for (const [address, top] of pending) sessionStorage.setItem(KEPT + address, String(top));
    pending.clear();
  } catch {
    // a browser that stores nothing begins at the top after a reload
  }
}

/** Note that the reader has gone on to another address. */
export function goOn() {
  [present, returned] = [location.href, false];
}

/** Begin another page at its top. */
export function beginPage() {
  keepPlace();
  scroller().scrollTo({ top: 0, behavior: "instant" });
}

/**
 * Scroll the page to where the reader left it at this address, after a step of the browser's history.
 * @param {() => void} [draw] draws what belongs to the address, if it can be drawn at once
 */
export function comeBack(draw) {
  if (present) keepPlace(present); // before anything is drawn and may move
  draw?.();
  [present, returned] = [location.href, true];
  const kept = keptPlace();
  if (kept !== null) scroller().scrollTo({ top: kept, behavior: "instant" });
}

/** How far the page was scrolled when the reader left it; null if the reader does not return to it. */
function keptPlace() {
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (!returned && !RETURNS.includes(visit?.type)) return null;
  const place = pending.get(location.href);
  if (place !== undefined) return place;
  try {
    const stored = sessionStorage.getItem(KEPT + location.href);
    return stored === null ? null : Number(stored);
  } catch {
    return null;
  }
}

/**
 * Scroll the page to where it begins for this reader.
 * @param {HTMLElement} root of the views
 * @param {{event: string, at: string}} open the event and the proof that are open
 * @param {boolean} stacked whether the views are one below the other
 */
export function land(root, { event, at }, stacked) {
  const place = scroller();
  const kept = keptPlace();
  const query = new URLSearchParams(here());
  // The notice about a proof that does not exist is above the views.
  const isNoticed = query.getAll("at").some(Boolean) && !at;
  if (kept !== null) place.scrollTo({ top: kept, behavior: "instant" });
  else if (stacked && !isNoticed && query.getAll("event").at(-1) === event) {
    const passage = first(root, ".article :is([data-lit], [data-seen])");
    // a reader who has scrolled already stays there, except that the page always scrolls to a passage
    if (passage || !place.scrollTop) (passage ?? first(root, ".article"))?.scrollIntoView({ behavior: "instant" });
  }
}
