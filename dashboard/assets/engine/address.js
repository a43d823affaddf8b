// Read and write the address: filters, the chosen event and the state of the views. This is the twin of web/address.py.
// The order of the parameters does not matter. Some parameters belong to Streamlit.

import { stripped } from "./search.js";
import { FACETS, parameters, query, remaining, same, USUAL, values } from "./select.js";

/** @import { Act, Facts } from "./types" */
/** @import { Choice, Facet, Filters } from "./select.js" */

const STREAMLIT = new Set(["embed", "embed_options"]); // parameters of Streamlit's, on every page
const ANY = "any"; // every weight
/** The longest text searched for, in characters. */
export const MAX_TEXT = 200;
const [LONGEST, MOST] = [100_000, 1_000]; // characters and parameters of an address that are read

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
export const FIRST = { page: "explore", event: "", at: "", columns: "conferences", sort: "kind" };

/**
 * Write the query string of a choice. Without facts, the parameters of single pages are all written.
 * @param {Choice} choice
 * @param {Facts | null} facts
 */
export function write(choice, facts) {
  const view = Object.entries(FIRST).flatMap(([name, usual]) => {
    const value = choice[/** @type {keyof typeof FIRST} */ (name)];
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
 * server can tell what was meant.
 * @param {string} search
 * @param {Facts} facts
 * @returns {{choice: Choice, exact: boolean}}
 */
export function read(search, facts) {
  /** @type {Map<string, string[]>} */
  const given = new Map();
  const pairs = [...new URLSearchParams(search)].filter(([name]) => !STREAMLIT.has(name));
  for (const [name, value] of pairs) given.set(name, [...(given.get(name) ?? []), value]);
  let exact = search.length <= LONGEST && pairs.length <= MOST;
  /**
   * Give the known values of a parameter. An unknown value makes the address inexact.
   * @param {string} name
   * @param {(value: string) => boolean} isKnown
   */
  const known = (name, isKnown) => {
    const all = given.get(name) ?? [];
    const good = all.filter(isKnown);
    exact &&= good.length === all.length;
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
  filters.q = searched((given.get("q") ?? []).join(" "));
  /** @type {Record<keyof typeof FIRST, (value: string) => boolean>} */
  const views = {
    page: (value) => Object.hasOwn(facts.pages, value),
    event: (value) => Object.hasOwn(facts.events, value),
    at: (value) => proofs(facts).has(value),
    columns: (value) => Object.hasOwn(facts.vocabulary.columns, value),
    sort: (value) => Object.hasOwn(facts.vocabulary.sorts, value),
  };
  const view = { ...FIRST };
  for (const name of /** @type {(keyof typeof FIRST)[]} */ (Object.keys(views))) {
    view[name] = known(name, views[name]).at(-1) ?? FIRST[name];
  }
  /** @type {Record<string, string>} */
  const own = {};
  for (const [name, { usual, values: possible }] of Object.entries(facts.own)) {
    own[name] = known(name, (value) => possible.includes(value)).at(-1) ?? usual;
  }
  const names = new Set(["q", ...FACETS, ...Object.keys(FIRST), ...Object.keys(facts.own)]);
  exact &&= [...given.keys()].every((name) => names.has(name));
  const event = facts.events[view.event];
  if (event && !known("weight", () => true).length && !filters.weight.includes(event.weight)) {
    filters.weight = [...filters.weight, event.weight]; // a link to an event shows it even if its weight is hidden
  }
  if (event && view.at && !isProof(facts, view.event, view.at)) {
    view.at = "";
    exact = false;
  }
  return { choice: { ...view, filters, own }, exact };
}

/**
 * Cut a search text to its greatest length.
 * @param {string} text
 */
const searched = (text) => stripped(Array.from(text).slice(0, MAX_TEXT).join(""));

/** @type {WeakMap<Facts, {all: Set<string>, of: Map<string, Set<string>>}>} */
const keys = new WeakMap();

/**
 * Collect the keys of proofs: those of all events, and those of each event.
 * @param {Facts} facts
 */
function keysOf(facts) {
  const known = keys.get(facts);
  if (known) return known;
  const of = new Map(Object.entries(facts.events).map(([id, event]) => [id, new Set(event.keys)]));
  for (const [event, organizer] of facts.roles) of.get(event)?.add(organizer);
  const all = new Set([...of.values()].flatMap((some) => [...some]));
  for (const organizer of facts.order.organizers) all.add(organizer);
  keys.set(facts, { all, of });
  return { all, of };
}

/** @param {Facts} facts */
const proofs = (facts) => keysOf(facts).all;

/**
 * @param {Facts} facts
 * @param {string} event
 * @param {string} at
 */
const isProof = (facts, event, at) => keysOf(facts).of.get(event)?.has(at) ?? false;

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
      return chosen(choice, facts, act.event, act.at);
    case "open":
      return opened(choice, facts, act.event, act.at);
    case "columns":
    case "sort":
      return { ...choice, [act.do]: act.value };
    case "turn":
      return { ...choice, page: act.page };
    case "reset":
      return { ...choice, filters: USUAL };
    case "text":
      return { ...choice, filters: { ...filters, q: searched(act.q) } };
    case "filter": {
      const facet = /** @type {Facet} */ (act.facet);
      const selected = new Set(filters[facet]);
      selected[act.on ? "add" : "delete"](act.value);
      const ordered = values(facts, facet).filter((value) => selected.has(value));
      return narrowed(choice, facet, ordered);
    }
    case "drop": {
      if (act.facet === "q") return { ...choice, filters: { ...filters, q: "" } };
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
    case "turn":
      return Object.hasOwn(pages, act.page);
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
const chosen = (choice, facts, event, at = "") => ({ ...choice, event, at: isProof(facts, event, at) ? at : "" });

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
  const filtered = pairs.some(([name]) => name === "q" || FACETS.some((facet) => facet === name));
  const isHidden = () =>
    Object.hasOwn(facts.events, event) && !remaining(facts, choice.filters, matching).includes(event);
  return query(filtered || isHidden() ? pairs : [...parameters(choice.filters), ...pairs]);
}
