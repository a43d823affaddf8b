// Which events remain, and what is shown of them: the twin of frames/filters.py and of topics/explore/payload.py.
//
// The facts are indexed once. A filter then takes one walk over events and roles.

import { matrixAlt, timelineAlt } from "./sentences.js";
import { worded } from "./words.js";

/** @import { Chip, Facts, Remaining, Row } from "./types" */
/** @typedef {"year" | "organizer" | "role" | "kind" | "weight" | "together"} Facet */
/** @typedef {Record<Facet, string[]> & {q: string}} Filters */
/**
 * What a reader has chosen; `own` has the parameters that belong to single pages.
 * @typedef {object} Choice
 * @property {Filters} filters
 * @property {string} event
 * @property {string} at
 * @property {string} columns
 * @property {string} sort
 * @property {string} page
 * @property {Record<string, string>} own
 */
/**
 * @typedef {object} Index
 * @property {string[]} years by event, empty without a date
 * @property {Uint32Array} begins the first role of each event, and behind the last the number of roles
 * @property {Set<string>} organizing
 * @property {Map<string, number>} holders number by organizer
 * @property {Uint32Array} holder by role
 */

/** @type {Facet[]} */
export const FACETS = ["year", "organizer", "role", "kind", "weight", "together"];
/** The weights that an address calls `any`. */
export const EVERY_WEIGHT = ["main", "secondary", "minor", "related"];
/** @type {Filters} */
export const USUAL = {
  year: [],
  organizer: [],
  role: [],
  kind: [],
  weight: ["main", "secondary"],
  together: [],
  q: "",
};

/** What an event does not pass, as bits. */
const FAILS = { year: 1, kind: 2, weight: 4, roles: 8, together: 16, text: 32 };

/** @type {WeakMap<Facts, Index>} */
const indexes = new WeakMap();

/**
 * @param {Facts} facts
 * @returns {Index}
 */
function indexed(facts) {
  const known = indexes.get(facts);
  if (known) return known;
  const ids = facts.order.events;
  const holders = new Map(facts.order.organizers.map((id, i) => [id, i]));
  const begins = new Uint32Array(ids.length + 1);
  let at = 0;
  ids.forEach((id, i) => {
    begins[i] = at;
    while (facts.roles[at]?.[0] === id) at += 1;
  });
  begins[ids.length] = at;
  const index = {
    years: ids.map((id) => String(facts.events[id].year ?? "")),
    begins,
    organizing: new Set(facts.vocabulary.organizing),
    holders,
    holder: Uint32Array.from(facts.roles, ([, organizer]) => holders.get(organizer) ?? 0),
  };
  indexes.set(facts, index);
  return index;
}

/**
 * Give for each event, as bits, what it does not pass.
 * @param {Facts} facts
 * @param {Filters} filters
 * @param {Set<string> | null} matching the events whose text has the words of the search; null without a search
 */
function sifted(facts, filters, matching) {
  const { years, begins, organizing } = indexed(facts);
  const { roles } = facts;
  const [year, kind, weight] = [new Set(filters.year), new Set(filters.kind), new Set(filters.weight)];
  const [organizer, role] = [new Set(filters.organizer), new Set(filters.role)];
  const fails = new Uint8Array(years.length);
  facts.order.events.forEach((id, i) => {
    const event = facts.events[id];
    const own = roles.slice(begins[i], begins[i + 1]);
    const passes = (/** @type {typeof own[number]} */ [, name, word]) =>
      (!organizer.size || organizer.has(name)) && (!role.size || role.has(word));
    const organizes = (/** @type {string} */ name) =>
      own.some(([, other, word]) => other === name && organizing.has(word));
    fails[i] =
      (year.size && !year.has(years[i]) ? FAILS.year : 0) |
      (kind.size && !kind.has(event.kind) ? FAILS.kind : 0) |
      (weight.has(event.weight) ? 0 : FAILS.weight) |
      ((organizer.size || role.size) && !own.some(passes) ? FAILS.roles : 0) |
      (filters.together.every(organizes) ? 0 : FAILS.together) |
      (matching && !matching.has(id) ? FAILS.text : 0);
  });
  return fails;
}

/**
 * The events that pass the filters, in order of time.
 * @param {Facts} facts
 * @param {Filters} filters
 * @param {Set<string> | null} matching
 */
export function remaining(facts, filters, matching) {
  const fails = sifted(facts, filters, matching);
  return facts.order.events.filter((_, i) => !fails[i]);
}

/**
 * Count, for each facet and value, the events that would remain with only this value, other facets unchanged. A value
 * that would leave nothing is not in the answer.
 * @param {Facts} facts
 * @param {Filters} filters
 * @param {Set<string> | null} matching
 */
export function counts(facts, filters, matching) {
  const { years, begins, holder } = indexed(facts);
  const fails = sifted(facts, filters, matching);
  /** @type {Record<"year" | "organizer" | "role" | "kind" | "weight", Record<string, number>>} */
  const tally = { year: {}, organizer: {}, role: {}, kind: {}, weight: {} };
  const more = (/** @type {Record<string, number>} */ of, /** @type {string} */ value) => {
    of[value] = (of[value] ?? 0) + 1;
  };
  const [organizer, role] = [new Set(filters.organizer), new Set(filters.role)];
  const organizers = new Uint32Array(facts.order.organizers.length);
  /** @type {Set<string>} */
  const words = new Set();
  facts.order.events.forEach((id, i) => {
    const { kind, weight } = facts.events[id];
    const passes = (/** @type {number} */ bit) => !(fails[i] & ~bit);
    if (passes(FAILS.year) && years[i]) more(tally.year, years[i]);
    if (passes(FAILS.kind)) more(tally.kind, kind);
    if (passes(FAILS.weight)) more(tally.weight, weight);
    if (!passes(FAILS.roles)) return;
    words.clear();
    for (let at = begins[i]; at < begins[i + 1]; at += 1) {
      const [, name, word] = facts.roles[at];
      if ((!role.size || role.has(word)) && organizers[holder[at]] !== i + 1) {
        organizers[holder[at]] = i + 1; // the last event that was counted for it
        more(tally.organizer, name);
      }
      if (!organizer.size || organizer.has(name)) words.add(word);
    }
    for (const word of words) more(tally.role, word);
  });
  return tally;
}

/**
 * The event to open: the one in the address if it remains, else the first conference, else the first event.
 * @param {Facts} facts
 * @param {string[]} shown
 * @param {string} event
 */
export function chosenEvent(facts, shown, event) {
  if (shown.includes(event)) return event;
  return shown.find((id) => facts.events[id].kind === "conference") ?? shown[0] ?? null;
}

/**
 * What remains and what is chosen, as the views draw it.
 * @param {Facts} facts
 * @param {Choice} choice
 * @param {Set<string> | null} matching
 * @returns {Remaining}
 */
export function shown(facts, choice, matching) {
  const { events, vocabulary } = facts;
  const { filters, columns: columnsAre, sort } = choice;
  const fails = sifted(facts, filters, matching);
  const ids = facts.order.events.filter((_, i) => !fails[i]);
  const conferences = ids.filter((id) => events[id].kind === "conference");
  const columns = columnsAre === "all" || !conferences.length ? ids : conferences;
  const drawn = new Set(columns);
  const roles = facts.roles.filter(([event]) => drawn.has(event));
  const used = new Set(roles.map(([, , role]) => role));
  const kinds = new Set(ids.map((id) => events[id].kind));
  const event = chosenEvent(facts, ids, choice.event);
  return {
    version: facts.version,
    shown: ids,
    total: facts.order.events.length,
    columns,
    columnsAre,
    sort,
    sorts: vocabulary.sorts,
    rows: organizerRows(facts, roles, sort),
    rowKinds: sort === "kind" ? vocabulary.organizerKinds : {},
    roles: Object.keys(facts.marks).filter((role) => used.has(role)),
    disputed: roles.some(([, , , confidence]) => confidence === "disputed"),
    lit: { organizer: filters.organizer, role: filters.role },
    sentence: matrixAlt(facts, roles, columns),
    alt: timelineAlt(facts, ids),
    kinds: Object.fromEntries(Object.entries(vocabulary.kinds).filter(([kind]) => kinds.has(kind))),
    undated: ids.filter((id) => events[id].year === null),
    chips: chips(facts, filters),
    notShown: notShown(facts, fails),
    query: written(filters),
    event,
    at: event === choice.event ? choice.at : "",
    outside: choice.event && event !== choice.event ? events[choice.event].label : "",
  };
}

/**
 * Order the organizers of the matrix, and count the events of each.
 * @param {Facts} facts
 * @param {Facts["roles"]} roles in order of time
 * @param {string} sort
 * @returns {Row[]}
 */
export function organizerRows({ organizers, vocabulary }, roles, sort) {
  /** @type {Map<string, Set<string>>} */
  const held = new Map();
  for (const [event, organizer] of roles) {
    const events = held.get(organizer);
    if (events) events.add(event);
    else held.set(organizer, new Set([event]));
  }
  const rows = [...held].map(([id, events]) => {
    const { name, kind } = organizers[id];
    return { organizer_id: id, organizer: name, organizer_kind: kind, count: events.size };
  });
  const kinds = Object.keys(vocabulary.organizerKinds);
  const place = (/** @type {Row} */ row) => kinds.indexOf(row.organizer_kind);
  const rank = (/** @type {Row} */ row) => organizers[row.organizer_id].rank;
  /** @type {Record<string, (one: Row, other: Row) => number>} */
  const orders = {
    kind: (one, other) => place(one) - place(other) || other.count - one.count,
    count: (one, other) => other.count - one.count,
    name: (one, other) => rank(one) - rank(other),
  };
  return orders[sort] ? rows.sort(orders[sort]) : rows;
}

/**
 * The values that an address may have for a filter, in the order of the filter; those of no event come last.
 * @param {Facts} facts
 * @param {Facet} facet
 */
export function values({ known, unused, order }, facet) {
  const names = (/** @type {Record<string, string>} */ labels) =>
    facet === "organizer" || facet === "together"
      ? order.organizers.filter((id) => Object.hasOwn(labels, id))
      : Object.keys(labels);
  return [...names(known[facet]), ...names(unused[facet])];
}

/**
 * Tell whether two lists have the same values in the same order.
 * @param {string[]} list
 * @param {string[]} other
 */
export const same = (list, other) => list.length === other.length && list.every((value, i) => value === other[i]);

/**
 * Tell whether events of every weight pass.
 * @param {Filters} filters
 */
export const anyWeight = ({ weight }) => EVERY_WEIGHT.every((word) => weight.includes(word));

/**
 * Write pairs of parameters and values as Python does.
 * @param {[string, string][]} pairs
 */
export const query = (pairs) => new URLSearchParams(pairs).toString().replaceAll("*", "%2A").replaceAll("%7E", "~");

/**
 * The parameters of filters, without those at their defaults.
 * @param {Filters} filters
 * @returns {[string, string][]}
 */
export function parameters(filters) {
  /** @type {[string, string][]} */
  const pairs = FACETS.flatMap((facet) => {
    if (same(filters[facet], USUAL[facet])) return [];
    const chosen = facet === "weight" && anyWeight(filters) ? ["any"] : filters[facet];
    return chosen.map((value) => /** @type {[string, string]} */ ([facet, value]));
  });
  return filters.q ? [...pairs, ["q", filters.q]] : pairs;
}

/**
 * Write filters as the query string of a link.
 * @param {Filters} filters
 */
export const written = (filters) => query(parameters(filters));

/**
 * Name each active filter: the parameter, its value, and the words for the reader.
 * @param {Facts} facts
 * @param {Filters} filters
 * @returns {Chip[]}
 */
function chips({ words, known }, filters) {
  const named = FACETS.flatMap((facet) => {
    if (same(filters[facet], USUAL[facet])) return [];
    if (facet === "weight" && anyWeight(filters)) return [{ facet, value: "any", label: worded(words, "filter-any") }];
    return filters[facet].map((value) => {
      const label = known[facet][value] ?? value;
      return {
        facet,
        value,
        label: facet === "together" ? worded(words, "filter-together", { organizer: label }) : label,
      };
    });
  });
  const { q } = filters;
  return q ? [...named, { facet: "q", value: q, label: worded(words, "filter-text", { text: q }) }] : named;
}

/**
 * Name the kinds of events that pass all other filters but are hidden because of their weight; empty if none is.
 * @param {Facts} facts
 * @param {Uint8Array} fails
 */
function notShown({ order, events, vocabulary }, fails) {
  const hidden = new Set(order.events.filter((_, i) => fails[i] === FAILS.weight).map((id) => events[id].weight));
  const nouns = Object.entries(vocabulary.weightNouns).filter(([weight]) => hidden.has(weight));
  return nouns.map(([, noun]) => noun).join(", ");
}
