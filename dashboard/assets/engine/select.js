// Selects the events that pass the filters, and what the views show of them. This is the twin of frames/filters.py and of
// topics/explore/payload.py.
//
// The facts are indexed once. After that, a filter takes one pass over events and roles.

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
/** @typedef {{names: string[], of: Uint32Array}} Column names, and for each row the index of its name */
/**
 * The facts as columns. `year`, `kind` and `weight` have a row for each event, the others a row for each role. An event
 * without a date has the year "". The roles of an event are the rows from its entry in
 * `begins` to the next entry.
 * @typedef {Record<"year" | "kind" | "weight" | "organizer" | "role", Column> & {begins: Uint32Array}} Index
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

/** The filters that an event fails, as bits. */
const FAILS = { year: 1, kind: 2, weight: 4, roles: 8, together: 16, text: 32 };

/** @type {WeakMap<Facts, Index>} */
const indexes = new WeakMap();

/**
 * @param {string[]} values
 * @returns {Column}
 */
function column(values) {
  const names = [...new Set(values)];
  const places = new Map(names.map((name, i) => [name, i]));
  return { names, of: Uint32Array.from(values, (value) => places.get(value) ?? 0) };
}

/**
 * @param {Facts} facts
 * @returns {Index}
 */
function indexed(facts) {
  const known = indexes.get(facts);
  if (known) return known;
  const { roles, order } = facts;
  const events = order.events.map((id) => facts.events[id]);
  const begins = new Uint32Array(events.length + 1);
  let at = 0;
  order.events.forEach((id, i) => {
    begins[i] = at;
    while (roles[at]?.[0] === id) at += 1;
  });
  begins[events.length] = at;
  const index = {
    year: column(events.map(({ year }) => String(year ?? ""))),
    kind: column(events.map(({ kind }) => kind)),
    weight: column(events.map(({ weight }) => weight)),
    organizer: column(roles.map(([, organizer]) => organizer)),
    role: column(roles.map(([, , role]) => role)),
    begins,
  };
  indexes.set(facts, index);
  return index;
}

/**
 * Tell for each name of a column whether it is among some values. Without values, all names are.
 * @param {Column} column
 * @param {string[]} values
 */
const among = ({ names }, values) => Uint8Array.from(names, (name) => Number(!values.length || values.includes(name)));

/**
 * Give for each event the filters that it fails, as bits.
 * @param {Facts} facts
 * @param {Filters} filters
 * @param {Set<string> | null} matching the events whose text has the words of the search; null without a search
 */
function sifted(facts, filters, matching) {
  const { year, kind, weight, organizer, role, begins } = indexed(facts);
  const [years, kinds] = [among(year, filters.year), among(kind, filters.kind)];
  const weights = Uint8Array.from(weight.names, (name) => Number(filters.weight.includes(name)));
  const [organizers, words] = [among(organizer, filters.organizer), among(role, filters.role)];
  const organizing = among(role, facts.vocabulary.organizing);
  const byRoles = filters.organizer.length || filters.role.length;
  const together = filters.together.map((id) => organizer.names.indexOf(id));
  const ids = facts.order.events;
  const fails = new Uint8Array(ids.length);
  for (let i = 0; i < ids.length; i += 1) {
    if (!years[year.of[i]]) fails[i] |= FAILS.year;
    if (!kinds[kind.of[i]]) fails[i] |= FAILS.kind;
    if (!weights[weight.of[i]]) fails[i] |= FAILS.weight;
    if (matching && !matching.has(ids[i])) fails[i] |= FAILS.text;
    if (byRoles) {
      let at = begins[i];
      while (at < begins[i + 1] && !(organizers[organizer.of[at]] && words[role.of[at]])) at += 1;
      if (at === begins[i + 1]) fails[i] |= FAILS.roles;
    }
    for (const name of together) {
      let at = begins[i];
      while (at < begins[i + 1] && !(organizer.of[at] === name && organizing[role.of[at]])) at += 1;
      if (at === begins[i + 1]) fails[i] |= FAILS.together;
    }
  }
  return fails;
}

/**
 * Give the ids of the events that pass the filters, in order of time.
 * @param {Facts} facts
 * @param {Filters} filters
 * @param {Set<string> | null} matching
 */
export function remaining(facts, filters, matching) {
  const fails = sifted(facts, filters, matching);
  return facts.order.events.filter((_, i) => !fails[i]);
}

/**
 * Count, for each facet and value, the events that would pass with only this value, other facets unchanged. Values that
 * would leave no event are not in the result.
 * @param {Facts} facts
 * @param {Filters} filters
 * @param {Set<string> | null} matching
 */
export function counts(facts, filters, matching) {
  const index = indexed(facts);
  const { year, kind, weight, organizer, role, begins } = index;
  const fails = sifted(facts, filters, matching);
  const [organizers, words] = [among(organizer, filters.organizer), among(role, filters.role)];
  const tally = (/** @type {Column} */ { names }) => ({
    number: new Uint32Array(names.length),
    last: new Uint32Array(names.length), // the event counted last, plus one, so that no event is counted twice
  });
  const tallies = {
    year: tally(year),
    organizer: tally(organizer),
    role: tally(role),
    kind: tally(kind),
    weight: tally(weight),
  };
  for (let i = 0; i < fails.length; i += 1) {
    if (!(fails[i] & ~FAILS.year)) tallies.year.number[year.of[i]] += 1;
    if (!(fails[i] & ~FAILS.kind)) tallies.kind.number[kind.of[i]] += 1;
    if (!(fails[i] & ~FAILS.weight)) tallies.weight.number[weight.of[i]] += 1;
    if (fails[i] & ~FAILS.roles) continue;
    for (let at = begins[i]; at < begins[i + 1]; at += 1) {
      const [name, word] = [organizer.of[at], role.of[at]];
      if (words[word]) count(tallies.organizer, name, i);
      if (organizers[name]) count(tallies.role, word, i);
    }
  }
  const named = (/** @type {keyof typeof tallies} */ facet) =>
    Object.fromEntries(
      index[facet].names.map((name, i) => [name, tallies[facet].number[i]]).filter(([name, number]) => name && number),
    );
  return {
    year: named("year"),
    organizer: named("organizer"),
    role: named("role"),
    kind: named("kind"),
    weight: named("weight"),
  };
}

/**
 * @param {{number: Uint32Array, last: Uint32Array}} tally
 * @param {number} place
 * @param {number} event
 */
function count({ number, last }, place, event) {
  if (last[place] === event + 1) return;
  last[place] = event + 1;
  number[place] += 1;
}

/**
 * Give the event to open: that of the address if it passes the filters, else the first conference, else the first event.
 * @param {Facts} facts
 * @param {string[]} shown
 * @param {string} event
 */
function chosenEvent(facts, shown, event) {
  if (shown.includes(event)) return event;
  return shown.find((id) => facts.events[id].kind === "conference") ?? shown[0] ?? null;
}

/**
 * Give the event to open with its proof, and the label of the chosen event if the filters hide it (`outside`).
 * @param {Facts} facts
 * @param {string[]} ids of the events that pass the filters
 * @param {Choice} choice
 */
export function opened(facts, ids, choice) {
  const event = chosenEvent(facts, ids, choice.event);
  const isChosen = event === choice.event;
  const outside = choice.event && !isChosen ? facts.events[choice.event].label : "";
  return { event, at: isChosen ? choice.at : "", outside };
}

/**
 * Give everything that the views draw for a choice.
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
    chips: chips(facts, filters, matching),
    notShown: notShown(facts, fails),
    query: written(filters),
    ...opened(facts, ids, choice),
  };
}

/**
 * Order the organizers of the matrix, and count the events of each.
 * @param {Facts} facts
 * @param {Facts["roles"]} roles in order of time
 * @param {string} sort
 * @returns {Row[]}
 */
function organizerRows({ organizers, vocabulary }, roles, sort) {
  /** @type {Map<string, Set<string>>} */
  const eventsOf = new Map();
  for (const [event, organizer] of roles) {
    const events = eventsOf.get(organizer);
    if (events) events.add(event);
    else eventsOf.set(organizer, new Set([event]));
  }
  const rows = [...eventsOf].map(([id, events]) => {
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
 * Give the values that an address may have for a filter, in the order of the filter. Values without an event come last.
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
const anyWeight = ({ weight }) => EVERY_WEIGHT.every((word) => weight.includes(word));

/**
 * Encode parameters and values exactly as Python does.
 * @param {[string, string][]} pairs
 */
export const query = (pairs) => new URLSearchParams(pairs).toString().replaceAll("*", "%2A").replaceAll("%7E", "~");

/**
 * Give the parameters of filters, without those at their defaults.
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
 * Describe each active filter: the parameter, its value, and a label. A search that was not made yet leaves all events;
 * its label says so.
 * @param {Facts} facts
 * @param {Filters} filters
 * @param {Set<string> | null} matching
 * @returns {Chip[]}
 */
function chips({ words, known }, filters, matching) {
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
  const label = matching ? "filter-text" : "filter-text-waits";
  return q ? [...named, { facet: "q", value: q, label: worded(words, label, { text: q }) }] : named;
}

/**
 * Name the kinds of events that pass all other filters but are hidden by their weight; empty if there are none.
 * @param {Facts} facts
 * @param {Uint8Array} fails
 */
function notShown({ order, events, vocabulary }, fails) {
  const hidden = new Set(order.events.filter((_, i) => fails[i] === FAILS.weight).map((id) => events[id].weight));
  const nouns = Object.entries(vocabulary.weightNouns).filter(([weight]) => hidden.has(weight));
  return nouns.map(([, noun]) => noun).join(", ");
}
