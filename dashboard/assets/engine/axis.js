// The axis of the timeline: its ends, and the labels that fit. Instants are milliseconds of UTC, so that a day is the
// same day in every time zone.

import { BETWEEN, isDays } from "./span.js";

/** @import { Font } from "./types" */
/** @typedef {[from: number, to: number]} Span two instants, the earlier one first */
/** @typedef {{unit: "day" | "month" | "year", many: number, length: number, words: number}} Step */
/**
 * A trace of conferences: the labels as `text`, the years as `short`.
 * @typedef {{x: (string | null)[], text: string[], short: string[], textposition: string[], textfont: Font}} Named
 */

export const DAY = 86400000;
const LABEL = 150; // room for the label of a conference at either end of the axis
const GAP = 6; // least space between two labels
const MARK = 9; // half the width of a mark of a conference

/**
 * The instant of a date as Plotly writes it, `2022-10-18 00:00` or `2022-10-18T00:00Z`; both are UTC.
 * @param {string} at
 */
export function time(at) {
  const [day, clock = ""] = at.replace(/Z$/, "").split(/[ T]/);
  return Date.parse(day) + (clock ? Date.parse(`1970-01-01T${clock.length < 5 ? `${clock}:00` : clock}Z`) : 0);
}

/**
 * The ends of an axis that shows all of `spans`, with room at both ends for labels.
 * @param {Span[]} spans
 * @param {boolean} narrow
 * @param {number} width in pixels
 * @returns {Span}
 */
export function whole(spans, narrow, width) {
  const [first, last] = [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))];
  const share = narrow ? 0.06 : Math.min(LABEL / 2 / width, 0.2);
  const room = Math.max(((last - first) * share) / (1 - 2 * share), 20 * DAY);
  return [first - room, last + room];
}

/**
 * Give the allowed range that is nearest. It is at least a day long. It may go beyond `all` by half of its length at
 * each end.
 * @param {Span} range
 * @param {Span} all
 * @returns {Span}
 */
export function kept([from, to], all) {
  const room = (all[1] - all[0]) / 2;
  const length = Math.min(Math.max(to - from, DAY), 4 * room);
  const start = Math.min(Math.max((from + to - length) / 2, all[0] - room), all[1] + room - length);
  return [start, start + length];
}

/**
 * Tell whether two ranges look the same.
 * @param {Span} range
 * @param {Span} other
 */
export const isNear = ([from, to], other) =>
  Math.abs(from - other[0]) + Math.abs(to - other[1]) < Math.max(DAY / 2, (to - from) / 200);

/**
 * Write the days that a range shows, the first and the last, as in an address. It is empty if no address can say them.
 * @param {Span} range
 */
export function daysOf([from, to]) {
  const days = [from, to - 1].map((at) => new Date(at).toISOString().slice(0, 10)).join(BETWEEN);
  return isDays(days) ? days : "";
}

/**
 * Give the range that shows these days.
 * @param {string} days
 * @returns {Span}
 */
export function spanOfDays(days) {
  const [first, last] = days.split(BETWEEN);
  return [Date.parse(first), Date.parse(last) + DAY];
}

const MONTH = 30.4 * DAY;
const YEAR = 365.25 * DAY;
/**
 * Steps between two lines of the axis: the unit, the number of units, and the width of a label in pixels.
 * @type {Step[]}
 */
const STEPS = [
  ...[1, 2, 4, 7].map((many) => ({ unit: /** @type {const} */ ("day"), many, length: many * DAY, words: 84 })),
  ...[1, 3, 6].map((many) => ({ unit: /** @type {const} */ ("month"), many, length: many * MONTH, words: 68 })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((many) => ({
    unit: /** @type {const} */ ("year"),
    many,
    length: many * YEAR,
    words: 44,
  })),
];
const wording = (/** @type {Intl.DateTimeFormatOptions} */ parts) =>
  new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: "UTC" });
const WORDS = {
  day: wording({ day: "numeric", month: "short", year: "numeric" }),
  month: wording({ month: "short", year: "numeric" }),
  year: wording({ year: "numeric" }),
};

/**
 * Give the last line at or before an instant, or the line `on` steps after it.
 * @param {Step} step
 * @param {number} at
 */
function line({ unit, many }, at, on = 0) {
  const day = new Date(at);
  const floor = (/** @type {number} */ number) => (Math.floor(number / many) + on) * many;
  if (unit === "day") return floor(Math.floor(at / DAY) - 4) * DAY + 4 * DAY; // counted from a Monday
  if (unit === "month") return new Date(0).setUTCFullYear(0, floor(day.getUTCFullYear() * 12 + day.getUTCMonth()), 1);
  return new Date(0).setUTCFullYear(floor(day.getUTCFullYear()), 0, 1);
}

/**
 * Where an axis `width` pixels long has its lines and its labels. The label of a single day, month or year is in the
 * middle of the visible part; the label of a longer step is at the line where the step begins. Lines and labels
 * go on beyond both ends, as far as the axis is long, since the axis may be dragged. No label at rest is cut off.
 * @param {Span} ends
 * @param {number} width
 * @param {number} [left] room for labels left of the axis, in pixels
 */
export function ticks([from, to], width, left = 0) {
  const step = STEPS.find(({ length, words }) => (length / (to - from)) * width >= words) ?? STEPS[STEPS.length - 1];
  const room = ((to - from) * step.words) / width;
  const lines = [];
  const at = [];
  const words = [];
  for (let begin = line(step, from - (to - from)); begin < to + (to - from); begin = line(step, begin, 1)) {
    lines.push(begin);
    const end = line(step, begin, 1);
    const seen = end <= from || begin >= to ? [begin, end] : [Math.max(begin, from), Math.min(end, to)];
    if (step.many === 1 && seen[1] - seen[0] < room) continue;
    const beside = Math.min(begin - from + ((to - from) * left) / width, to - begin);
    if (step.many > 1 && begin >= from && begin <= to && beside < room / 2) continue; // the label would be cut off
    at.push(step.many === 1 ? (seen[0] + seen[1]) / 2 : begin);
    words.push(WORDS[step.unit].format(begin));
  }
  return { lines, at, words };
}

/**
 * The texts of conferences on an axis `width` pixels long, as a list for each trace. A text is the label, or else the
 * year, or else nothing: no text covers another text or the mark of another conference, and none passes the ends of the
 * axis. A narrow chart has only years.
 * @param {Named[]} named
 * @param {Span} ends
 * @param {number} width
 * @param {boolean} narrow
 * @param {(text: string, font: Font) => number} widthOf how wide a text is in pixels
 */
export function labelled(named, [from, to], width, narrow, widthOf) {
  const marks = named.flatMap((trace, i) =>
    trace.text.map((text, j) => ({
      i,
      j,
      x: ((time(/** @type {string} */ (trace.x[j])) - from) / (to - from)) * width,
      side: trace.textposition[j],
      font: trace.textfont,
      words: narrow ? [trace.short[j], ""] : [text, trace.short[j], ""],
    })),
  );
  const texts = named.map((trace) => trace.text.map(() => ""));
  /** @type {{side: string, ends: Span}[]} */
  const taken = [];
  for (const mark of marks.filter(({ x }) => x >= 0 && x <= width).sort((one, other) => one.x - other.x)) {
    const fitting = mark.words.find((text) => {
      if (!text) return true;
      const half = widthOf(text, mark.font) / 2;
      const [left, right] = [mark.x - half, mark.x + half];
      const apart = (/** @type {Span} */ [from, to]) => right + GAP <= from || left - GAP >= to;
      const fits =
        left >= -GAP &&
        right <= width + GAP &&
        taken.every((box) => box.side !== mark.side || apart(box.ends)) &&
        marks.every((other) => other === mark || apart([other.x - MARK, other.x + MARK]));
      if (fits) taken.push({ side: mark.side, ends: [left, right] });
      return fits;
    });
    texts[mark.i][mark.j] = /** @type {string} */ (fitting); // the last candidate is empty, and always fits
  }
  return texts;
}
