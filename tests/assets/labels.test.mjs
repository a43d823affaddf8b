// Which marks of the timeline have a label beside them, and on which side.

import assert from "node:assert/strict";
import { test } from "node:test";
import { annotated, beside, marksOf, roundsOf } from "../../dashboard/assets/engine/labels.js";
import { event } from "./facts.mjs";

/** @import { Mark } from "../../dashboard/assets/engine/labels.js" */

const DAY = 86400000;
const BEGIN = Date.UTC(2018, 0, 1);
const WIDTH = 1000;
const AXES = { ends: /** @type {[number, number]} */ ([BEGIN, BEGIN + WIDTH * DAY]), width: WIDTH, unit: 36 }; // a pixel is a day
const sixEach = (/** @type {string} */ text) => 6 * text.length;

/**
 * @param {string} id
 * @param {number} x in pixels
 * @param {Partial<Mark> & {days?: number}} [more]
 * @returns {Mark}
 */
function mark(id, x, { days = 1, ...more } = {}) {
  const at = BEGIN + x * DAY;
  const bar = /** @type {[number, number]} */ ([at - (days * DAY) / 2, at + (days * DAY) / 2]);
  return { id, at, y: -0.5, size: 23, bar, text: "a label", rank: 2, top: 0, bottom: -1, ...more };
}

/** @param {Mark[]} marks */
const sides = (marks) => Object.fromEntries(beside(marks, [], AXES, sixEach).map(({ id, side }) => [id, side]));

test("a label is right of its mark, clear of the ring of the chosen event", () => {
  const [{ side, box, at, shift }] = beside([mark("a", 500)], [], AXES, sixEach);
  assert.equal(side, "right");
  assert.deepEqual(box, { left: 514.5, right: 556.5, top: 11, bottom: 25 });
  assert.deepEqual([at, shift], [BEGIN + 500 * DAY, 14.5]);
});

test("where the right is taken, or ends too early, a label is on the left, or else nowhere", () => {
  assert.deepEqual(sides([mark("a", 500), mark("b", 540)]), { a: "left", b: "right" });
  assert.deepEqual(sides([mark("a", 980)]), { a: "left" });
  assert.deepEqual(sides([mark("a", 460, { text: "" }), mark("b", 500), mark("c", 540, { text: "" })]), {});
  assert.deepEqual(sides([mark("a", -1), mark("b", 1001)]), {});
});

test("a more important event has its label first, and among equals the earlier one", () => {
  const [one, other] = [{ rank: 3 }, { rank: 1 }];
  const between = [mark("x", 430, { text: "" }), mark("y", 590, { text: "" })];
  assert.deepEqual(sides([...between, mark("a", 470, one), mark("b", 550, other)]), { b: "left" });
  assert.deepEqual(sides([...between, mark("a", 470), mark("b", 550)]), { a: "right" });
  assert.deepEqual(sides([...between, mark("b", 550), mark("a", 470)]), { a: "right" });
});

test("a label is beside a long bar, and over none", () => {
  const [{ box, at, shift }] = beside([mark("a", 500, { days: 200 })], [], AXES, sixEach);
  assert.equal(box.left, 603);
  assert.deepEqual([at, shift], [BEGIN + 600 * DAY, 3]);
  assert.deepEqual(sides([mark("a", 500), mark("b", 620, { text: "", days: 200 })]), { a: "left" });
  assert.deepEqual(sides([mark("a", 500, { days: 5000 })]), {});
});

test("the number of gathered marks keeps labels away", () => {
  const spot = { lane: "preparation", ids: ["b", "c"], kind: "", span: AXES.ends, y: -0.5 };
  const rounds = roundsOf([{ ...spot, span: [BEGIN + 535 * DAY, BEGIN + 545 * DAY] }], 35);
  assert.deepEqual(
    beside([mark("a", 500)], rounds, AXES, sixEach).map(({ side }) => side),
    ["left"],
  );
});

test("labels are in their own lane, and one above the other only where both can be read", () => {
  assert.deepEqual(sides([mark("a", 500, { y: -0.25 })]), { a: "right" });
  assert.deepEqual(sides([mark("a", 500, { y: -0.15 })]), {});
  assert.deepEqual(sides([mark("a", 500, { y: -0.3, top: -0.15 })]), {});
  const levels = (/** @type {number} */ apart) => [mark("a", 500, { y: -0.5 }), mark("b", 500, { y: -0.5 + apart })];
  assert.deepEqual(sides(levels(0.2)), { a: "right", b: "left" });
  const two = levels(0.2).map((one) => ({ ...one, at: one.at - 480 * DAY }));
  assert.deepEqual(sides(two), { a: "right" });
  assert.deepEqual(beside(two, [], { ...AXES, unit: 80 }, sixEach).length, 2);
});

test("a very long label is left out", () => {
  assert.deepEqual(sides([mark("a", 500, { text: "a label that has far too many words to be calm" })]), {});
});

test("no label touches anything, and closer up there are more of them", () => {
  let seed = 11;
  const random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  let [far, close] = [0, 0];
  for (let turn = 0; turn < 200; turn += 1) {
    const marks = Array.from({ length: 60 }, (_, i) => {
      const lane = Math.floor(random() * 6);
      const y = -lane - 0.2 - 0.2 * Math.floor(random() * 4);
      const days = random() < 0.2 ? 40 : 1;
      const text = "letters ".repeat(1 + Math.floor(random() * 4));
      return mark(String(i), random() * WIDTH, { y, days, text, top: -lane, bottom: -lane - 1 });
    });
    const labels = beside(marks, [], AXES, sixEach);
    assert.deepEqual(beside([...marks].reverse(), [], AXES, sixEach), labels, "the order of the marks says nothing");
    for (const [i, { id, box }] of labels.entries()) {
      assert.ok(box.left >= 0 && box.right <= WIDTH);
      const boxes = labels.slice(i + 1).map((other) => other.box);
      for (const { at, y, size, bar } of marks) {
        const [x, middle] = [(at - BEGIN) / DAY, -y * AXES.unit];
        const [begin, end] = bar.map((day) => (day - BEGIN) / DAY);
        boxes.push({ left: x - size / 2, right: x + size / 2, top: middle - size / 2, bottom: middle + size / 2 });
        boxes.push({ left: begin, right: end, top: middle - 4, bottom: middle + 4 });
      }
      for (const other of boxes) {
        const apart =
          box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
        assert.ok(apart, `${id}: ${JSON.stringify([box, other])}`);
      }
    }
    const within = marks.filter(({ at }) => at > BEGIN + 400 * DAY && at < BEGIN + 600 * DAY);
    const near = { ...AXES, ends: /** @type {[number, number]} */ ([BEGIN + 400 * DAY, BEGIN + 600 * DAY]) };
    const closer = beside(marks, [], near, sixEach);
    const before = labels.filter(({ id }) => within.some((one) => one.id === id));
    [far, close] = [far + before.length, close + closer.length];
  }
  assert.ok(close > 1.3 * far, `${close} after ${far}`);
});

test("labels are those of the events, with the number of a conference, unless its trace has its own", () => {
  const events = {
    a: event("preparation", "minor", "2018-05-03"),
    b: { ...event("conference", "main", "2018-05-03"), edition: 2 },
  };
  const trace = (/** @type {"a" | "b"} */ id) => ({
    mode: "markers",
    meta: { part: /** @type {const} */ ("mark"), kind: events[id].kind },
    customdata: [[id]],
    x: ["2018-05-03T12:00:00"],
    y: [id === "a" ? -0.5 : -1.5],
    marker: { size: 10 },
  });
  const lanes = [
    { kind: "preparation", top: 0, bottom: -1 },
    { kind: "conference", top: -1, bottom: -2 },
  ];
  const data = [trace("a"), trace("b")];
  const marks = marksOf(data, { events, lanes, ring: 13, strip: 0.5 });
  assert.deepEqual(
    marks.map(({ text, rank, top, bottom, size }) => [text, rank, top, bottom, size]),
    [
      ["2 · 2018-05-03", 0, -1.5, -2, 23],
      ["2018-05-03", 3, -0.5, -1, 23],
    ],
  );
  const unnamed = marksOf(data, { events, lanes, ring: 13, isNamed: ({ meta }) => meta.kind === "conference" });
  assert.deepEqual(
    unnamed.map(({ text }) => text),
    ["", "2018-05-03"],
  );
});

test("on paper a label is an annotation", () => {
  const labels = beside([mark("a", 500, { text: "a & b" })], [], AXES, sixEach);
  const [note] = annotated(labels, { size: 13, color: "gray" }, (text) => text.replace("&", "&amp;"));
  assert.deepEqual([note.text, note.x, note.xshift, note.xanchor], ["a &amp; b", "2019-05-16T00:00:00", 14.5, "left"]);
});
