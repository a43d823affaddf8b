// The geometry of the timeline and the matrix, as plain numbers. Nothing here touches the page.

import { DAY, labelled, ticks } from "./axis.js";

/** @import { EventFacts, Font, Lane, Lit, Matrix, Row, Timeline, TimelineTrace } from "./types" */
/** @import { Named, Span } from "./axis.js" */
/** @typedef {Named & {at: number, shown?: string[]}} Conferences a trace with its place, and the texts as they are drawn */
/** @typedef {{x: string | null, y: number | null, size: number}} Point a mark of the timeline */
/** @typedef {{heading: string, top: number, bottom: number}} Heading of a kind of organizer, above its rows */
/** @typedef {Row & {heading?: undefined, top: number, bottom: number}} OrganizerLine */
/** @typedef {Heading | OrganizerLine} MatrixLine */
/**
 * Where columns and rows of a matrix are: columns by event, rows by organizer, the width of a column and the height of
 * all rows in pixels.
 * @typedef {{column: Map<string, number>, row: Map<string, OrganizerLine>, wide: number, height: number}} Places
 */

export const ROW = 24; // height of a matrix row in pixels
export const HEADING = 20; // height of the heading of a kind above its rows
export const NARROWEST = 28; // least width of a column of the matrix
export const WIDEST = 150; // greatest width of a column of the matrix
const HOVERED = 140; // least height of the drawing in pixels: Plotly hides hover texts that do not fit into it
const GUTTER = 126; // room for the names of lanes left of the timeline
const STRIP = 0.4; // room for the name of a lane above its marks on a narrow chart, in units of the y axis
const CLEAR = { paper_bgcolor: "transparent", plot_bgcolor: "transparent" };

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
 * Drop the empty lanes and move the others together. Gives the place of each lane, and how far it has moved. `strip` is
 * the room above each lane.
 * @param {Lane[]} lanes
 * @param {Set<string>} kinds
 * @param {number} strip
 */
export function closedUp(lanes, kinds, strip) {
  /** @type {Map<string, number>} */
  const shift = new Map();
  let top = 0;
  const closed = lanes
    .filter(({ kind }) => kinds.has(kind))
    .map((lane) => {
      const placed = { kind: lane.kind, top, bottom: top - (lane.top - lane.bottom) - strip };
      shift.set(lane.kind, placed.bottom - lane.bottom);
      top = placed.bottom;
      return placed;
    });
  return { lanes: closed, shift, bottom: top };
}

/**
 * Range, lines and labels of an axis `width` pixels long, as Plotly takes them.
 * @param {Span} ends
 * @param {number} width
 */
export function axis(ends, width) {
  const { lines, at, words } = ticks(ends, width);
  const dates = (/** @type {number[]} */ instants) => instants.map((instant) => new Date(instant).toISOString());
  return { range: dates(ends), tickvals: dates(at), ticktext: words, "minor.tickvals": dates(lines) };
}

/**
 * Give the timeline for a width in pixels and the ends of its axis. The result has data and layout, the conferences as
 * `labelled` takes them, and the traces of marks.
 * @param {Timeline} figure
 * @param {{shown: Set<string>, kinds: Record<string, string>, events: Record<string, EventFacts>}} content
 * @param {{width: number, narrow: boolean, ends: Span, widthOf: (text: string, font: Font) => number}} room
 */
export function timeline(figure, { shown, kinds, events }, { width, narrow, ends, widthOf }) {
  const { layout } = figure;
  const left = narrow ? 2 : GUTTER;
  const long = width - left - 2;
  const seen = figure.data.map((trace) => masked(trace, ([id]) => shown.has(id))).filter(({ x }) => x.length);
  const drawn = new Set(seen.map(({ meta }) => meta.kind));
  const { lanes, shift, bottom } = closedUp(layout.meta.lanes, drawn, narrow ? STRIP : 0);
  /** @type {TimelineTrace[]} */
  const data = seen.map((trace) => {
    const by = shift.get(trace.meta.kind) ?? 0;
    return { ...trace, y: trace.y.map((y) => (y === null ? y : y + by)) };
  });
  const named = data.flatMap((trace, at) => (isNamed(trace) ? [conferences(trace, at, events, layout.font)] : []));
  labelled(named, ends, long, narrow, widthOf).forEach((text, i) => {
    named[i].shown = text;
    data[named[i].at].text = text;
  });
  const { range, tickvals, ticktext, "minor.tickvals": lines } = axis(ends, long);
  const minor = { tickmode: "array", tickvals: lines, showgrid: true, gridcolor: layout.xaxis.gridcolor };
  const words = { tickvals, ticktext, tickmode: "array", ticklabelmode: "instant", tickangle: 0 };
  const line = { x0: narrow ? 0 : -GUTTER / (width - GUTTER - 2) };
  return {
    data,
    named,
    marks: data.filter((trace) => trace.meta.part === "mark"),
    layout: {
      ...layout,
      ...CLEAR,
      title: undefined,
      width,
      height: layout.height + 60 * (lanes.length - layout.meta.lanes.length),
      margin: { l: left, r: 2, t: 0, b: 24 },
      xaxis: { ...layout.xaxis, ...words, range, showgrid: false, minor },
      yaxis: {
        ...layout.yaxis,
        range: [bottom, 0],
        tickvals: lanes.map((lane) => (lane.top + lane.bottom) / 2),
        ticktext: lanes.map((lane) => kinds[lane.kind]),
        showticklabels: false,
        automargin: false,
      },
      shapes: lanes
        .slice(0, -1)
        .map((lane, i) => ({ ...layout.shapes?.[i], ...line, y0: lane.bottom, y1: lane.bottom })),
      annotations: lanes.map((lane) => ({
        showarrow: false,
        xref: "paper",
        x: 0,
        xanchor: "left",
        align: "left",
        font: { size: 12.5, color: layout.yaxis.tickfont.color },
        ...(narrow
          ? // with a background, so that no line runs through it
            { text: kinds[lane.kind], y: lane.top, yanchor: "top", yshift: -2, bgcolor: layout.paper_bgcolor }
          : {
              text: kinds[lane.kind].replace(/ (and|\()/, "<br>$1"),
              xshift: -GUTTER,
              y: (lane.top + lane.bottom) / 2,
              yanchor: "middle",
            }),
      })),
    },
  };
}

/**
 * Tell whether a trace has labels.
 * @param {TimelineTrace} trace
 * @returns {trace is TimelineTrace & Omit<Named, "short">}
 */
const isNamed = (trace) => trace.mode === "markers+text";

/**
 * Give the conferences of a trace. The font of the figure fills in what the font of the trace leaves open.
 * @param {TimelineTrace & Omit<Named, "short">} trace
 * @param {number} at
 * @param {Record<string, EventFacts>} events
 * @param {Font} font
 * @returns {Conferences}
 */
const conferences = (trace, at, events, font) => ({
  ...trace,
  at,
  textfont: { ...font, ...trace.textfont },
  short: trace.customdata.map(([id]) => events[id].first.slice(0, 4)),
});

/**
 * Find the mark of an event; null if it has none.
 * @param {TimelineTrace[]} marks
 * @param {string | null} event
 * @returns {Point | null}
 */
export function pointOf(marks, event) {
  for (const { customdata, x, y, marker } of marks) {
    const i = customdata.findIndex(([id]) => id === event);
    if (i >= 0) return { x: x[i], y: y[i], size: marker?.size ?? 0 };
  }
  return null;
}

/**
 * Give the ring around a mark, as a trace. Without a mark the trace is empty.
 * @param {Point | null} point
 * @param {string} color
 */
export const ring = (point, color) => ({
  type: "scatter",
  mode: "markers",
  x: point ? [point.x] : [],
  y: point ? [point.y] : [],
  hoverinfo: "skip",
  cliponaxis: false,
  meta: { part: "chosen" },
  marker: { symbol: "circle-open", size: (point?.size ?? 10) + 11, color, line: { width: 2.5, color } },
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
 * @returns {MatrixLine[]}
 */
export function matrixLines(rows, kinds) {
  /** @type {MatrixLine[]} */
  const lines = [];
  let [kind, top] = ["", 0];
  for (const row of rows) {
    if (kinds[row.organizer_kind] && row.organizer_kind !== kind) {
      kind = row.organizer_kind;
      lines.push({ heading: kinds[kind], top, bottom: top + HEADING });
      top += HEADING;
    }
    lines.push({ ...row, top, bottom: top + ROW });
    top += ROW;
  }
  return lines;
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
