// Where everything is in the timeline and in the matrix.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as geometry from "../../dashboard/assets/engine/geometry.js";
import { facts } from "./facts.mjs";

/** @import { EventFacts, Matrix, Row, Timeline } from "../../dashboard/assets/engine/types" */

/**
 * @param {EventFacts["kind"]} kind
 * @param {string} first
 * @param {string} last
 * @returns {EventFacts}
 */
const event = (kind, first, last = first) => ({
  label: "Dushanbe 2018",
  title: "Conference",
  when: first,
  kind,
  kindName: kind,
  edition: null,
  first,
  last,
  year: Number(first.slice(0, 4)) || null,
  weight: "main",
  start: first,
  end: last,
  dating: "held",
  where: "Dushanbe",
  ahead: false,
  keys: [],
  sources: [],
});

/** @type {Record<string, EventFacts>} */
const EVENTS = {
  "2018-dushanbe": event("conference", "2018-05-03", "2018-05-04"),
  "2019-talks": event("preparation", "2019-01-15"),
  "2022-side": event("side-event", "2022-10-17"),
  "2022-dushanbe": event("conference", "2022-10-18"),
  undated: event("conference", ""),
};
const KINDS = { conference: "Conferences", "side-event": "Side events and briefings", preparation: "Talks" };
const FONT = { size: 12, color: "black" };

/**
 * @param {EventFacts["kind"]} kind
 * @param {string[]} ids
 * @param {number} y
 */
const marks = (kind, ids, y) => ({
  mode: kind === "conference" ? "markers+text" : "markers",
  meta: /** @type {const} */ ({ part: "mark", kind }),
  customdata: ids.map((id) => /** @type {[string]} */ ([id])),
  x: ids.map((id) => EVENTS[id].first),
  y: ids.map(() => y),
  marker: { size: 10 },
  ...(kind === "conference" && {
    text: ids.map((id) => EVENTS[id].label),
    textposition: ids.map(() => "top center"),
    textfont: FONT,
  }),
});

/** @type {Timeline} */
const TIMELINE = {
  data: [
    marks("conference", ["2018-dushanbe", "2022-dushanbe"], -0.75),
    marks("side-event", ["2022-side"], -2),
    marks("preparation", ["2019-talks"], -3),
  ],
  layout: {
    height: 400,
    font: { family: "Sans", size: 13, color: "gray" },
    paper_bgcolor: "white",
    meta: {
      lanes: [
        { kind: "conference", top: 0, bottom: -1.5 },
        { kind: "side-event", top: -1.5, bottom: -2.5 },
        { kind: "preparation", top: -2.5, bottom: -3.5 },
      ],
    },
    xaxis: { gridcolor: "gray" },
    yaxis: { tickfont: FONT },
    shapes: [
      { y0: -1.5, y1: -1.5 },
      { y0: -2.5, y1: -2.5 },
      { y0: -3.5, y1: -3.5 },
    ],
  },
};

/** @param {string[]} ids */
function contentOf(ids) {
  const all = facts(EVENTS, []);
  return { ids, by: "kind", facts: { ...all, vocabulary: { ...all.vocabulary, kinds: KINDS } } };
}

/** @param {string[]} shown */
function drawn(shown, { width = 1000, narrow = false } = {}) {
  const content = contentOf(shown);
  const ends = /** @type {[number, number]} */ ([Date.UTC(2018, 0, 1), Date.UTC(2023, 0, 1)]);
  return geometry.timeline(TIMELINE, content, { width, narrow, ends, widthOf: (text) => 6 * text.length });
}

test("a trace loses the same places of every list that has one for each point", () => {
  const trace = {
    customdata: [["a"], ["b"], ["c"]],
    x: [1, 2, 3],
    name: "abc",
    marker: { size: [4, 5, 6], colors: ["red", "blue"], line: { width: [7, 8, 9] } },
  };
  assert.deepEqual(
    geometry.masked(trace, ([id]) => id !== "b"),
    {
      customdata: [["a"], ["c"]],
      x: [1, 3],
      name: "abc",
      marker: { size: [4, 6], colors: ["red", "blue"], line: { width: [7, 9] } },
    },
  );
});

test("labels are measured in their own font, and in the family of the figure", () => {
  /** @type {import("../../dashboard/assets/engine/types").Font[]} */
  const fonts = [];
  const widthOf = (
    /** @type {string} */ text,
    /** @type {import("../../dashboard/assets/engine/types").Font} */ font,
  ) => {
    fonts.push(font);
    return text.length;
  };
  const content = contentOf(Object.keys(EVENTS));
  const ends = /** @type {[number, number]} */ ([Date.UTC(2018, 0, 1), Date.UTC(2023, 0, 1)]);
  const { data } = geometry.timeline(TIMELINE, content, { width: 1000, narrow: false, ends, widthOf });
  assert.ok(fonts.length);
  for (const font of fonts) assert.deepEqual(font, { ...FONT, family: "Sans" });
  assert.deepEqual(data.find(({ text }) => text)?.textfont, FONT); // the drawing itself needs no family of its own
});

test("a list is shared out in parts of nearly the same length", () => {
  assert.deepEqual(geometry.shared([1, 2, 3, 4, 5, 6, 7], 3), [
    [1, 2],
    [3, 4, 5],
    [6, 7],
  ]);
  assert.deepEqual(geometry.shared([1, 2], 0), [[1], [2]]);
  assert.deepEqual(geometry.shared([], 3), []);
});

test("the span of an event ends with its last day, and an event without a date has none", () => {
  assert.deepEqual(geometry.spans([EVENTS["2018-dushanbe"], EVENTS.undated]), [
    [Date.UTC(2018, 4, 3), Date.UTC(2018, 4, 5)],
  ]);
});

test("the years of conferences are named once, and a conference at the turn of a year by both", () => {
  const others = [event("conference", "2018-11-01"), event("conference", "2019-12-31", "2020-01-01")];
  assert.deepEqual(geometry.years([...Object.values(EVENTS), ...others]), ["2018", "2022", "2019–2020"]);
});

test("lanes in which nothing is shown close up", () => {
  const { lanes, shift, bottom } = geometry.closedUp(
    TIMELINE.layout.meta.lanes,
    new Set(["conference", "preparation"]),
    0,
  );
  assert.deepEqual(lanes, [
    { kind: "conference", top: 0, bottom: -1.5 },
    { kind: "preparation", top: -1.5, bottom: -2.5 },
  ]);
  assert.deepEqual([shift.get("conference"), shift.get("preparation"), bottom], [0, 1, -2.5]);
});

test("a strip above each lane moves all below it", () => {
  const { lanes } = geometry.closedUp(TIMELINE.layout.meta.lanes, new Set(["side-event", "preparation"]), 0.5);
  assert.deepEqual(lanes, [
    { kind: "side-event", top: 0, bottom: -1.5 },
    { kind: "preparation", top: -1.5, bottom: -3 },
  ]);
});

test("a lane has further room above and below its marks", () => {
  const kinds = new Set(["conference", "preparation"]);
  const more = new Map([["conference", { above: 0.5, below: 0.25 }]]);
  const { lanes, shift } = geometry.closedUp(TIMELINE.layout.meta.lanes, kinds, 0, more);
  assert.deepEqual(lanes, [
    { kind: "conference", top: 0, bottom: -2.25 },
    { kind: "preparation", top: -2.25, bottom: -3.25 },
  ]);
  assert.deepEqual([shift.get("conference"), shift.get("preparation")], [-0.5, 0.25]);
});

test("the timeline shows the events that are left, each mark in its lane", () => {
  const { layout, marks } = drawn(["2018-dushanbe", "2019-talks"]);
  assert.deepEqual(
    marks.map(({ customdata, y }) => [customdata, y.map((at) => at?.toFixed(2))]),
    [
      [[["2018-dushanbe"]], ["-0.90"]], // in the middle of a lane with room for labels
      [[["2019-talks"]], ["-2.30"]],
    ],
  );
  assert.deepEqual(
    layout.yaxis.range.map((end) => end.toFixed(2)),
    ["-2.80", "0.00"],
  );
  assert.deepEqual(layout.yaxis.ticktext, ["Conferences", "Talks"]);
  assert.deepEqual(
    layout.shapes.map(({ y0 }) => y0.toFixed(2)),
    ["-1.80"],
  );
  assert.equal(layout.height, 340);
});

test("the name of a lane is beside it, and on a narrow chart above its marks", () => {
  const [wide, narrow] = [drawn(["2022-side"]), drawn(["2022-side"], { width: 320, narrow: true })];
  assert.equal(wide.heads[0].text, "Side events\nand briefings");
  assert.deepEqual([wide.layout.margin.l, narrow.layout.margin.l], [126, 2]);
  assert.equal(narrow.heads[0].text, "Side events and briefings");
  assert.deepEqual(narrow.layout.yaxis.range, [-1.55, 0]);
});

test("a conference has its label, and on a narrow chart its year", () => {
  const texts = (/** @type {ReturnType<typeof drawn>} */ { data }) => data.flatMap(({ text = [] }) => text);
  assert.deepEqual(texts(drawn(["2022-dushanbe"])), ["Dushanbe 2018"]);
  assert.deepEqual(texts(drawn(["2022-dushanbe"], { width: 320, narrow: true })), ["2022"]);
});

test("a label is free of the ring of its mark", () => {
  const { data, marks } = drawn(["2018-dushanbe", "2022-side"]);
  const label = data.find(({ text }) => text);
  const away = ((label?.marker?.size ?? 0) / 2) * 1.25 + 1; // as Plotly places it
  assert.ok(away > (geometry.RING + (marks[0].marker?.size ?? 0)) / 2);
  assert.deepEqual([label?.x, label?.y], [marks[0].x, marks[0].y]);
});

test("the mark of an event is found, and one that is not shown is not", () => {
  const { marks } = drawn(["2018-dushanbe", "2022-side"]);
  assert.deepEqual(geometry.pointsOf(marks, "2022-side"), [{ x: "2022-10-17", y: -2.3, size: 10 }]);
  assert.deepEqual(geometry.pointsOf(marks, "2022-dushanbe"), []);
  assert.deepEqual(geometry.pointsOf(marks, null), []);
});

test("the ring is larger than its mark, and without a mark there is none", () => {
  const rings = geometry.rings([{ x: "2018-05-04", y: -0.75, size: 15 }], "red");
  assert.deepEqual([rings.x, rings.y, rings.marker.size], [["2018-05-04"], [-0.75], [26]]);
  assert.deepEqual(geometry.rings([], "red").x, []);
});

/** @type {Row[]} */
const ROWS = [
  { organizer_id: "tajikistan", organizer: "Tajikistan", organizer_kind: "state", count: 4, depth: 0 },
  { organizer_id: "qatar", organizer: "Qatar", organizer_kind: "state", count: 1, depth: 0 },
  { organizer_id: "osce", organizer: "OSCE", organizer_kind: "regional-organization", count: 2, depth: 0 },
];
const HEADINGS = { state: "States", "regional-organization": "Organizations" };
const LINES = geometry.matrixLines(ROWS, HEADINGS);
/** @type {Matrix} */
const MATRIX = {
  data: [
    {
      meta: { role: "host", disputed: false },
      customdata: [
        ["2018-dushanbe", "tajikistan"],
        ["2022-dushanbe", "tajikistan"],
      ],
      x: ["2018-dushanbe", "2022-dushanbe"],
      y: ["tajikistan", "tajikistan"],
      marker: { size: 21 },
    },
    {
      meta: { role: "organizer", disputed: false },
      customdata: [["2022-dushanbe", "osce"]],
      x: ["2022-dushanbe"],
      y: ["osce"],
      marker: { size: 21 },
    },
  ],
  layout: { xaxis: { gridcolor: "gray" }, yaxis: { gridcolor: "gray" } },
};

test("each kind of organizer has a heading above its rows", () => {
  assert.deepEqual(
    LINES.map((line) => [line.heading ?? line.organizer_id, line.top, line.bottom]),
    [
      ["States", 0, 20],
      ["tajikistan", 20, 44],
      ["qatar", 44, 68],
      ["Organizations", 68, 88],
      ["osce", 88, 112],
    ],
  );
});

test("rows in another order have no headings", () => {
  const lines = geometry.matrixLines(ROWS, {});
  assert.deepEqual(
    lines.map(({ bottom }) => bottom),
    [24, 48, 72],
  );
});

test("columns share the room, within limits", () => {
  const wide = (/** @type {number} */ room) => geometry.places(LINES, ["a", "b", "c"], room).wide;
  assert.deepEqual([wide(301), wide(30), wide(3000)], [100, geometry.NARROWEST, geometry.WIDEST]);
});

test("places are by event and by organizer", () => {
  const { column, row, height } = geometry.places(LINES, ["2018-dushanbe", "2022-dushanbe"], 300);
  assert.deepEqual([column.get("2022-dushanbe"), row.get("osce")?.top, height], [1, 88, 112]);
  assert.deepEqual(geometry.places([], [], 300).height, 0);
});

test("marks of the matrix are in the middle of their row and column", () => {
  const places = geometry.places(LINES, ["2022-dushanbe"], 100);
  const { data, layout, below, beside } = geometry.matrix(MATRIX, LINES, places, { organizer: [], role: [] }, 120);
  assert.deepEqual(
    data.map(({ x, y }) => [x, y]),
    [
      [[0], [32]],
      [[0], [100]],
    ],
  );
  assert.deepEqual([below, beside], [140 - 112, 20]);
  assert.deepEqual([layout.width, layout.height, layout.yaxis.range], [120, 140, [112, 0]]);
  assert.deepEqual(
    layout.shapes.map(({ y0 }) => y0),
    [44, 68],
  );
});

test("what is not filtered by is paler", () => {
  const places = geometry.places(LINES, ["2022-dushanbe"], 100);
  const { data } = geometry.matrix(MATRIX, LINES, places, { organizer: ["osce"], role: ["host"] }, 100);
  assert.deepEqual(
    data.map(({ opacity }) => opacity),
    [1, 0.25],
  );
  assert.deepEqual(
    data.map(({ marker }) => marker.opacity),
    [[0.3], [1]],
  );
});

/**
 * @param {string[]} ids
 * @param {string} color
 */
const marked = (ids, color, mode = "markers", width = 1) => ({
  name: color,
  mode,
  customdata: ids.map((id) => [id]),
  x: ids,
  marker: { color, size: 10, line: { color: "white", width } },
});

test("traces that are drawn as one keep every point with its own values", () => {
  const traces = [marked(["a", "b"], "red"), marked(["c"], "blue", "lines"), marked(["d"], "green", "markers", 2)];
  const [line, marks, ...rest] = geometry.together(traces, ({ mode }) => mode);
  assert.deepEqual(rest, []);
  assert.equal(line, traces[1]);
  assert.deepEqual([marks.customdata, marks.x, marks.mode], [[["a"], ["b"], ["d"]], ["a", "b", "d"], "markers"]);
  assert.deepEqual(marks.marker.color, ["red", "red", "green"]);
  assert.equal(marks.marker.size, 10);
  assert.deepEqual(marks.marker.line, { color: "white", width: [1, 1, 2] });
  assert.ok(!("name" in marks));
});

test("lists with a value for each point and single values are put together", () => {
  const traces = [
    { customdata: [["a"]], text: /** @type {string | string[]} */ ("x") },
    { customdata: [["b"], ["c"]], text: ["y", "z"] },
  ];
  assert.deepEqual(geometry.together(traces, () => "")[0].text, ["x", "y", "z"]);
});
