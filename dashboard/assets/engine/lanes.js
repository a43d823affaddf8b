// The lanes of the timeline by organizer or by place, and the spots where marks are too close. Plain numbers, no page.

import { time } from "./axis.js";
import { capital } from "./words.js";

/** @import { Facts, Lane, Timeline, TimelineTrace } from "./types" */
/** @import { Span } from "./axis.js" */
/** @typedef {{data: TimelineTrace[], lanes: Lane[], names: Record<string, string>}} Laned the traces of events, and the lanes with their names */
/** @typedef {{lane: string, id: string, kind: string, at: number, y: number}} Place of a mark: `at` is its instant */
/** @typedef {{lane: string, ids: string[], kind: string, span: Span, y: number}} Spot marks that are drawn as their number; `kind` is empty for several */

const MOST = 6; // the most lanes with a name of their own
const LEVELS = 4; // levels of a lane
const STEP = 0.2; // between two levels, in units of the y axis
const CLOSE = 40 * 86400000; // closer than this, two marks would touch when the whole span is in view
const TOUCH = 5; // pixels; marks that are nearer cover more than half of each other
const BUTTON = 24; // width of the number of a spot in pixels
const WIDE = 72; // pixels; a spot of twice this width is divided, because one number would not tell when its events were
export const REST = "*";
export const NONE = "-";

/**
 * Give the lanes of each event, by organizer or by place.
 * @param {Facts} facts
 * @param {string[]} ids
 * @param {string} by
 */
function keysOf({ events, roles, vocabulary }, ids, by) {
  /** @type {Map<string, string[]>} */
  const keys = new Map(ids.map((id) => [id, []]));
  if (by === "place") for (const id of ids) keys.get(id)?.push(events[id].where || NONE);
  else {
    const organizing = new Set(vocabulary.organizing);
    for (const [event, organizer, role] of roles) {
      const its = keys.get(event);
      if (its && organizing.has(role) && !its.includes(organizer)) its.push(organizer);
    }
    for (const its of keys.values()) if (!its.length) its.push(NONE);
  }
  return keys;
}

/**
 * Put the events into lanes by organizer or by place. The lanes with most events come first. An event with several
 * organizers is in several lanes.
 * @param {Timeline} figure
 * @param {Facts} facts
 * @param {string[]} ids
 * @param {string} by
 * @returns {Laned}
 */
export function laned({ data }, facts, ids, by) {
  const dated = ids.filter((id) => facts.events[id].first);
  const keys = keysOf(facts, dated, by);
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const key of [...keys.values()].flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const own = [...counts.keys()]
    .filter((key) => key !== NONE)
    .sort((a, b) => Number(counts.get(b)) - Number(counts.get(a)));
  const named = own.length > MOST + 1 ? own.slice(0, MOST) : own;
  const laneOf = (/** @type {string} */ key) => (key === NONE || named.includes(key) ? key : REST);
  const names = Object.fromEntries([
    ...named.map((key) => [key, by === "place" ? capital(key) : facts.organizers[key].name]),
    [REST, by === "place" ? "Other places" : "Other organizers"],
    [NONE, by === "place" ? "No place given" : "No organizer listed"],
  ]);
  const lanesOf = new Map([...keys].map(([id, its]) => [id, [...new Set(its.map(laneOf))]]));
  const used = new Set([...lanesOf.values()].flat());
  const lanes = [...named, REST, NONE]
    .filter((key) => used.has(key))
    .map((kind, i) => ({ kind, top: 0 - i, bottom: -i - 1 }));
  const places = new Map(lanes.map((lane) => [lane.kind, levels(lane, dated, lanesOf, facts)]));
  // The marks of conferences come last: they are the largest, and no other mark of their lane may cover them.
  const isConference = (/** @type {TimelineTrace} */ { meta }) => Number(meta.kind === "conference");
  const ordered = data.toSorted((a, b) => isConference(a) - isConference(b));
  return { data: ordered.map((trace) => spread(trace, lanesOf, places)), lanes, names };
}

/**
 * Give the place of each event of a lane on the y axis. Events that are close in time are on different levels.
 * @param {Lane} lane
 * @param {string[]} ids in order of time
 * @param {Map<string, string[]>} lanesOf
 * @param {Facts} facts
 */
function levels(lane, ids, lanesOf, { events }) {
  return heights(
    lane,
    ids.filter((id) => lanesOf.get(id)?.includes(lane.kind)),
    events,
  );
}

/**
 * Give the place of each of these events on the y axis. Those that are close in time are on different levels, the first
 * of them on the lowest. The twin is `_heights` in topics/explore/figures.py.
 * @param {Lane} lane
 * @param {string[]} ids
 * @param {Facts["events"]} events
 */
export function heights({ top, bottom }, ids, events) {
  /** @type {number[][]} */
  const taken = Array.from({ length: LEVELS }, () => []);
  /** @type {Map<string, number>} */
  const level = new Map();
  for (const id of ids) {
    const day = Date.parse(events[id].first);
    const free = taken.findIndex((days) => days.every((other) => Math.abs(other - day) >= CLOSE));
    const fewest = taken.reduce((least, days, i) => (days.length < taken[least].length ? i : least), 0);
    const chosen = free < 0 ? fewest : free;
    taken[chosen].push(day);
    level.set(id, chosen);
  }
  const lowest = (top + bottom) / 2 - (STEP / 2) * Math.max(0, ...level.values());
  return new Map([...level].map(([id, number]) => [id, lowest + STEP * number]));
}

/**
 * Draw each point of a trace in every lane of its event.
 * @param {TimelineTrace} trace
 * @param {Map<string, string[]>} lanesOf
 * @param {Map<string, Map<string, number>>} places
 * @returns {TimelineTrace}
 */
function spread({ text: _text, textposition: _side, textfont: _font, ...trace }, lanesOf, places) {
  const step = trace.mode === "lines" ? 3 : 1; // a line has both ends and a gap
  /** @type {{i: number, lane: string}[]} */
  const points = [];
  for (let i = 0; i < trace.customdata.length; i += step) {
    for (const lane of lanesOf.get(trace.customdata[i][0]) ?? []) {
      for (let part = i; part < i + step; part += 1) points.push({ i: part, lane });
    }
  }
  const all = trace.customdata.length;
  /**
   * @param {unknown} value
   * @returns {any}
   */
  const pick = (value) => {
    if (Array.isArray(value)) return value.length === all ? points.map(({ i }) => value[i]) : value;
    if (!value || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, pick(inner)]));
  };
  return {
    ...pick(trace),
    mode: trace.mode === "lines" ? "lines" : "markers",
    customdata: points.map(({ i, lane }) => [trace.customdata[i][0], lane]),
    y: points.map(({ i, lane }) =>
      trace.y[i] === null ? null : (places.get(lane)?.get(trace.customdata[i][0]) ?? null),
    ),
  };
}

/**
 * Give the places of all marks.
 * @param {TimelineTrace[]} data
 * @returns {Place[]}
 */
export const placesOf = (data) =>
  data
    .filter(({ meta }) => meta.part === "mark")
    .flatMap(({ meta, customdata, x, y }) =>
      customdata.map(([id, lane = meta.kind], i) => ({
        lane,
        id,
        kind: meta.kind,
        at: time(x[i] ?? ""),
        y: y[i] ?? 0,
      })),
    );

/**
 * Find the first mark after this one that covers more than half of it.
 * @param {Place[]} its marks of one lane, in order of time
 * @param {number} i
 * @param {number} near
 */
function coveredBy(its, i, near) {
  const mark = its[i];
  for (let next = i + 1; next < its.length && its[next].at - mark.at < near; next += 1) {
    if (Math.abs(its[next].y - mark.y) < STEP / 2) return its[next];
  }
}

/**
 * Find the spots of an axis `width` pixels long where marks would cover each other. All marks of a lane in such a spot are
 * drawn as one number. A long row of such marks is divided into several spots.
 * @param {Place[]} places
 * @param {Span} ends
 * @param {number} width
 * @returns {Spot[]}
 */
export function dense(places, [from, to], width) {
  const wide = (/** @type {number} */ pixels) => (pixels / width) * (to - from);
  /** @type {Spot[]} */
  const spots = [];
  for (const lane of new Set(places.map(({ lane }) => lane))) {
    const its = places.filter((place) => place.lane === lane).sort((one, other) => one.at - other.at);
    /** @type {Span[]} */
    const spans = [];
    its.forEach((mark, i) => {
      const covered = coveredBy(its, i, wide(TOUCH));
      if (!covered) return;
      const last = spans.at(-1);
      if (last && mark.at - last[1] < wide(BUTTON)) last[1] = Math.max(last[1], covered.at);
      else spans.push([mark.at, covered.at]);
    });
    for (const [begin, end] of spans) {
      // The number covers what is beside the marks, too.
      const room = Math.max(0, (wide(BUTTON) - (end - begin)) / 2);
      const inside = its.filter(({ at }) => at >= begin - room && at <= end + room);
      for (const part of divided(inside, Math.floor((end - begin) / wide(WIDE)))) spots.push(spotOf(lane, part));
    }
  }
  return spots;
}

/**
 * Divide marks by parts of their time that are equally long. Parts without marks are left out.
 * @param {Place[]} its in order of time
 * @param {number} number of parts
 * @returns {Place[][]}
 */
function divided(its, number) {
  if (number < 2) return [its];
  const [begin, end] = [its[0].at, its[its.length - 1].at];
  const partOf = (/** @type {Place} */ { at }) =>
    Math.min(Math.floor(((at - begin) / (end - begin)) * number), number - 1);
  const parts = Array.from({ length: number }, (_, i) => its.filter((mark) => partOf(mark) === i));
  return parts.filter((part) => part.length);
}

/**
 * Give the spot of some marks of a lane.
 * @param {string} lane
 * @param {Place[]} inside in order of time
 * @returns {Spot}
 */
function spotOf(lane, inside) {
  const kinds = new Set(inside.map(({ kind }) => kind));
  return {
    lane,
    ids: inside.map(({ id }) => id),
    kind: kinds.size === 1 ? inside[0].kind : "",
    span: [inside[0].at, inside[inside.length - 1].at],
    y: (Math.min(...inside.map(({ y }) => y)) + Math.max(...inside.map(({ y }) => y))) / 2,
  };
}
