// The geometry of the timeline and the matrix, as plain numbers. Nothing here touches the page.

import { DAY, labelled, ticks } from "./axis.js";
import { marksOf, roundsOf } from "./labels.js";
import { dense, laned, placesOf } from "./lanes.js";
import { CLEAR } from "./view.js";

/** @import { EventFacts, Facts, Font, Lane, Lit, Matrix, Row, Timeline, TimelineTrace } from "./types" */
/** @import { Named, Span } from "./axis.js" */
/** @typedef {Named & {y: (number | null)[], marker: {size: number}}} Conferences the labels of a trace of conferences */
/** @typedef {{x: string | null, y: number | null, size: number}} Point a mark of the timeline */
/** @typedef {{text: string, top: number, bottom: number}} Head the name of a lane, and the ends of the lane in units of the y axis */
/** @typedef {{heading: string, top: number, bottom: number}} Heading of a kind of organizer, above its rows */
/** @typedef {Row & {heading?: undefined, top: number, bottom: number}} OrganizerLine */
/** @typedef {Heading | OrganizerLine} MatrixLine */
/**
 * Where columns and rows of a matrix are: columns by event, rows by organizer, the width of a column and the height of
 * all rows in pixels.
 * @typedef {{column: Map<string, number>, row: Map<string, OrganizerLine>, wide: number, height: number}} Places
 */

const ROW = 24; // least height of a matrix row in pixels
export const HEADING = 20; // height of the heading of a kind above its rows
export const NARROWEST = 28; // least width of a column of the matrix
const HIGHEST = 34; // greatest height of a matrix row in pixels
export const WIDEST = 240; // greatest width of a column of the matrix
const HOVERED = 140; // least height of the drawing in pixels: Plotly hides hover texts that do not fit into it
const GUTTER = 126; // room for the names of lanes left of the timeline
const STRIP = 0.55; // room for the name of a lane above its marks on a narrow chart, in units of the y axis
const AIR = 0.1; // between that name and a label below it
const LABELED = { above: 0.15, below: 0.15 }; // further room in a lane whose marks have labels
export const RING = 13; // pixels by which the ring of the chosen event is wider than its mark
const SPOT = 22; // diameter of the number of a spot in pixels
const FREE = 3; // pixels between the ring and a label

/**
 * Keep the points of a trace whose `customdata` passes `keeps`. Every list with one value for each point is shortened
 * in the same way.
 * @template {{customdata: any[]}} Trace
 * @param {Trace} trace
 * @param {(id: Trace["customdata"][number]) => boolean} keeps
 * @returns {Trace}
 */
export function masked(trace, keeps) {
  const ids = trace.customdata;
  /**
   * @param {unknown} value
   * @returns {any}
   */
  const cut = (value) => {
    if (Array.isArray(value)) return value.length === ids.length ? value.filter((_, i) => keeps(ids[i])) : value;
    if (!value || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cut(inner)]));
  };
  return cut(trace);
}

/**
 * Draw traces as one where `alike` gives them the same key. Plotly takes a few milliseconds for each trace. A value that
 * differs between the traces becomes a list with one value for each point. The traces keep their order, and a trace that
 * was put together comes at the place of its last part.
 * @template {{customdata: any[]}} Trace
 * @param {Trace[]} traces
 * @param {(trace: Trace) => unknown} alike
 * @returns {Trace[]}
 */
export function together(traces, alike) {
  const keys = traces.map(alike);
  return traces.flatMap((trace, i) => {
    if (keys.lastIndexOf(keys[i]) !== i) return [];
    const group = traces.filter((_, other) => keys[other] === keys[i]);
    const sizes = group.map(({ customdata }) => customdata.length);
    return [group.length === 1 ? trace : joined(group, sizes)];
  });
}

/**
 * @param {any[]} parts
 * @param {number[]} sizes the number of points of each part
 * @returns {any}
 */
function joined(parts, sizes) {
  const [first] = parts;
  if (parts.every((part) => part === first)) return first;
  if (parts.every((part, i) => Array.isArray(part) && part.length === sizes[i])) return parts.flat();
  if (parts.every((part) => part && typeof part === "object" && !Array.isArray(part))) {
    const keys = new Set(parts.flatMap((part) => Object.keys(part)));
    keys.delete("name");
    return Object.fromEntries(
      [...keys].map((key) => [
        key,
        joined(
          parts.map((part) => part[key]),
          sizes,
        ),
      ]),
    );
  }
  return parts.flatMap((part, i) => (Array.isArray(part) ? part : Array(sizes[i]).fill(part)));
}

/**
 * Split a list into parts of nearly the same length, none longer than `most`.
 * @template T
 * @param {T[]} list
 * @param {number} most
 */
export function shared(list, most) {
  const parts = Math.ceil(list.length / Math.max(most, 1));
  const cut = (/** @type {number} */ i) => Math.round((i * list.length) / parts);
  return Array.from({ length: parts }, (_, i) => list.slice(cut(i), cut(i + 1)));
}

// Timeline

/**
 * First and last instant of each event that has a date.
 * @param {EventFacts[]} events
 * @returns {Span[]}
 */
export const spans = (events) =>
  events.filter(({ first }) => first).map(({ first, last }) => [Date.parse(first), Date.parse(last) + DAY]);

/**
 * The years of the conferences, each once; there is a button for each, which zooms to it.
 * @param {EventFacts[]} events
 */
export function years(events) {
  const dated = events.filter(({ kind, first }) => kind === "conference" && first);
  const named = dated.map(({ first, last }) => [...new Set([first.slice(0, 4), last.slice(0, 4)])].join("–"));
  return [...new Set(named)];
}

/**
 * Drop the empty lanes and move the others together. Gives the place of each lane, and how far its marks have moved.
 * `strip` is the room above each lane, and `more` is further room in some lanes.
 * @param {Lane[]} lanes
 * @param {Set<string>} kinds
 * @param {number} strip
 * @param {Map<string, {above: number, below: number}>} [more]
 */
export function closedUp(lanes, kinds, strip, more = new Map()) {
  /** @type {Map<string, number>} */
  const shift = new Map();
  let top = 0;
  const closed = lanes
    .filter(({ kind }) => kinds.has(kind))
    .map((lane) => {
      const { above, below } = more.get(lane.kind) ?? { above: 0, below: 0 };
      const placed = { kind: lane.kind, top, bottom: top - (lane.top - lane.bottom) - strip - above - below };
      shift.set(lane.kind, placed.bottom + below - lane.bottom);
      top = placed.bottom;
      return placed;
    });
  return { lanes: closed, shift, bottom: top };
}

/**
 * Range, lines and labels of an axis `width` pixels long, as Plotly takes them.
 * @param {Span} ends
 * @param {number} width
 * @param {number} left room for labels left of the axis, in pixels
 */
export function axis(ends, width, left) {
  const { lines, at, words } = ticks(ends, width, left);
  const dates = (/** @type {number[]} */ instants) => instants.map((instant) => new Date(instant).toISOString());
  return { range: dates(ends), tickvals: dates(at), ticktext: words, "minor.tickvals": dates(lines) };
}

/**
 * Give the timeline for a width in pixels and the ends of its axis. The result has data and layout, the conferences as
 * `labelled` takes them, the traces of marks, and what `beside` in labels.js places.
 * @param {Timeline} figure
 * @param {{ids: string[], by: string, facts: Facts}} content the events, and what the lanes are
 * @param {{width: number, narrow: boolean, ends: Span, gather?: boolean, above?: number, widthOf: (text: string, font: Font) => number}} room
 *   `gather` says whether marks that are too close become a number; `above` is the room for the names of eras, in pixels
 */
export function timeline(figure, content, { width, narrow, ends, gather = true, above = 0, widthOf }) {
  const { layout } = figure;
  const { events } = content.facts;
  const left = narrow ? 2 : GUTTER;
  const long = width - left - 2;
  const { data: whole, lanes, names } = inLanes(figure, content, narrow);
  const bottom = lanes.at(-1)?.bottom ?? 0;
  const places = placesOf(whole);
  const spots = gather ? dense(places, ends, long) : [];
  const gathered = new Set(spots.flatMap(({ lane, ids }) => ids.map((id) => `${id} ${lane}`)));
  const data = whole
    .map((trace) => masked(trace, ([id, lane = trace.meta.kind]) => !gathered.has(`${id} ${lane}`)))
    .filter(({ x }) => x.length);
  const marked = data.map((trace) => (isNamed(trace) ? unnamed(trace) : trace));
  const beside = data.filter(isNamed).map(labels);
  const named = beside.map((trace) => conferences(trace, events, layout.font));
  labelled(named, ends, long, narrow, widthOf).forEach((text, i) => {
    beside[i].text = text;
  });
  const { range, tickvals, ticktext, "minor.tickvals": lines } = axis(ends, long, left);
  const minor = { tickmode: "array", tickvals: lines, showgrid: true, gridcolor: layout.xaxis.gridcolor };
  const words = {
    tickvals,
    ticktext,
    tickmode: "array",
    ticklabelmode: "instant",
    ticklabeloverflow: "allow", // `ticks` gives no label that would be cut off, so Plotly need not measure them
    tickangle: 0,
  };
  const line = { x0: narrow ? 0 : -GUTTER / (width - GUTTER - 2) };
  return {
    data: [...marked, ...beside],
    named,
    marks: marked.filter((trace) => trace.meta.part === "mark"),
    bars: marked.filter((trace) => trace.meta.part !== "mark"),
    places,
    spots,
    heads: lanes.map(({ kind, top, bottom }) => ({ text: narrow ? names[kind] : inLines(names[kind]), top, bottom })),
    beside: {
      marks: marksOf(data, { events, lanes, ring: RING, strip: narrow ? STRIP + AIR : 0, isNamed }),
      rounds: roundsOf(spots, SPOT + RING),
    },
    layout: {
      ...layout,
      ...CLEAR,
      title: undefined,
      width,
      height: layout.height + 60 * (lanes.length - layout.meta.lanes.length),
      margin: { l: left, r: 2, t: above, b: 24 },
      xaxis: { ...layout.xaxis, ...words, range, showgrid: false, minor },
      yaxis: {
        ...layout.yaxis,
        range: [bottom, 0],
        tickvals: lanes.map((lane) => (lane.top + lane.bottom) / 2),
        ticktext: lanes.map((lane) => escaped(names[lane.kind])),
        showticklabels: false,
        automargin: false,
      },
      shapes: lanes.slice(0, -1).map((lane, i) => ({
        ...(layout.shapes?.[i] ?? layout.shapes?.[0]),
        ...line,
        y0: lane.bottom,
        y1: lane.bottom,
      })),
      annotations: [],
    },
  };
}

/**
 * Put the events that are shown into lanes: by kind as in the figure, without the empty lanes, or by something else.
 * @param {Timeline} figure
 * @param {{ids: string[], by: string, facts: Facts}} content
 * @param {boolean} narrow
 * @returns {import("./lanes.js").Laned}
 */
function inLanes(figure, { ids, by, facts }, narrow) {
  const strip = narrow ? STRIP : 0;
  const shown = new Set(ids);
  const seen = figure.data.map((trace) => masked(trace, ([id]) => shown.has(id))).filter(({ x }) => x.length);
  const other = by === "kind" ? null : laned({ ...figure, data: seen }, facts, ids, by);
  const [all, data] = other ? [other.lanes, other.data] : [figure.layout.meta.lanes, seen];
  const drawn = new Set(other ? all.map(({ kind }) => kind) : seen.map(({ meta }) => meta.kind));
  const more = new Map(data.filter(isNamed).map(({ meta }) => [meta.kind, LABELED]));
  const { lanes, shift } = closedUp(all, drawn, strip, more);
  const moved = data.map((trace) => ({
    ...trace,
    y: trace.y.map((y, i) => (y === null ? y : y + (shift.get(trace.customdata[i][1] ?? trace.meta.kind) ?? 0))),
  }));
  return { data: moved, lanes, names: other ? other.names : facts.vocabulary.kinds };
}

const LINE = 20; // most letters in a line of the name of a lane

/**
 * Break the name of a lane where it is too long for its room.
 * @param {string} name
 */
function inLines(name) {
  if (/ (and|\()/.test(name) || name.length <= LINE) return name.replace(/ (and|\()/, "\n$1");
  const at = name.lastIndexOf(" ", LINE);
  if (at > 0) return `${name.slice(0, at)}\n${name.slice(at + 1)}`;
  return name;
}

/**
 * Write the names of lanes as annotations of Plotly beside a wide chart, for paper.
 * @param {Head[]} heads
 * @param {string} color
 */
export const headed = (heads, color) =>
  heads.map(({ text, top, bottom }) => ({
    text: escaped(text).replace("\n", "<br>"),
    showarrow: false,
    xref: "paper",
    x: 0,
    xanchor: "left",
    xshift: -GUTTER,
    y: (top + bottom) / 2,
    yanchor: "middle",
    align: "left",
    font: { size: 13, color },
  }));

/**
 * Tell whether a trace has labels.
 * @param {TimelineTrace} trace
 * @returns {trace is TimelineTrace & Omit<Named, "short">}
 */
const isNamed = (trace) => trace.mode === "markers+text";

/**
 * Give the marks of a trace without their labels.
 * @param {TimelineTrace} trace
 * @returns {TimelineTrace}
 */
const unnamed = ({ text: _text, textposition: _side, textfont: _font, ...trace }) => ({ ...trace, mode: "markers" });

/**
 * Give the labels of a trace as a trace of their own. Plotly puts a label 1.25 times the radius of its mark, and a pixel,
 * away from the middle. So the labels have unseen marks, which keep them free of the ring.
 * @param {TimelineTrace & Omit<Named, "short">} trace
 */
const labels = ({ customdata, x, y, marker, text, textposition, textfont }) => ({
  type: "scatter",
  mode: "markers+text",
  meta: { part: /** @type {const} */ ("label"), kind: "" },
  customdata,
  x,
  y,
  text,
  textposition,
  textfont,
  marker: { size: (((marker?.size ?? 0) + RING) / 2 + FREE - 1) * 1.6, opacity: 0 },
  hoverinfo: "skip",
  cliponaxis: false,
});

/**
 * Give the conferences of a trace of labels. The font of the figure fills in what the font of the trace leaves open.
 * @param {ReturnType<typeof labels>} trace
 * @param {Record<string, EventFacts>} events
 * @param {Font} font
 * @returns {Conferences}
 */
const conferences = (trace, events, font) => ({
  ...trace,
  textfont: { ...font, ...trace.textfont },
  short: trace.customdata.map(([id]) => events[id].first.slice(0, 4)),
});

/**
 * How far the text of a label is from the middle of its mark, as Plotly places it.
 * @param {Conferences} trace
 */
export const apart = ({ marker }) => (marker.size / 2) * 1.25 + 1;

/**
 * Find the marks of an event. It has one in each lane to which it belongs.
 * @param {TimelineTrace[]} marks
 * @param {string | null} event
 * @returns {Point[]}
 */
export const pointsOf = (marks, event) =>
  marks.flatMap(({ customdata, x, y, marker }) =>
    customdata.flatMap(([id], i) => (id === event ? [{ x: x[i], y: y[i], size: marker?.size ?? 0 }] : [])),
  );

/**
 * Give the rings around the marks of an event, as a trace. Without a mark the trace is empty.
 * @param {Point[]} points
 * @param {string} color
 */
export const rings = (points, color) => ({
  type: "scatter",
  mode: "markers",
  x: points.map(({ x }) => x),
  y: points.map(({ y }) => y),
  hoverinfo: "skip",
  cliponaxis: false,
  meta: { part: "chosen" },
  marker: {
    symbol: "circle-open",
    size: points.map(({ size }) => size + RING - 2),
    color,
    line: { width: 2.5, color },
  },
});

/**
 * Give the vertical line through a mark, as a shape.
 * @param {Point} point
 * @param {string} color
 */
export const upright = ({ x }, color) => ({
  type: "line",
  x0: x,
  x1: x,
  yref: "paper",
  y0: 0,
  y1: 1,
  layer: "below",
  line: { color, width: 1 },
});

// Matrix

/**
 * Give the lines of the matrix from the top: headings of kinds, and organizers. Each has its place in pixels.
 * @param {Row[]} rows
 * @param {Record<string, string>} kinds the headings; may be empty
 * @param {number} [high] the height of a row
 * @returns {MatrixLine[]}
 */
export function matrixLines(rows, kinds, high = ROW) {
  /** @type {MatrixLine[]} */
  const lines = [];
  let [kind, top] = ["", 0];
  for (const row of rows) {
    if (kinds[row.organizer_kind] && row.organizer_kind !== kind) {
      kind = row.organizer_kind;
      lines.push({ heading: kinds[kind], top, bottom: top + HEADING });
      top += HEADING;
    }
    lines.push({ ...row, top, bottom: top + high });
    top += high;
  }
  return lines;
}

/**
 * Give the height at which the rows of a matrix fill `room` pixels.
 * @param {MatrixLine[]} lines
 * @param {number} room
 */
export function rowHeight(lines, room) {
  const headings = lines.filter(({ heading }) => heading !== undefined).length;
  const rows = Math.max(lines.length - headings, 1);
  return Math.max(ROW, Math.min(HIGHEST, Math.floor((room - 2 - headings * HEADING) / rows)));
}

/**
 * Place columns and rows, with these events as columns, in `room` pixels.
 * @param {MatrixLine[]} lines
 * @param {string[]} ids
 * @param {number} room
 * @returns {Places}
 */
export function places(lines, ids, room) {
  const organizers = lines.filter((line) => line.heading === undefined);
  return {
    column: new Map(ids.map((id, i) => [id, i])),
    row: new Map(organizers.map((line) => [line.organizer_id, line])),
    wide: Math.max(NARROWEST, Math.min(WIDEST, Math.floor(room / ids.length))),
    height: lines.at(-1)?.bottom ?? 0,
  };
}

/**
 * Give the marks of the matrix for `room` pixels. The drawing is `below` pixels higher and `beside` pixels wider than the
 * matrix.
 * @param {Matrix} figure
 * @param {MatrixLine[]} lines
 * @param {Places} places
 * @param {Lit} lit
 * @param {number} room
 */
export function matrix({ data, layout }, lines, { column, row, wide, height }, { organizer, role }, room) {
  const middle = (/** @type {string} */ id) => {
    const line = row.get(id);
    return line ? (line.top + line.bottom) / 2 : null;
  };
  const below = Math.max(0, HOVERED - height);
  const beside = Math.max(0, room - wide * column.size);
  const line = { width: 1, color: layout.xaxis.gridcolor };
  const axis = {
    type: "linear",
    fixedrange: true,
    showticklabels: false,
    showgrid: false,
    zeroline: false,
    showline: false,
    ticks: "",
    automargin: false,
  };
  return {
    below,
    beside,
    data: data
      .map((trace) => masked(trace, ([event]) => column.has(event)))
      .filter((trace) => trace.x.length)
      .map((trace) => ({
        ...trace,
        x: trace.customdata.map(([event]) => column.get(event)),
        y: trace.customdata.map(([, id]) => middle(id)),
        opacity: role.length && !role.includes(trace.meta.role) ? 0.25 : 1,
        marker: {
          ...trace.marker,
          size: 19,
          ...(organizer.length && { opacity: trace.customdata.map(([, id]) => (organizer.includes(id) ? 1 : 0.3)) }),
        },
      })),
    layout: {
      ...layout,
      ...CLEAR,
      title: undefined,
      annotations: [],
      showlegend: false,
      dragmode: false,
      width: wide * column.size + beside,
      height: height + below,
      margin: { l: 0, r: beside, t: 0, b: below },
      xaxis: { ...axis, range: [-0.5, column.size - 0.5] },
      yaxis: { ...axis, range: [height, 0] },
      shapes: lines
        .slice(0, -1)
        .filter(({ heading }) => !heading)
        .map(({ bottom }) => ({
          type: "line",
          xref: "paper",
          x0: 0,
          x1: 1,
          y0: bottom,
          y1: bottom,
          layer: "below",
          line,
        })),
    },
  };
}

/**
 * Escape a text for a chart; Plotly reads `<` and `&` as markup.
 * @param {string} text
 */
export const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * Undo `escaped`, for a text that is not drawn by Plotly.
 * @param {string} text
 */
export const unescaped = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
