// The one state of the reader: what is chosen, and what that leaves. It is decided here, in the frame of the click, and
// here its address is written. The server hears of it only when the reader goes to a page that the server draws.

import { act as report, unanswered } from "./acts.js";
import { acted, destination, embedded, plain, read, write } from "./address.js";
import { leave } from "./early.js";
import { matching } from "./search.js";
import { chosenEvent, counts, EVERY_WEIGHT, shown } from "./select.js";
import { json, once } from "./view.js";

/** @import { Act, Facts, Place, Remaining, TextIndex, Urls } from "./types" */
/** @import { Choice } from "./select.js" */
/**
 * What is chosen, and what that leaves. `base` is the same object as long as nothing but the chosen event changes.
 * @typedef {object} Chosen
 * @property {Facts} facts
 * @property {Choice} choice
 * @property {Remaining} remaining
 * @property {Record<string, Record<string, number>>} counts
 * @property {object} base
 */
/** @typedef {(chosen: Chosen) => void} Listener */

// The shell of the page makes it of popstate: Streamlit would answer Back and Forward by a run of its own.
addEventListener("step", (event) => {
  event.preventDefault();
  step();
});

/** The page that is decided here; the server draws the others. */
export const FIRST = "explore";

/** @type {Place | null} */
let place = null;
let session = "";
let arrivals = 0;
/** @type {Facts | null} */
let facts = null;
/** @type {Urls | null} */
let urls = null;
/** @type {TextIndex | null} */
let texts = null;
/** @type {Chosen | null} */
let chosen = null;
/** @type {Set<Listener>} */
const listeners = new Set();
let sought = 0;
/** The choice that was last worked out, but for the event, and whether that was with a search, as JSON. */
let bare = "";

/**
 * Hear of every choice from now on, and of the present one at once.
 * @param {Listener} listener
 */
export function listen(listener) {
  listeners.add(listener);
  if (chosen) listener(chosen);
  return () => listeners.delete(listener);
}

/** What is chosen; null until the facts are there. */
export const now = () => chosen;

/**
 * Take the facts of a version of the data, and choose what the address says.
 * @param {Facts} fresh
 * @param {Urls} addresses
 */
export function know(fresh, addresses) {
  if (facts !== fresh) texts = null;
  facts = fresh;
  urls = addresses;
  return settle();
}

/**
 * Take what the server says of the address: it leads the reader elsewhere, or knows what an address means that is not
 * understood here.
 * @param {Place} fresh
 */
export function hear(fresh) {
  const begins = place === null;
  if (session !== fresh.session) [session, arrivals] = [fresh.session, 0];
  const leads = fresh.arrivals > arrivals && fresh.written;
  if (place && place.heard !== fresh.heard) hideNotices(false);
  place = fresh;
  if (fresh.page !== FIRST) leave();
  if (underway()) return; // what is drawn does not belong to the address yet
  arrivals = fresh.arrivals;
  if (leads) push(fresh.address);
  else if (begins && plain(fresh.address) !== plain(location.search) && !decided()) visit(); // the reader moved on before this was loaded
  settle();
}

/**
 * Do what the reader asks for: draw it, write its address, and where the server draws the page, let the server know.
 * @param {Act} asked
 */
export function act(asked) {
  if (!chosen || !facts) return;
  if (asked.do === "text" && asked.q && !texts) {
    seek()
      .catch(() => {})
      .then(() => choose(acted(present(), asked, known())));
    return;
  }
  choose(acted(present(), asked, facts));
}

/**
 * Go to another page of the dashboard, with all that is chosen.
 * @param {string} page
 */
export function turn(page) {
  push(to(page));
  visit();
}

/**
 * Follow a link from one page of the dashboard to another.
 * @param {string} query
 */
export function go(query) {
  if (decided() && facts) {
    const there = destination(present(), query, facts, found(present()));
    const { choice, exact } = read(there, facts);
    if (exact && choice.page === FIRST) {
      choose(choice);
      return;
    }
  }
  report({ do: "go", query });
}

/** Follow Back or Forward, which have led to the address already. */
export function step() {
  if (decided() && facts && !underway()) {
    const { choice, exact } = read(location.search.slice(1), facts);
    if (exact && choice.page === FIRST) {
      show(choice);
      return;
    }
  }
  visit();
}

/** Fetch the texts that the search goes through. */
export async function seek() {
  if (!urls || texts) return;
  const version = facts;
  const fetched = await once(urls.text, json);
  if (facts === version) texts = fetched;
}

/**
 * The query string of a page on which all that is chosen stays chosen.
 * @param {string} page
 */
export function to(page) {
  if (decided() && facts && chosen) return write({ ...chosen.choice, page }, facts);
  const query = new URLSearchParams(underway() || !place ? location.search : place.query);
  for (const [name, owner] of Object.entries(place?.own ?? {})) if (owner !== page) query.delete(name);
  if (page === FIRST) query.delete("page");
  else query.set("page", page);
  return query.toString();
}

/**
 * The query string of what is shown, with the event that is open; with `everything` also what is hidden for its weight.
 * @param {{everything?: boolean}} [how]
 */
export function linkTo({ everything = false } = {}) {
  const { choice, remaining } = /** @type {Chosen} */ (chosen);
  const filters = everything ? { ...choice.filters, weight: EVERY_WEIGHT } : choice.filters;
  return write({ ...choice, filters, event: remaining.event ?? choice.event, at: remaining.at }, known());
}

/**
 * The event that is open, and what is said of one that the filters hide.
 * @param {string[]} ids
 * @param {Choice} choice
 */
function opened(ids, choice) {
  const event = chosenEvent(known(), ids, choice.event);
  const hidden = choice.event && event !== choice.event;
  return { event, at: hidden ? "" : choice.at, outside: hidden ? known().events[choice.event].label : "" };
}

const underway = () => unanswered(0).some((one) => one.do === "visit" || one.do === "go");
/** Tell whether the page that is drawn is the one that is decided here. */
const decided = () => (place?.page ?? FIRST) === FIRST;
const present = () => /** @type {Chosen} */ (chosen).choice;
const known = () => /** @type {Facts} */ (facts);
/** @param {Choice} choice */
const found = (choice) => (choice.filters.q && texts ? matching(texts, choice.filters.q) : null);
const visit = () => report({ do: "visit", query: location.search.slice(1) });

/** @param {Choice} choice */
function choose(choice) {
  const before = location.search;
  show(choice);
  push(write(choice, known()));
  hideNotices(true);
  if (location.search !== before && (underway() || !decided() || choice.page !== FIRST)) visit();
}

/** Choose what the address says, or where that is not understood here, what the server makes of it. */
function settle() {
  if (!facts) return;
  const here = read(location.search.slice(1), facts);
  const own = here.exact && !(underway() && here.choice.page !== place?.page);
  return show(own || !place ? here.choice : read(place.query, facts).choice);
}

/**
 * Show a choice. A search waits for the texts; if they do not come, it leaves all events, and says so.
 * @param {Choice} choice
 */
async function show(choice) {
  sought += 1;
  const own = sought;
  if (choice.filters.q && !texts) {
    await seek().catch(() => {});
    if (own !== sought) return;
  }
  const searches = choice.filters.q !== "" && texts !== null;
  const key = JSON.stringify([{ ...choice, event: "", at: "", page: "", own: {} }, searches]);
  if (chosen && chosen.facts === facts && key === bare) {
    chosen = { ...chosen, choice, remaining: { ...chosen.remaining, ...opened(chosen.remaining.shown, choice) } };
  } else {
    const matched = found(choice);
    const remaining = shown(known(), choice, matched);
    chosen = { facts: known(), choice, remaining, counts: counts(known(), choice.filters, matched), base: {} };
    bare = key;
  }
  for (const listener of listeners) listener(chosen);
}

/** @param {string} query */
function push(query) {
  if (plain(query) === plain(location.search)) return;
  const address = embedded(query, location.search);
  history.pushState({}, "", address ? `${location.pathname}?${address}` : location.pathname);
}

/**
 * Hide what was said of the address that the reader came by, because it is another one now.
 * @param {boolean} hidden
 */
function hideNotices(hidden) {
  for (const notice of document.querySelectorAll(".notice.of-address")) {
    /** @type {HTMLElement} */ (notice).hidden = hidden;
  }
}
