// What the axis of the timeline shows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY, kept, labelled, ticks, time, whole } from "../../dashboard/assets/engine/axis.js";

const [begin, end] = [Date.UTC(2018, 4, 3), Date.UTC(2024, 10, 5)];

/** @param {[string, string, string][]} conferences day, label and side of each */
const named = (conferences) => [
  {
    x: conferences.map(([day]) => day),
    text: conferences.map(([, label]) => label),
    short: conferences.map(([day]) => day.slice(0, 4)),
    textposition: conferences.map(([, , side]) => side),
    textfont: { size: 12, color: "black" },
  },
];
/** @param {string} text */
const sixEach = (text) => 6 * text.length;

test("a date is a day of UTC, however Plotly writes it", () => {
  const day = Date.UTC(2022, 9, 18);
  for (const at of ["2022-10-18", "2022-10-18 00:00", "2022-10-18T00:00Z", "2022-10-18T00:00:00.000Z"]) {
    assert.equal(time(at), day, at);
  }
  assert.equal(time("2022-10-18 12:30"), day + 12.5 * 3600 * 1000);
});

test("the whole axis has room for a label at either end", () => {
  const [from, to] = whole([[begin, end]], false, 900);
  const perPixel = (to - from) / 900;
  assert.ok(Math.abs((begin - from) / perPixel - 75) < 0.001);
  assert.ok(Math.abs((to - end) / perPixel - 75) < 0.001);
});

test("one day alone has at least twenty days around it", () => {
  assert.deepEqual(whole([[begin, begin + DAY]], false, 900), [begin - 20 * DAY, begin + 21 * DAY]);
});

test("a narrow axis has less room at its ends", () => {
  const [[from], [narrow]] = [whole([[begin, end]], false, 300), whole([[begin, end]], true, 300)];
  assert.ok(narrow > from);
});

test("a range is at least a day long, about the same middle", () => {
  assert.deepEqual(kept([begin, begin + DAY / 2], [begin, end]), [begin - DAY / 4, begin + (3 * DAY) / 4]);
});

test("a range ends half the length of the whole beyond it", () => {
  const half = (end - begin) / 2;
  assert.deepEqual(kept([begin - 10 * half, begin - 9 * half], [begin, end]), [begin - half, begin]);
  assert.deepEqual(kept([begin - 10 * half, end + 10 * half], [begin, end]), [begin - half, end + half]);
});

test("years are named in the middle of what is seen of them", () => {
  const { at, words } = ticks([Date.UTC(2018, 0, 1), Date.UTC(2020, 0, 1)], 200);
  const seen = words.indexOf("2018");
  assert.equal(at[seen], (Date.UTC(2018, 0, 1) + Date.UTC(2019, 0, 1)) / 2);
});

test("steps of several years are named where they begin, and lines reach beyond the ends", () => {
  const ends = /** @type {[number, number]} */ ([Date.UTC(1990, 0, 1), Date.UTC(2030, 0, 1)]);
  const { at, words, lines } = ticks(ends, 400);
  assert.equal(at[words.indexOf("2000")], Date.UTC(2000, 0, 1));
  assert.ok(lines[0] < ends[0] && /** @type {number} */ (lines.at(-1)) > ends[1]);
});

test("a label that would be cut off at an end of the axis is left out", () => {
  const ends = /** @type {[number, number]} */ ([Date.UTC(2022, 0, 1), Date.UTC(2023, 0, 1)]);
  const within = ["Apr 2022", "Jul 2022", "Oct 2022"];
  const words = (/** @type {number} */ left) => {
    const { at, words } = ticks(ends, 460, left);
    return words.filter((_, i) => at[i] >= ends[0] && at[i] <= ends[1]);
  };
  assert.deepEqual(words(2), within);
  assert.deepEqual(words(126), ["Jan 2022", ...within]);
});

test("days are named where a day has room, weeks from a Monday", () => {
  const monday = Date.UTC(2024, 10, 4);
  assert.ok(ticks([monday, monday + 2 * DAY], 400).words.includes("5 Nov 2024"));
  const { lines, words } = ticks([monday, monday + 30 * DAY], 400);
  assert.ok(lines.every((line) => new Date(line).getUTCDay() === 1));
  assert.ok(words.includes("11 Nov 2024"));
});

test("no span has words that touch, or none, or lines without end", () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  for (let turn = 0; turn < 3000; turn += 1) {
    const from = (random() * 200 - 100) * 365 * DAY;
    const to = from + DAY * Math.exp(random() * 12);
    const width = 250 + random() * 1500;
    const { lines, at, words } = ticks([from, to], width);
    const places = at.map((instant) => ((instant - from) / (to - from)) * width);
    const room = Math.max(...words.map((word) => word.length)) * 6;
    const span = `${[from, to, width]}`;
    assert.ok(
      places.some((place) => place >= room / 2 && place <= width - room / 2),
      `none: ${span}`,
    );
    assert.ok(!places.some((place, i) => place - places[i - 1] < room), `touching: ${span}`);
    assert.ok(lines.length <= 300, `many: ${span}`);
    const asked = /** @type {[number, number]} */ ([from + (random() - 0.5) * 1e14, from + (random() - 0.5) * 1e14]);
    const [first, last] = kept(asked, [from, to]);
    const beyond = (to - from) / 2 + 1;
    assert.ok(last - first >= DAY - 1 && first >= from - beyond && last <= to + beyond, `kept: ${span}, ${asked}`);
  }
});

test("labels that have room are shown whole", () => {
  const traces = named([
    ["2019-01-01", "1 · Dushanbe 2018", "top center"],
    ["2023-01-01", "2 · Kuwait 2022", "top center"],
  ]);
  assert.deepEqual(labelled(traces, [begin, end], 900, false, sixEach), [["1 · Dushanbe 2018", "2 · Kuwait 2022"]]);
});

test("where a label would lie over another, or over its mark, it is the year, and without room for that nothing", () => {
  const label = "a long label of a conference";
  /** @param {string} second */
  const shown = (second) =>
    labelled(
      named([
        ["2019-06-01", label, "top center"],
        [second, label, "top center"],
      ]),
      [begin, end],
      900,
      false,
      sixEach,
    )[0];
  assert.deepEqual(shown("2020-06-01"), [label, "2020"]);
  assert.deepEqual(shown("2019-09-15"), ["2019", "2019"]);
  assert.deepEqual(shown("2019-07-01"), ["", ""]);
});

test("labels above and below are not in each other's way", () => {
  const label = "a conference";
  const traces = named([
    ["2019-06-01", label, "top center"],
    ["2020-01-15", label, "bottom center"],
  ]);
  assert.deepEqual(labelled(traces, [begin, end], 900, false, sixEach), [[label, label]]);
});

test("on a narrow chart a label is the year", () => {
  const traces = named([["2022-10-18", "2 · Dushanbe 2022", "top center"]]);
  assert.deepEqual(labelled(traces, [begin, end], 300, true, sixEach), [["2022"]]);
});

test("a conference beyond the ends of the axis has no label", () => {
  const traces = named([["2010-01-01", "0 · Before", "top center"]]);
  assert.deepEqual(labelled(traces, [begin, end], 900, false, sixEach), [[""]]);
});
