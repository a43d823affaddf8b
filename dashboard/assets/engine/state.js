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
 * @property {boolean} unsearched whether the texts for the search could not be fetched, so that it leaves all events
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
/**
 * What the reader chose last; it is drawn a moment later where a search waits for its texts.
 * @type {Choice | null}
 */
let wanted = null;
/**
 * What the server said of the address in the first HTML.
 * @type {{address: string, query: string} | null}
 */
let arrival = null;
/** The address that the server was last asked about, because it is not understood here. */
let asked = "";
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
 * Take what the first HTML says of the address: the parts of it that are understood.
 * @param {string} query
 */
export function arrive(query) {
  arrival = { address: location.search.slice(1), query };
}

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
  place = fresh;
  if (fresh.page !== FIRST) leave();
  if (underway()) return; // what is drawn does not belong to the address yet
  arrivals = fresh.arrivals;
  if (leads) push(fresh.address);
  else if (begins && plain(fresh.address) !== plain(location.search) && !decided()) visit(); // the reader moved on before this was loaded
  settle();
  hideNotices();
}

/**
 * Do what the reader asks for: draw it, write its address, and where the server draws the page, let the server know.
 * @param {Act} asked
 */
export function act(asked) {
  if (chosen && facts) choose(acted(present(), asked, facts));
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
  if (!decided() || !facts) {
    report({ do: "go", query });
    return;
  }
  const there = along(query);
  const { choice, exact } = read(there, facts);
  if (exact && choice.page === FIRST) {
    choose(choice);
    return;
  }
  push(there);
  visit();
}

/**
 * The query string to which a link leads: the filters go along, where the link has none of its own.
 * @param {string} query
 */
export const along = (query) => (facts && chosen ? destination(present(), query, facts, found(present())) : query);

/** Follow Back or Forward, which have led to the address already. */
export function step() {
  if (decided() && facts) {
    const { choice, exact } = read(location.search.slice(1), facts);
    if (exact && choice.page === FIRST) {
      show(choice);
      hideNotices();
      if (!underway()) return;
    }
  }
  visit();
}

/** Fetch the texts that the search goes through; if they do not come, the next search asks again. */
export async function seek() {
  if (!urls || texts) return;
  const version = facts;
  const fetched = await once(urls.text, json).catch(() => null);
  if (facts === version) texts = fetched;
}

/**
 * The query string of a page on which all that is chosen stays chosen.
 * @param {string} page
 */
export function to(page) {
  if (decided() && facts && chosen) return write({ ...present(), page }, facts);
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
  const { remaining } = /** @type {Chosen} */ (chosen);
  const choice = present();
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
  const at = event === choice.event ? choice.at : "";
  return { event, at, outside: hidden ? known().events[choice.event].label : "" };
}

const underway = () => unanswered(0).some((one) => one.do === "visit" || one.do === "go");
/** Tell whether the page that is drawn is the one that is decided here. */
const decided = () => (place?.page ?? FIRST) === FIRST;
const present = () => wanted ?? /** @type {Chosen} */ (chosen).choice;
const known = () => /** @type {Facts} */ (facts);
/** @param {Choice} choice */
const found = (choice) => (choice.filters.q && texts ? matching(texts, choice.filters.q) : null);
const visit = () => report({ do: "visit", query: location.search.slice(1) });

/** @param {Choice} choice */
function choose(choice) {
  const before = location.search;
  show(choice);
  push(write(choice, known()));
  hideNotices();
  if (location.search !== before && (underway() || !decided() || choice.page !== FIRST)) visit();
}

/** Choose what the address says. Of what is not understood here, the server says what it means. */
function settle() {
  if (!facts) return;
  const here = location.search.slice(1);
  const { choice, exact } = read(here, facts);
  const server = place ?? arrival;
  if (underway() && place && choice.page !== place.page) return show(read(place.query, facts).choice);
  if (exact || !server) return show(choice);
  if (plain(server.address) === plain(here)) return show(read(server.query, facts).choice);
  if (place && !underway() && asked !== here) {
    asked = here;
    visit();
  }
  return show(choice);
}

/**
 * Show a choice. A search waits for the texts; if they do not come, it leaves all events, and the views say so.
 * @param {Choice} choice
 */
async function show(choice) {
  wanted = choice;
  sought += 1;
  const own = sought;
  if (choice.filters.q && !texts) {
    await seek();
    if (own !== sought) return;
  }
  const unsearched = Boolean(choice.filters.q && !texts);
  const key = JSON.stringify([{ ...choice, event: "", at: "", page: "", own: {} }, unsearched]);
  if (chosen && chosen.facts === facts && key === bare) {
    chosen = { ...chosen, choice, remaining: { ...chosen.remaining, ...opened(chosen.remaining.shown, choice) } };
  } else {
    const matched = found(choice);
    const remaining = shown(known(), choice, matched);
    const tally = counts(known(), choice.filters, matched);
    chosen = { facts: known(), choice, remaining, counts: tally, base: {}, unsearched };
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

/** Show what the server said of an address only as long as the reader is there. */
function hideNotices() {
  const elsewhere = place !== null && plain(place.address) !== plain(location.search);
  for (const notice of document.querySelectorAll(".notice.of-address")) {
    /** @type {HTMLElement} */ (notice).hidden = elsewhere;
  }
}
