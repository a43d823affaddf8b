// The labels beside the marks of the timeline: which of them fit, and on which side. Plain numbers, no page. The twin for
// pictures is topics/explore/labels.py. Conferences have their labels above and below, see `labelled` in axis.js.

import { DAY, time } from "./axis.js";

/** @import { EventFacts, Facts, Lane, TimelineTrace } from "./types" */
/** @import { Span } from "./axis.js" */
/** @import { Spot } from "./lanes.js" */
/** @typedef {{left: number, right: number, top: number, bottom: number}} Box in pixels from the upper left end of the axes */
/**
 * A mark: the lane it is in, its instant, its height in units of the y axis, how wide it is with the ring of the chosen
 * event in pixels, and the ends of its bar. A mark without a text has no label.
 * @typedef {{id: string, at: number, y: number, size: number, bar: Span, text: string, rank: number, top: number, bottom: number}} Mark
 */
/** @typedef {{at: number, y: number, size: number}} Round the number of a spot */
/**
 * A label as it is placed: it begins or ends `shift` pixels from the instant `at`, and its middle is at `y` in units of
 * the y axis.
 * @typedef {{id: string, text: string, side: "left" | "right", at: number, shift: number, y: number, box: Box}} Label
 */
/** @typedef {{ends: Span, width: number, unit: number}} Axes `unit` is the height of a unit of the y axis in pixels */

export const FONT = 13; // as --note
const LETTERS = 14; // height of the letters of a label, in pixels
const HIGH = 16; // height of a label for other labels, in pixels
const WIDEST = 220; // a longer label is left out rather than cut
const GAP = 3; // between a label and its own mark, in pixels
const FREE = 8; // least space beside a label, in pixels
const BAR = 5; // half the height of the bar of an event in pixels
const [WIDE, TALL] = [96, 24]; // the cells in which boxes are looked up, in pixels
const ROWS = 1e5; // more than there are rows of cells
const RANKS = ["conference", "main", "secondary", "minor", "related"];

/**
 * Give the marks of a timeline, and which labels they may have.
 * @param {TimelineTrace[]} data the traces as they are drawn
 * @param {{events: Record<string, EventFacts>, lanes: Lane[], ring: number, strip?: number, isNamed?: (trace: TimelineTrace) => boolean}} content
 *   `ring` is by how many pixels the ring of the chosen event is wider than its mark, `strip` the room for the name of a
 *   lane above its marks, and `isNamed` tells which traces have labels of their own
 * @returns {Mark[]}
 */
export function marksOf(data, { events, lanes, ring, strip = 0, isNamed = () => false }) {
  const bands = new Map(lanes.map((lane) => [lane.kind, lane]));
  const traces = data.filter(({ meta }) => meta.part === "mark");
  const marks = traces.flatMap((trace) =>
    trace.customdata.map(([id, lane = trace.meta.kind], i) => {
      const { first, last, weight, kind, label, edition } = events[id];
      const band = /** @type {Lane} */ (bands.get(lane));
      const number = kind === "conference" && edition !== null ? `${edition} · ` : "";
      return {
        id,
        at: time(trace.x[i] ?? ""),
        y: trace.y[i] ?? 0,
        size: (trace.marker?.size ?? 0) + ring,
        bar: /** @type {Span} */ ([Date.parse(first), Date.parse(last) + DAY]),
        text: isNamed(trace) ? "" : `${number}${label}`,
        rank: RANKS.indexOf(kind === "conference" ? kind : weight),
        top: band.top - strip,
        bottom: band.bottom,
      };
    }),
  );
  return marks.sort(inOrder);
}

/**
 * The order in which labels are placed.
 * @param {Mark} one
 * @param {Mark} other
 */
const inOrder = (one, other) =>
  one.rank - other.rank || one.at - other.at || (one.id < other.id ? -1 : Number(one.id > other.id));

/**
 * Give the numbers that replace several marks.
 * @param {Spot[]} spots
 * @param {number} size of a number with its ring, in pixels
 * @returns {Round[]}
 */
export const roundsOf = (spots, size) => spots.map(({ span: [from, to], y }) => ({ at: (from + to) / 2, y, size }));

/** Boxes that are taken, by cells, so that a box need not be compared with all others. */
class Taken {
  constructor() {
    /** @type {Map<number, Box[]>} */
    this.cells = new Map();
  }

  /**
   * @param {Box} box
   * @returns {number[]}
   */
  keys({ left, right, top, bottom }) {
    const keys = [];
    for (let column = Math.floor(left / WIDE); column <= Math.floor(right / WIDE); column += 1) {
      for (let row = Math.floor(top / TALL); row <= Math.floor(bottom / TALL); row += 1) keys.push(column * ROWS + row);
    }
    return keys;
  }

  /** @param {Box} box */
  add(box) {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  /** @param {Box} box */
  isFree(box) {
    const apart = (/** @type {Box} */ other) =>
      box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
    return this.keys(box).every((key) => (this.cells.get(key) ?? []).every(apart));
  }
}

/**
 * Place the labels beside their marks: on the right, or else on the left, or else nowhere. A label touches no mark, with
 * or without the ring of the chosen event, no bar, no number and no other label. It stays in its lane and on the axis.
 * Conferences come first, then the more important events, then the earlier ones.
 * @param {Mark[]} marks
 * @param {Round[]} rounds
 * @param {Axes} axes
 * @param {(text: string) => number} widthOf how wide a text is in pixels
 * @returns {Label[]}
 */
export function beside(marks, rounds, { ends: [from, to], width, unit }, widthOf) {
  const across = (/** @type {number} */ at) => ((at - from) / (to - from)) * width;
  const taken = new Taken();
  const seen = marks.flatMap((mark) => {
    const [x, y, half] = [across(mark.at), -mark.y * unit, mark.size / 2];
    const [begin, end] = mark.bar.map(across);
    if (Math.max(x + half, end) < 0 || Math.min(x - half, begin) > width) return [];
    taken.add({ left: x - half, right: x + half, top: y - half, bottom: y + half });
    // What is beyond the axis is not visible, and a bar may be far longer than the axis.
    const [left, right] = [Math.max(begin, -WIDE), Math.min(end, width + WIDE)];
    if (right > left) taken.add({ left, right, top: y - BAR, bottom: y + BAR });
    if (x < 0 || x > width) return [];
    // A bar that is longer than its mark is wide keeps the label away, too.
    const after = end > x + half ? { at: mark.bar[1], x: end, shift: GAP } : { at: mark.at, x, shift: half + GAP };
    const before =
      begin < x - half ? { at: mark.bar[0], x: begin, shift: -GAP } : { at: mark.at, x, shift: -half - GAP };
    return [{ ...mark, middle: y, after, before }];
  });
  for (const { at, y, size } of rounds) {
    const [x, middle, half] = [across(at), -y * unit, size / 2];
    taken.add({ left: x - half, right: x + half, top: middle - half, bottom: middle + half });
  }
  const order = seen.filter(({ text }) => text).sort(inOrder);
  return order.flatMap(({ id, text, y, middle, top, bottom, after, before }) => {
    const [upper, lower] = [middle - LETTERS / 2, middle + LETTERS / 2];
    const wide = widthOf(text);
    if (wide > WIDEST || upper < -top * unit || lower > -bottom * unit) return [];
    for (const side of /** @type {const} */ (["right", "left"])) {
      const { at, x, shift } = side === "right" ? after : before;
      const [left, right] = side === "right" ? [x + shift, x + shift + wide] : [x + shift - wide, x + shift];
      const box = { left, right, top: upper, bottom: lower };
      const room = side === "right" ? { ...box, right: right + FREE } : { ...box, left: left - FREE };
      if (left < 0 || right > width || !taken.isFree(room)) continue;
      const [above, below] = [middle - HIGH / 2, middle + HIGH / 2];
      taken.add({ left: left - FREE, right: right + FREE, top: above, bottom: below });
      return [{ id, text, side, at, shift, y, box }];
    }
    return [];
  });
}

/**
 * Write labels as annotations of Plotly, for paper and for pictures.
 * @param {Label[]} labels
 * @param {{size: number, color: string}} font
 * @param {(text: string) => string} escaped how a text is escaped
 */
export const annotated = (labels, font, escaped) =>
  labels.map(({ text, side, at, shift, y }) => ({
    name: "label",
    text: escaped(text),
    x: new Date(at).toISOString().slice(0, 19),
    xshift: shift,
    xanchor: side === "right" ? "left" : "right",
    y: Math.round(y * 100) / 100,
    yanchor: "middle",
    borderpad: 0,
    showarrow: false,
    font,
  }));
