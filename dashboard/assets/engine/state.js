// The state of the reader: the choice, and the events that pass its filters. This module computes it in the frame of the
// click, and writes the address. The server gets a report only if the reader goes to a page that the server draws.

import { act as report, unanswered } from "./acts.js";
import { acted, destination, embedded, plain, read, seen, write } from "./address.js";
import { expect } from "./connection.js";
import { leave } from "./early.js";
import { eventsOf, find, matching } from "./find.js";
import { here, record } from "./here.js";
import { beginPage, comeBack, goOn, keepPlace } from "./landing.js";
import { counts, EVERY_WEIGHT, opened, remaining, shown } from "./select.js";
import { idle, json, once } from "./view.js";

/** @import { Act, Facts, Place, Remaining, TextIndex, Urls } from "./types" */
/** @import { Found } from "./find.js" */
/** @import { Choice } from "./select.js" */
/**
 * The choice and its result. `base` stays the same object as long as only the chosen event changes.
 * @typedef {object} Chosen
 * @property {Facts} facts
 * @property {Choice} choice
 * @property {Remaining} remaining
 * @property {Record<string, Record<string, number>>} counts
 * @property {object} base
 * @property {boolean} unsearched true if the texts for the search could not be fetched; the search then leaves all events
 * @property {Found | null} found what the search has found; null without a search
 */
/** @typedef {(chosen: Chosen) => void} Listener */

// door.html turns popstate into this event, because Streamlit would answer Back and Forward with a rerun of its own.
addEventListener("step", (event) => {
  event.preventDefault();
  step();
});

/** The page that the browser draws. The server draws the others. */
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
 * The last choice of the reader. If a search waits for its texts, the choice is drawn a moment later.
 * @type {Choice | null}
 */
let latest = null;
/**
 * The choice before the tour was opened; null if the address began with the tour.
 * @type {Choice | null}
 */
let untoured = null;
/**
 * What the server understood of the address when it wrote the first HTML.
 * @type {{address: string, query: string} | null}
 */
let arrival = null;
/** The last address that was sent to the server because this module did not understand it. */
let sentAddress = "";
/** @type {Set<Listener>} */
const listeners = new Set();
/** Whether each choice is a step of the browser's history. */
let steps = true;
/** How often `show` was called. */
let shows = 0;
/** An address with the zoom is written this many milliseconds after the last movement. */
const CALM = 200;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let writing;
/** The last computed choice without its event, and whether the search was made, as JSON. */
let baseKey = "";

/**
 * Call a listener with the present choice, and with every choice from now on.
 * @param {Listener} listener
 */
export function listen(listener) {
  listeners.add(listener);
  if (chosen) listener(chosen);
  return () => listeners.delete(listener);
}

/** Give what is chosen; null until the facts are loaded. */
export const now = () => chosen;

/** Make no more steps of the browser's history. In a frame they would be steps of the page around it. */
export function stayInHistory() {
  steps = false;
}

/**
 * Take the query string that the first HTML gives: the parts of the address that the server understood.
 * @param {string} query
 */
export function arrive(query) {
  arrival = { address: here(), query };
}

/**
 * Take the facts of a version of the data, and choose what the address says.
 * @param {Facts} fresh
 * @param {Urls} addresses
 */
export function know(fresh, addresses) {
  if (facts !== fresh) [texts, untoured] = [null, null];
  facts = fresh;
  urls = addresses;
  return settle();
}

/**
 * Take the server's answer about the address. It may lead the reader to another address, or say what an address means
 * that this module does not understand.
 * @param {Place} fresh
 */
export function hear(fresh) {
  const isFirst = place === null;
  if (session !== fresh.session) [session, arrivals] = [fresh.session, 0];
  const leads = fresh.arrivals > arrivals && fresh.written;
  place = fresh;
  tellOfPage();
  if (fresh.page !== FIRST) leave();
  if (awaitsServer()) return; // the server has not drawn the page of the address yet
  arrivals = fresh.arrivals;
  if (leads) push(fresh.address);
  else if (isFirst && plain(fresh.address) !== plain(here()) && !drawnHere()) visit(); // the reader has moved on since
  hideNotices();
  settle();
}

/**
 * Do an act of the reader: draw the result, write its address, and report it if the server draws the page.
 * @param {Act} action
 */
export function act(action) {
  if (chosen && facts) choose(acted(currentChoice(), action, facts));
}

/**
 * Choose values of parameters that change only the look of the views.
 * @param {Partial<Pick<Choice, "tour" | "map">>} view
 */
export function see(view) {
  if (chosen && facts) choose(seen(currentChoice(), view, facts));
}

/** End the tour. What was chosen before it comes back, unless the reader has chosen something else during the step. */
export function leaveTour() {
  if (!chosen || !facts) return;
  const choice = currentChoice();
  const step = read(facts.tour[Number(choice.tour) - 1].query, facts).choice;
  const isUntouched = plain(write(choice, facts)) === plain(write(step, facts));
  choose(untoured && isUntouched ? { ...untoured, page: FIRST } : { ...choice, tour: "" });
}

/**
 * Do an act of the reader, and replace the present address, so that Back does not lead to it.
 * @param {Act} action
 */
export function amend(action) {
  if (chosen && facts) choose(acted(currentChoice(), action, facts), false);
}

/**
 * Give the event that would be open after an act; null if there would be none.
 * @param {Act} action
 */
export function after(action) {
  const choice = chosen && facts ? acted(currentChoice(), action, facts) : null;
  if (!choice || !facts) return null;
  const matched = matchingOf(choice);
  return opened(facts, remaining(facts, choice.filters, matched), choice, matched).event;
}

/**
 * Go to another page of the dashboard, and keep the choice.
 * @param {string} page
 */
export function turn(page) {
  writeZoom();
  beginPage();
  push(to(page));
  visit();
}

/**
 * Follow a link from one page of the dashboard to another.
 * @param {string} query
 */
export function go(query) {
  if (!drawnHere() || !facts) {
    report({ do: "go", query });
    tellOfPage();
    return;
  }
  const target = along(query);
  const { choice, exact } = read(target, facts);
  if (exact && choice.page === FIRST) {
    choose(choice);
    return;
  }
  keepPlace();
  push(target);
  visit();
}

/**
 * Give the query string to which a link leads. The present filters are added, unless the link has filters of its own.
 * @param {string} query
 */
export const along = (query) =>
  facts && chosen ? destination(currentChoice(), query, facts, matchingOf(currentChoice())) : query;

/** Follow Back or Forward. The browser has changed the address already. */
export function step() {
  clearTimeout(writing);
  writing = undefined;
  if (drawnHere() && facts) {
    const { choice, exact } = read(here(), facts);
    if (exact && choice.page === FIRST) {
      comeBack(() => {
        hideNotices();
        show(choice);
      });
      if (!awaitsServer()) return;
    }
  }
  comeBack();
  visit();
}

/** Fetch the texts for the search. If that fails, the next search tries again. */
export async function seek() {
  if (!urls || texts) return;
  const version = facts;
  const fetched = await once(urls.text, json).catch(() => null);
  if (facts !== version) return;
  texts = fetched;
  if (fetched) idle(() => find(fetched, "")); // prepares the first search
}

/**
 * Give the ids of the events at which a person appears.
 * @param {string} name
 */
export const appearances = (name) => (texts ? eventsOf(texts, name) : []);

/** Give the tables that fold a text; null until the texts for the search are here. */
export const folds = () => texts?.folds ?? null;

/**
 * Give the query string of a page that keeps the choice.
 * @param {string} page
 */
export function to(page) {
  if (drawnHere() && facts && chosen) return write({ ...currentChoice(), page }, facts);
  const query = new URLSearchParams(awaitsServer() || !place ? here() : place.query);
  for (const [name, owner] of Object.entries(place?.own ?? {})) if (owner !== page) query.delete(name);
  if (page === FIRST) query.delete("page");
  else query.set("page", page);
  return query.toString();
}

/**
 * Give the query string of what is shown, with the open event. With `everything` it also shows the events that are
 * hidden by their weight.
 * @param {{everything?: boolean}} [how]
 */
export function linkTo({ everything = false } = {}) {
  const { remaining } = /** @type {Chosen} */ (chosen);
  const choice = currentChoice();
  const filters = everything ? { ...choice.filters, weight: EVERY_WEIGHT } : choice.filters;
  const { event, at, passage } = remaining;
  return write({ ...choice, filters, event: event ?? choice.event, at, passage }, currentFacts());
}

/** Tell whether a report of an address (`visit` or `go`) has no answer yet. */
const awaitsServer = () => unanswered(0).some((action) => action.do === "visit" || action.do === "go");
/** Tell whether the present page is the one that the browser draws. */
const drawnHere = () => (place?.page ?? FIRST) === FIRST;
/** Tell whether the window shows the page that the browser draws, and no other is awaited. */
export const isHere = () => drawnHere() && !awaitsServer();
const currentChoice = () => latest ?? /** @type {Chosen} */ (chosen).choice;
const currentFacts = () => /** @type {Facts} */ (facts);
/**
 * Search the texts. Gives the ids of the events; null without a search, or without the texts.
 * @param {Choice} choice
 */
const matchingOf = (choice) => (choice.filters.q && texts ? matching(texts, choice.filters.q) : null);
function visit() {
  report({ do: "visit", query: here() });
  tellOfPage();
}

/** Say whether the reader has chosen a page that is not open yet. Without the connection this may last. */
function tellOfPage() {
  const page = new URLSearchParams(here()).get("page") ?? FIRST;
  const leads = unanswered(0).some((action) => action.do === "go");
  expect(awaitsServer() && (leads || page !== (place?.page ?? FIRST)));
}

/**
 * Keep in the address which days the timeline shows. This is no step of the browser's history.
 * @param {string} zoom
 */
export function zoomed(zoom) {
  if (!chosen || currentChoice().zoom === zoom) return;
  latest = { ...currentChoice(), zoom };
  chosen = { ...chosen, choice: { ...chosen.choice, zoom } };
  clearTimeout(writing);
  writing = setTimeout(writeZoom, CALM);
}

/** Write the zoom into the present step of the history, if it is not written yet. */
function writeZoom() {
  if (!writing) return;
  clearTimeout(writing);
  writing = undefined;
  if (!drawnHere() || !facts) return;
  const query = write(currentChoice(), facts);
  if (plain(query) !== plain(here())) record(embedded(query, here()), false);
}

/**
 * @param {Choice} choice
 * @param {boolean} step whether it is a step of the browser's history
 */
function choose(choice, step = true) {
  writeZoom(); // belongs to the step of the history that is about to end
  const before = here();
  keepPlace();
  const query = write(choice, currentFacts());
  hideNotices(query);
  show(choice);
  push(query, step);
  if (here() !== before && (awaitsServer() || !drawnHere() || choice.page !== FIRST)) visit();
}

/** Choose what the address says. If this module does not understand all of it, use what the server understood. */
function settle() {
  if (!facts) return;
  const address = here();
  const { choice, exact } = read(address, facts);
  const server = place ?? arrival;
  if (awaitsServer() && place && choice.page !== place.page) return show(read(place.query, facts).choice);
  if (exact || !server) return show(choice);
  if (plain(server.address) === plain(address)) return show(read(server.query, facts).choice);
  if (place && !awaitsServer() && sentAddress !== address) {
    sentAddress = address;
    visit();
  }
  return show(choice);
}

/**
 * Show a choice. A search first fetches the texts. If that fails, the search leaves all events, and the views say so.
 * @param {Choice} choice
 */
async function show(choice) {
  if (choice.tour && !latest?.tour) untoured = latest;
  latest = choice;
  shows += 1;
  const call = shows;
  if (choice.filters.q && !texts) {
    await seek();
    if (call !== shows) return; // a later choice replaces this one
  }
  const unsearched = Boolean(choice.filters.q && !texts);
  const view = { event: "", at: "", passage: "", zoom: "", page: "", tour: "", own: {} };
  const key = JSON.stringify([{ ...choice, ...view }, unsearched]);
  if (chosen && chosen.facts === facts && key === baseKey) {
    const { remaining } = chosen;
    const open = opened(chosen.facts, remaining.shown, choice, matchingOf(choice));
    chosen = { ...chosen, choice, remaining: { ...remaining, ...open } };
  } else {
    const matched = matchingOf(choice);
    const remaining = shown(currentFacts(), choice, matched);
    const tally = counts(currentFacts(), choice.filters, matched);
    const found = choice.filters.q && texts ? find(texts, choice.filters.q) : null;
    chosen = { facts: currentFacts(), choice, remaining, counts: tally, base: {}, unsearched, found };
    baseKey = key;
  }
  for (const listener of listeners) listener(chosen);
}

/**
 * @param {string} query
 * @param {boolean} step
 */
function push(query, step = true) {
  if (plain(query) === plain(here())) return;
  record(embedded(query, here()), step && steps);
  goOn();
}

/**
 * Show the notices about an address only while that address is open. They are above the views, so do it before these are
 * drawn.
 */
function hideNotices(address = here()) {
  const elsewhere = place !== null && plain(place.address) !== plain(address);
  for (const notice of document.querySelectorAll(".notice.of-address")) {
    /** @type {HTMLElement} */ (notice).hidden = elsewhere;
  }
}
