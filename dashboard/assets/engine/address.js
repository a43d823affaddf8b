// Read and write the address: filters, the chosen event and the state of the views. This is the twin of web/address.py.
// The order of the parameters does not matter. Some parameters belong to Streamlit.

import { isSeen, stripped } from "./search.js";
import { FACETS, FREE, parameters, query, remaining, same, USUAL, values } from "./select.js";
import { isDate, isDays, isInverted, isSpan } from "./span.js";

/** @import { Act, Facts } from "./types" */
/** @import { Choice, Facet, Filters } from "./select.js" */

const STREAMLIT = new Set(["embed", "embed_options"]); // parameters of Streamlit's, on every page
/** The word of an address for every weight. */
export const ANY = "any";
/** The longest text searched for, in characters. */
export const MAX_TEXT = 200;
const [LONGEST, MOST] = [100_000, 1_000]; // the most characters and parameters of an address that are read

/**
 * Write a query in one form, so that two addresses with the same parameters give the same text.
 * @param {string} query
 */
export function plain(query) {
  const pairs = [...new URLSearchParams(query)].filter(([name]) => !STREAMLIT.has(name));
  return JSON.stringify(pairs.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)));
}

/**
 * Add Streamlit's parameters of the present address to a query.
 * @param {string} query
 * @param {string} present
 */
export function embedded(query, present) {
  const own = [...new URLSearchParams(query)].filter(([name]) => !STREAMLIT.has(name));
  const kept = [...new URLSearchParams(present)].filter(([name]) => STREAMLIT.has(name));
  return new URLSearchParams([...own, ...kept]).toString();
}

/** What is chosen if the address has no such parameter. */
export const FIRST = {
  page: "explore",
  event: "",
  at: "",
  passage: "",
  columns: "conferences",
  sort: "kind",
  tour: "",
  lanes: "kind",
  table: "",
  zoom: "",
  map: "",
};
/** With one of these or a filter, an address itself says what an open step of the tour shows. */
const SHOWN = ["page", "event", "at", "passage"];
/** The parameters of the first page that are in the address of no other page. */
const LEAVING = ["tour", "map"];
/** Which panes are tables; empty if none is. */
const TABLES = ["timeline", "matrix", "both"];
const BOTH = "both";

/**
 * Write the link to a view of the dashboard, from a page of the dashboard.
 * @param {string | Record<string, string>} given its query string or its parameters
 */
export const toView = (given) => `?${typeof given === "string" ? given : query(Object.entries(given))}`;

/**
 * Add a query string to a path; an empty one adds nothing.
 * @param {string} path
 * @param {string} text
 */
export const withQuery = (path, text) => (text ? `${path}?${text}` : path);

/**
 * Write the query string of a choice. Without facts, the parameters of single pages are all written.
 * @param {Choice} choice
 * @param {Facts | null} facts
 */
export function write(choice, facts) {
  const view = Object.entries(FIRST).flatMap(([name, usual]) => {
    const value = choice[/** @type {keyof typeof FIRST} */ (name)];
    if (LEAVING.includes(name) && choice.page !== FIRST.page) return [];
    return value === usual ? [] : [/** @type {[string, string]} */ ([name, value])];
  });
  const own = Object.entries(choice.own).filter(([name, value]) => {
    const parameter = facts?.own[name];
    return !parameter || (parameter.page === choice.page && value !== parameter.usual);
  });
  const pairs = [...parameters(choice.filters), ...view, ...own];
  const event = facts?.events[choice.event];
  const { weight } = choice.filters;
  if (event && same(weight, USUAL.weight) && !weight.includes(event.weight)) {
    // Without this parameter, the address would also choose the weight of the event.
    for (const value of weight) pairs.push(["weight", value]);
  }
  return query(pairs);
}

/**
 * Read an address. `exact` is true if every parameter and every value is known exactly as written. If not, only the
 * server can tell what was meant. `unknown` are the names and values that are not known. An address with a step of the
 * tour, but without a filter and an event, means what the step shows. A step about a chart closes the map or the table
 * that is in its place.
 * @param {string} search
 * @param {Facts} facts
 * @returns {{choice: Choice, exact: boolean, unknown: [name: string, value: string][]}}
 */
export function read(search, facts) {
  /** @type {Map<string, string[]>} */
  const given = new Map();
  const pairs = [...new URLSearchParams(search)].filter(([name]) => !STREAMLIT.has(name));
  for (const [name, value] of pairs) given.set(name, [...(given.get(name) ?? []), value]);
  const isStep = (/** @type {string} */ value) => facts.tour.some((_, i) => value === String(i + 1));
  const step = (given.get("tour") ?? []).findLast(isStep);
  if (step && ![...FACETS, ...FREE, ...SHOWN].some((name) => given.has(name))) {
    const scene = new URLSearchParams(facts.tour[Number(step) - 1].query);
    for (const [name, value] of scene) if (name !== "tour") given.set(name, [value]);
  }
  /** @type {[name: string, value: string][]} */
  const unknown = [];
  /**
   * Give the known values of a parameter. An unknown value makes the address inexact.
   * @param {string} name
   * @param {(value: string) => boolean} isKnown
   */
  const known = (name, isKnown) => {
    const all = given.get(name) ?? [];
    const good = all.filter(isKnown);
    for (const value of all) if (!isKnown(value)) unknown.push([name, value]);
    return good;
  };
  const filters = { ...USUAL };
  for (const facet of FACETS) {
    const every = values(facts, facet);
    const possible = new Set(facet === "weight" ? [...every, ANY] : every);
    const chosen = new Set(known(facet, (value) => possible.has(value)));
    const good = every.filter((value) => chosen.has(value) || (facet === "weight" && chosen.has(ANY)));
    if (good.length) filters[facet] = good;
  }
  filters.since = known("since", isDate).at(-1) ?? "";
  filters.until = known("until", isDate).at(-1) ?? "";
  if (isInverted(filters)) {
    unknown.push(["since", filters.since], ["until", filters.until]);
    [filters.since, filters.until] = ["", ""];
  }
  const q = (given.get("q") ?? []).join(" ");
  filters.q = searched(q);
  if (isTooLong(q)) unknown.push(["q", q]);
  /** @type {Partial<Record<keyof typeof FIRST, (value: string) => boolean>>} */
  const views = {
    page: (value) => Object.hasOwn(facts.pages, value),
    event: (value) => Object.hasOwn(facts.events, value),
    at: (value) => proofs(facts).has(value),
    columns: (value) => Object.hasOwn(facts.vocabulary.columns, value),
    sort: (value) => Object.hasOwn(facts.vocabulary.sorts, value),
    tour: isStep,
    map: (value) => value === "1" && facts.places.length > 0,
    lanes: (value) => Object.hasOwn(facts.vocabulary.lanes, value),
    table: (value) => TABLES.includes(value),
    zoom: isDays,
  };
  const view = { ...FIRST };
  for (const [name, isKnown] of Object.entries(views)) {
    const key = /** @type {keyof typeof FIRST} */ (name);
    view[key] = known(name, isKnown).at(-1) ?? FIRST[key];
  }
  Object.assign(view, uncovered(view, facts));
  /** @type {Record<string, string>} */
  const own = {};
  for (const [name, { usual, values: possible }] of Object.entries(facts.own)) {
    own[name] = known(name, (value) => possible.includes(value)).at(-1) ?? usual;
  }
  const names = new Set([...FACETS, ...FREE, ...Object.keys(FIRST), ...Object.keys(facts.own)]);
  for (const [name, all] of given) if (!names.has(name)) unknown.push([name, all.join(", ")]);
  const event = facts.events[view.event];
  if (event) view.passage = cut(given.get("passage")?.findLast((value) => stripped(value)) ?? "");
  if (event && !known("weight", () => true).length && !filters.weight.includes(event.weight)) {
    filters.weight = [...filters.weight, event.weight]; // a link to an event shows it even if its weight is hidden
  }
  if (event && view.at && !isProof(facts, view.event, view.at)) {
    unknown.push(["at", view.at]);
    view.at = "";
  }
  const exact = !unknown.length && search.length <= LONGEST && pairs.length <= MOST;
  return { choice: { ...view, filters, own }, exact, unknown };
}

/**
 * Give the parameters to change to show the chart of the open step of the tour; empty if it is shown.
 * @param {Pick<Choice, "tour" | "map" | "table">} view
 * @param {Facts} facts
 */
function uncovered({ tour, map, table }, facts) {
  const pane = facts.tour[Number(tour) - 1]?.pane ?? "";
  /** @type {Partial<Pick<Choice, "map" | "table">>} */
  const changes = {};
  if (pane === "timeline" && map) changes.map = "";
  if (table && table === pane) changes.table = "";
  if (table === BOTH && TABLES.includes(pane)) changes.table = pane === "matrix" ? "timeline" : "matrix";
  return changes;
}

/**
 * Give the choice with other values of the view. If they hide the chart that the open step of the tour is about, the tour
 * ends.
 * @param {Choice} choice
 * @param {Partial<Pick<Choice, "tour" | "map" | "table">>} view
 * @param {Facts} facts
 * @returns {Choice}
 */
export function seen(choice, view, facts) {
  const after = { ...choice, ...view };
  return Object.keys(uncovered(after, facts)).length ? { ...after, tour: "" } : after;
}

/**
 * Cut a text to its greatest length.
 * @param {string} text
 */
const cut = (text) => stripped(Array.from(text).slice(0, MAX_TEXT).join(""));

/**
 * Give the text to search for, cut to the greatest length; empty if nothing in it can be seen.
 * @param {string} text
 */
export function searched(text) {
  const q = cut(stripped(text));
  return isSeen(q) ? q : "";
}

/**
 * Tell whether only the beginning of a text is searched for.
 * @param {string} text
 */
export const isTooLong = (text) => Array.from(stripped(text)).length > MAX_TEXT;

/** @type {WeakMap<Facts, Set<string>>} */
const keys = new WeakMap();

/**
 * Collect the keys of the proofs of all events.
 * @param {Facts} facts
 */
function proofs(facts) {
  let all = keys.get(facts);
  if (!all) {
    const own = Object.values(facts.events).flatMap((event) => event.keys);
    all = new Set([...own, ...facts.roles.map(([, organizer]) => organizer), ...facts.order.organizers]);
    keys.set(facts, all);
  }
  return all;
}

/**
 * Tell whether an event has a proof with this key.
 * @param {Facts} facts
 * @param {string} event
 * @param {string} at
 */
function isProof(facts, event, at) {
  if (!at || !Object.hasOwn(facts.events, event)) return false;
  const isRole = () => facts.roles.some(([where, organizer]) => where === event && organizer === at);
  return facts.events[event].keys.includes(at) || isRole();
}

/**
 * Give the choice after an act of the reader. It is the same object if the act changes nothing here, because it names
 * something that does not exist, or leads to another address.
 * @param {Choice} choice
 * @param {Act} act
 * @param {Facts} facts
 * @returns {Choice}
 */
export function acted(choice, act, facts) {
  if (!isPossible(act, facts)) return choice;
  const { filters } = choice;
  switch (act.do) {
    case "choose":
      return chosen(choice, facts, act.event, act.at, act.passage);
    case "open":
      return opened(choice, facts, act.event, act.at);
    case "columns":
    case "sort":
    case "lanes":
      return { ...choice, [act.do]: act.value };
    case "table":
      return seen(choice, { table: act.value }, facts);
    case "turn":
      return { ...choice, page: act.page };
    case "reset":
      return { ...choice, filters: USUAL };
    case "text":
      return { ...choice, filters: { ...filters, q: searched(act.q) } };
    case "span":
      return { ...choice, filters: { ...filters, since: act.since, until: act.until } };
    case "filter": {
      const facet = /** @type {Facet} */ (act.facet);
      const selected = new Set(filters[facet]);
      selected[act.on ? "add" : "delete"](act.value);
      const ordered = values(facts, facet).filter((value) => selected.has(value));
      return narrowed(choice, facet, ordered);
    }
    case "drop": {
      if (act.facet === "q") return { ...choice, filters: { ...filters, q: "" } };
      if (act.facet === "span") return { ...choice, filters: { ...filters, since: "", until: "" } };
      const facet = /** @type {Facet} */ (act.facet);
      const kept = filters[facet].filter((value) => act.value !== value && act.value !== ANY);
      return narrowed(choice, facet, kept);
    }
    case "mark": {
      const there = { ...choice, page: "explore" };
      if (act.view !== "together") return opened(there, facts, act.value[0]);
      const pair = values(facts, "together").filter((organizer) => act.value.includes(organizer));
      return narrowed(there, "together", pair);
    }
    default:
      return choice;
  }
}

/**
 * Tell whether everything that an act names exists.
 * @param {Act} act
 * @param {Facts} facts
 */
function isPossible(act, { events, known, vocabulary, pages }) {
  switch (act.do) {
    case "choose":
    case "open":
      return Object.hasOwn(events, act.event);
    case "filter":
      return Object.hasOwn(known[act.facet] ?? {}, act.value);
    case "mark":
      if (act.view === "together") return act.value.every((organizer) => Object.hasOwn(known.together, organizer));
      return Object.hasOwn(events, act.value[0]);
    case "columns":
      return Object.hasOwn(vocabulary.columns, act.value);
    case "sort":
      return Object.hasOwn(vocabulary.sorts, act.value);
    case "lanes":
      return Object.hasOwn(vocabulary.lanes, act.value);
    case "table":
      return act.value === "" || TABLES.includes(act.value);
    case "turn":
      return Object.hasOwn(pages, act.page);
    case "span":
      return isSpan(act);
    default:
      return act.do === "drop" || act.do === "reset" || act.do === "text";
  }
}

/**
 * Set a filter. Without values it goes back to its default.
 * @param {Choice} choice
 * @param {Facet} facet
 * @param {string[]} chosen
 */
const narrowed = (choice, facet, chosen) => ({
  ...choice,
  filters: { ...choice.filters, [facet]: chosen.length ? chosen : USUAL[facet] },
});

/**
 * @param {Choice} choice
 * @param {Facts} facts
 * @param {string} event
 */
const chosen = (choice, facts, event, at = "", passage = "") => ({
  ...choice,
  event,
  at: isProof(facts, event, at) ? at : "",
  passage: cut(passage),
});

/**
 * Choose an event, and drop the filters that may hide it.
 * @param {Choice} choice
 * @param {Facts} facts
 * @param {string} event
 */
function opened(choice, facts, event, at = "") {
  const { weight } = facts.events[event];
  const shown = USUAL.weight.includes(weight) ? USUAL.weight : [...USUAL.weight, weight];
  return { ...chosen(choice, facts, event, at), filters: { ...USUAL, weight: shown } };
}

/**
 * Give the query string to which a link leads. The filters stay, unless the link has filters of its own, or the filters
 * would hide the event of the link.
 * @param {Choice} choice
 * @param {string} search the query string of the link
 * @param {Facts} facts
 * @param {Set<string> | null} matching
 */
export function destination(choice, search, facts, matching) {
  const pairs = [...new URLSearchParams(search)];
  const event = pairs.findLast(([name]) => name === "event")?.[1] ?? "";
  const filtered = pairs.some(([name]) => name === "tour" || [...FACETS, ...FREE].some((filter) => filter === name));
  const isHidden = () =>
    Object.hasOwn(facts.events, event) && !remaining(facts, choice.filters, matching).includes(event);
  return query(filtered || isHidden() ? pairs : [...parameters(choice.filters), ...pairs]);
}
