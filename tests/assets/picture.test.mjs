// Pictures that are made without the server, at the edges; test_twins.py compares the rest with Python.

import assert from "node:assert/strict";
import { test } from "node:test";
import { caption, fileName, picture, SIZES, sized } from "../../dashboard/assets/engine/picture.js";

/** @import { Chip, EventFacts, Facts, Remaining } from "../../dashboard/assets/engine/types" */

/**
 * @param {string} label
 * @param {string} first
 * @param {number[]} sources
 */
const event = (label, first, sources) =>
  /** @type {EventFacts} */ ({ label, kind: "conference", edition: null, first, last: first, sources });

const FONT = { size: 13, color: "black" };
const LANES = [
  { kind: "preparation", top: 0, bottom: -1 },
  { kind: "conference", top: -1, bottom: -2.5 },
];
const IDS = ["a", "b", "c", "plan"];
const DATED = IDS.slice(0, 3);
const WORDS = {
  "caption-all": "all {events}",
  "caption-some": "{number} of {events}",
  "caption-filters": "filters: {filters}",
  "caption-hidden": "not shown: {hidden}",
  "caption-day": "data of {day}",
  "caption-columns": "only {conferences} {are} drawn",
  "caption-trial": "a change on trial",
  "caption-undated": "{events} without a date {are} not drawn",
  "day-not-certain": "day not certain",
  counted: "{number} {noun}",
};

const FORMS = { event: ["event", "events"], source: ["source", "sources"], is: ["is", "are"] };

/** @param {{trial?: boolean, day?: string}} [more] */
const facts = ({ trial = false, day = "1 March 2026" } = {}) =>
  /** @type {Facts} */ (
    /** @type {unknown} */ ({
      events: {
        a: event("A & <B>", "2018-05-03", [0, 1]),
        b: event("B", "2019-05-03", [1]),
        c: event("C", "2022-05-03", []),
        plan: event("Plan", "", [2]),
      },
      vocabulary: {
        kinds: { conference: "Conferences", preparation: "Talks" },
        kindNouns: { conference: ["conference", "conferences"] },
      },
      words: { locale: "en-GB", texts: WORDS, forms: FORMS },
      process: "my-process",
      name: "My Process",
      eras: [],
      pictures: { day, software: "Dashboard 1", trial, font: "Noto" },
      marks: { host: { name: "Host", badge: "", letter: "H" } },
      timeline: {
        data: [
          {
            mode: "markers+text",
            meta: { part: "mark", kind: "conference" },
            customdata: DATED.map((id) => [id]),
            x: ["2018-05-03", "2019-05-03", "2022-05-03"],
            y: [-1.75, -1.75, -1.75],
            textposition: ["top center", "bottom center", "top center"],
          },
        ],
        layout: { height: 400, font: FONT, meta: { lanes: LANES }, xaxis: {}, yaxis: { tickfont: FONT }, shapes: [] },
      },
      matrix: {
        data: [
          {
            meta: { role: "host", disputed: false },
            customdata: IDS.map((id) => [id, "un"]),
            marker: { size: 21 },
            heads: { un: "UN: host" },
            notes: [0, 0, 0, 0],
          },
        ],
        layout: { xaxis: {}, yaxis: {} },
        lines: {},
        notes: ["One source"],
      },
    })
  );

/**
 * @param {string[]} shown
 * @param {Chip[]} [chips]
 */
const remaining = (shown, chips = []) =>
  /** @type {Remaining} */ (
    /** @type {unknown} */ ({
      shown,
      total: 4,
      columns: shown,
      rows: [{ organizer_id: "un", organizer: "UN", count: shown.length }],
      chips,
      notShown: "",
      headings: { timeline: { title: "Events" }, matrix: { title: "Roles" } },
    })
  );

/**
 * @param {string} facet
 * @param {string} value
 */
const chip = (facet, value) => ({ facet, value, label: `“${value}”` });

test("a source of several events counts once", () => {
  assert.equal(
    caption(facts(), remaining(["a", "b"])),
    "2 of 4 events · 2 sources · data of 1 March 2026 · Dashboard 1",
  );
  assert.equal(caption(facts({ day: "" }), remaining(IDS)), "All 4 events · 3 sources · Dashboard 1");
});

test("the caption names filters, what is hidden, and a trial, but not the weights", () => {
  const some = {
    ...remaining(["c"], [chip("year", "2022"), chip("weight", "main"), chip("q", "x")]),
    notShown: "talks",
  };
  const words = "1 of 4 events; filters: “2022”, “x”; not shown: talks · 0 sources · data of 1 March 2026";
  assert.equal(caption(facts({ trial: true }), some), `${words} · Dashboard 1 · a change on trial`);
});

test("a picture says which of the events are not drawn", () => {
  const below = (/** @type {Remaining} */ left, /** @type {"timeline" | "matrix"} */ view) =>
    picture(facts(), left, view).figure.layout.annotations?.at(-1)?.text.split(" · ")[0];
  assert.equal(below(remaining(DATED), "timeline"), "3 of 4 events");
  assert.equal(below(remaining(["plan", "plan"]), "timeline"), "2 of 4 events; 2 events without a date are not drawn");
  assert.equal(below(remaining(["a", "plan"]), "matrix"), "2 of 4 events");
  const some = { ...remaining(DATED), columns: ["a"] };
  assert.equal(below(some, "matrix"), "3 of 4 events; only 1 conference is drawn");
});

test("the name of a file has filters and how many events, and ends between words", () => {
  const name = (/** @type {string[]} */ shown, /** @type {Chip[]} */ ...chips) =>
    fileName(facts(), remaining(shown, chips), "matrix");
  assert.equal(name(IDS, chip("weight", "any")), "my-process-matrix-all");
  assert.equal(name(["a"], chip("year", "2018"), chip("q", "x y")), "my-process-matrix-2018-text-1-of-4-events");
  const [first, second] = ["a".repeat(50), "b".repeat(40)];
  assert.equal(name(IDS, chip("organizer", first), chip("organizer", second)), `my-process-matrix-${first}`);
  assert.equal(name(IDS, chip("organizer", "a".repeat(81))), "my-process-matrix");
  assert.equal(fileName(facts({ trial: true }), remaining(IDS), "timeline"), "my-process-trial-timeline");
});

test("the timeline has only the lanes and events that remain, and labels above and below by turns", () => {
  const { data, layout } = /** @type {any} */ (picture(facts(), remaining(["a", "c", "plan"]), "timeline").figure);
  const [trace] = data;
  assert.deepEqual(trace.customdata, [["a"], ["c"]]);
  assert.deepEqual(trace.y, [-0.75, -0.75]);
  assert.deepEqual(trace.textposition, ["top center", "bottom center"]);
  assert.deepEqual(layout.meta, { lanes: [{ kind: "conference", top: 0, bottom: -1.5 }] });
  assert.deepEqual(layout.yaxis.ticktext, ["Conferences"]);
});

test("a conference has its label, or its year, where no other text is", () => {
  const given = facts();
  for (const id of DATED) given.events[id].label = `${id} `.repeat(40);
  const texts = (/** @type {string[]} */ shown) =>
    /** @type {any} */ (picture(given, remaining(shown), "timeline").figure).data[0].text;
  const [label] = texts(["b"]);
  assert.equal(label, given.events.b.label);
  assert.deepEqual(texts(DATED), ["2018", label, "2022"]);
  for (const [i, id, day] of /** @type {const} */ ([
    [1, "b", "2018-05-20"],
    [2, "c", "2018-05-08"],
  ])) {
    Object.assign(given.events[id], { first: day, last: day });
    given.timeline.data[0].x[i] = day;
  }
  assert.deepEqual(texts(DATED), [given.events.a.label, label, ""]);
});

test("blurred marks have a key, and only they", () => {
  const keys = (/** @type {string} */ part) => {
    const given = /** @type {any} */ (facts());
    given.timeline.data[0].meta.part = part;
    const { shapes, annotations } = /** @type {any} */ (
      picture(given, remaining(["a", "c"]), "timeline").figure.layout
    );
    return [...shapes, ...annotations].filter(({ name }) => name === "key").map(({ type, text }) => type ?? text);
  };
  assert.deepEqual(keys("mark"), []);
  assert.deepEqual(keys("bounds"), ["circle", "circle", "circle", "circle", "day not certain"]);
});

test("without a dated event the timeline is empty, with its title and caption", () => {
  const { data, layout } = picture(facts(), remaining(["plan"]), "timeline").figure;
  assert.deepEqual([data, layout.xaxis.range, layout.title.text], [[], undefined, "My Process: Events"]);
  assert.match(layout.annotations[0].text, /^1 of 4 events; 1 event without a date is not drawn · 1 source · /);
});

test("a matrix escapes labels, and has room for upright ones and for a long caption", () => {
  const few = picture(facts(), remaining(["a", "b"]), "matrix").figure.layout;
  assert.deepEqual(few.xaxis.ticktext, ["A &amp; &lt;B&gt;", "B"]);
  assert.equal("tickangle" in few.xaxis, false);
  const long = facts();
  long.events.a.label = `<${"a".repeat(39)}`;
  long.events.b.label = `${"b".repeat(38)} cc`;
  const [whole, cut] = picture(long, remaining(["a", "b"]), "matrix").figure.layout.xaxis.ticktext ?? [];
  assert.equal(whole, `&lt;${"a".repeat(39)}`);
  assert.equal(cut, `${"b".repeat(38)}…`);
  const many = picture(facts(), remaining(Array(9).fill("b"), [chip("q", "word ".repeat(50))]), "matrix").figure.layout;
  assert.equal(many.xaxis.tickangle, -90);
  assert.equal(many.annotations[0].text.split("<br>").length, 3);
  assert.equal(many.height, few.height + 7 + 15 * 2);
});

test("a slide has the whole chart at 16 to 9, and the other sizes are those of the chart", () => {
  for (const [width, height] of [
    [1100, 420],
    [1100, 619],
    [1100, 2400],
    [600, 300],
  ]) {
    const slide = sized({ width, height }, "slide");
    assert.equal(slide.width * 9, slide.height * 16);
    assert.ok(slide.width >= width && slide.height >= height);
    assert.ok(slide.width - width < 16 || slide.height - height < 9); // it grows in one direction
    assert.deepEqual(sized({ width, height }), { width, height, scale: SIZES.document.scale });
    assert.deepEqual(sized({ width, height }, "web"), { width, height, scale: 1 });
  }
});
