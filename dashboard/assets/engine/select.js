// Selects the events that pass the filters, and what the views show of them. This is the twin of frames/filters.py and of
// topics/explore/payload.py.
//
// The facts are indexed once. After that, a filter takes one pass over events and roles.

import { matrixHeading, timelineHeading } from "./findings.js";
import { unquoted } from "./search.js";
import { matrixAlt, timelineAlt } from "./sentences.js";
import { isInside, spanChips } from "./span.js";
import { worded } from "./words.js";

/** @import { Chip, Facts, Remaining, RoleWord, Row } from "./types" */
/** @typedef {"year" | "organizer" | "role" | "kind" | "weight" | "together"} Facet */
/** @typedef {Record<Facet, string[]> & {since: string, until: string, q: string}} Filters */
/**
 * What a reader has chosen; `own` has the parameters that belong to single pages.
 * @typedef {object} Choice
 * @property {Filters} filters
 * @property {string} event
 * @property {string} at
 * @property {string} passage
 * @property {string} columns
 * @property {string} sort
 * @property {string} tour the number of a step of the tour
 * @property {string} lanes
 * @property {string} table which panes are tables
 * @property {string} zoom the days that the timeline shows; empty if the reader has not changed them
 * @property {string} map `1` while the map is open
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
/** The filters that have no list of values. */
export const FREE = /** @type {const} */ (["since", "until", "q"]);
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
  since: "",
  until: "",
  q: "",
};

/** The filters that an event fails, as bits. */
const FAILS = { year: 1, kind: 2, weight: 4, roles: 8, together: 16, text: 32, span: 64 };

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
  const bySpan = filters.since || filters.until;
  const ids = facts.order.events;
  const fails = new Uint8Array(ids.length);
  for (let i = 0; i < ids.length; i += 1) {
    if (!years[year.of[i]]) fails[i] |= FAILS.year;
    if (!kinds[kind.of[i]]) fails[i] |= FAILS.kind;
    if (!weights[weight.of[i]]) fails[i] |= FAILS.weight;
    if (bySpan && !isInside(facts.events[ids[i]], filters)) fails[i] |= FAILS.span;
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
 * Give the event to open: that of the address if it passes the filters, else the best that the search has found, else a
 * conference, else any event: the first, or the last that has begun by the day of the data.
 * @param {Facts} facts
 * @param {string[]} shown
 * @param {string} event
 * @param {Set<string> | null} matching the events that the search has found, the best first
 */
function chosenEvent(facts, shown, event, matching) {
  if (shown.includes(event)) return event;
  for (const best of matching ?? []) if (shown.includes(best)) return best;
  const conferences = shown.filter((id) => facts.events[id].kind === "conference");
  const possible = conferences.length ? conferences : shown;
  const begun = possible.filter((id) => facts.events[id].first && !facts.events[id].ahead);
  return (facts.opens === "latest" && begun.at(-1)) || (possible[0] ?? null);
}

/**
 * Give the event to open with its proof and its passage, and the label of the chosen event if the filters hide it (`outside`).
 * @param {Facts} facts
 * @param {string[]} ids of the events that pass the filters
 * @param {Choice} choice
 * @param {Set<string> | null} matching the events that the search has found, the best first
 */
export function opened(facts, ids, choice, matching) {
  const event = chosenEvent(facts, ids, choice.event, matching);
  const isChosen = event === choice.event;
  const outside = choice.event && !isChosen ? facts.events[choice.event].label : "";
  return { event, at: isChosen ? choice.at : "", passage: isChosen ? choice.passage : "", outside };
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
  const { filters, columns: columnsAre, sort, lanes } = choice;
  const fails = sifted(facts, filters, matching);
  const ids = facts.order.events.filter((_, i) => !fails[i]);
  const conferences = ids.filter((id) => events[id].kind === "conference");
  const columns = columnsAre === "all" || !conferences.length ? ids : conferences;
  const drawn = new Set(columns);
  const roles = facts.roles.filter(([event]) => drawn.has(event));
  const used = new Set(roles.map(([, , role]) => role));
  /** @type {Set<string>} */
  const kinds = new Set(ids.map((id) => events[id].kind));
  return {
    version: facts.version,
    shown: ids,
    total: facts.order.events.length,
    columns,
    columnsAre,
    lanes,
    headings: { timeline: timelineHeading(facts, ids, lanes), matrix: matrixHeading(facts, roles, columns) },
    sort,
    sorts: vocabulary.sorts,
    rows: organizerRows(facts, roles, sort),
    rowKinds: sort === "kind" ? vocabulary.organizerKinds : {},
    roles: /** @type {RoleWord[]} */ (Object.keys(facts.marks)).filter((role) => used.has(role)),
    disputed: roles.some(([, , , confidence]) => confidence === "disputed"),
    lit: { organizer: filters.organizer, role: filters.role },
    sentence: matrixAlt(facts, roles, columns),
    alt: timelineAlt(facts, ids),
    kinds: Object.fromEntries(Object.entries(vocabulary.kinds).filter(([kind]) => kinds.has(kind))),
    undated: ids.filter((id) => events[id].year === null),
    chips: chips(facts, filters, matching),
    notShown: notShown(facts, fails),
    query: written(filters),
    ...opened(facts, ids, choice, matching),
  };
}

/**
 * Order the organizers of the matrix, and count the events of each. In the order by kind, bodies follow what they are
 * part of.
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
  /**
   * Give the organizer below whose row a row is. Without one it is the organizer itself.
   * @param {string} id
   */
  const whole = (id) => {
    const { kind, partOf } = organizers[id];
    return partOf.findLast((name) => eventsOf.has(name) && organizers[name].kind === kind) ?? id;
  };
  const rows = [...eventsOf].map(([id, events]) => {
    const { name, kind } = organizers[id];
    const depth = Number(sort === "kind" && whole(id) !== id);
    return { organizer_id: id, organizer: name, organizer_kind: kind, count: events.size, depth };
  });
  const seen = new Map([...eventsOf.keys()].map((id, i) => [id, i]));
  /** @param {Row} row */
  const family = ({ organizer_id: id }) => ({
    count: eventsOf.get(whole(id))?.size ?? 0,
    seen: seen.get(whole(id)) ?? 0,
  });
  const kinds = Object.keys(vocabulary.organizerKinds);
  const place = (/** @type {Row} */ row) => kinds.indexOf(row.organizer_kind);
  const rank = (/** @type {Row} */ row) => organizers[row.organizer_id].rank;
  /** @type {Record<string, (one: Row, other: Row) => number>} */
  const orders = {
    kind: (one, other) =>
      place(one) - place(other) ||
      family(other).count - family(one).count ||
      family(one).seen - family(other).seen ||
      one.depth - other.depth ||
      other.count - one.count,
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
  for (const name of FREE) if (filters[name]) pairs.push([name, filters[name]]);
  return pairs;
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
  const chosen = FACETS.flatMap((facet) => {
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
  const named = [...chosen, ...spanChips(words, filters)];
  const { q } = filters;
  const label = matching ? "filter-text" : "filter-text-waits";
  return q ? [...named, { facet: "q", value: q, label: worded(words, label, { text: unquoted(q) }) }] : named;
}

/**
 * Name the kinds of events that pass all other filters but are hidden by their weight; empty if there are none.
 * @param {Facts} facts
 * @param {Uint8Array} fails
 */
function notShown({ order, events, vocabulary }, fails) {
  /** @type {Set<string>} */
  const hidden = new Set(order.events.filter((_, i) => fails[i] === FAILS.weight).map((id) => events[id].weight));
  const nouns = Object.entries(vocabulary.weightNouns).filter(([weight]) => hidden.has(weight));
  return nouns.map(([, noun]) => noun).join(", ");
}
