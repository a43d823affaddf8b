// The lanes by organizer and by place, and the spots where marks are too close.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pointsOf } from "../../dashboard/assets/engine/geometry.js";
import { dense, laned, NONE, placesOf, REST } from "../../dashboard/assets/engine/lanes.js";
import { event, facts } from "./facts.mjs";

/** @import { Facts, Timeline } from "../../dashboard/assets/engine/types" */

const DAY = 86400000;

/** @param {string[]} ids */
const figure = (ids) =>
  /** @type {Timeline} */ ({
    data: [
      {
        mode: "lines",
        meta: { part: "span", kind: "preparation" },
        customdata: ids.flatMap((id) => [[id], [id], [id]]),
        x: ids.flatMap((_, i) => [`2018-01-0${i + 1}`, `2018-01-0${i + 2}`, null]),
        y: ids.flatMap(() => [1, 1, null]),
      },
      {
        mode: "markers",
        meta: { part: "mark", kind: "preparation" },
        customdata: ids.map((id) => [id]),
        x: ids.map((_, i) => `2018-01-0${i + 1}`),
        y: ids.map(() => 1),
        marker: { size: 10 },
      },
    ],
    layout: facts({}, []).timeline.layout,
  });

const EVENTS = {
  a: event("preparation", "main", "2018-01-01"),
  b: { ...event("preparation", "main", "2018-01-02"), where: "" },
  c: event("preparation", "main", "2018-01-03"),
};
/** @type {Facts["roles"]} */
const ROLES = [
  ["a", "un", "host", "single"],
  ["a", "1540", "host", "single"],
  ["b", "un", "partner", "single"],
  ["c", "un", "host", "single"],
];

test("an event is in the lane of each of its organizers, and in its own lane if it has none", () => {
  const { data, lanes, names } = laned(figure(["a", "b", "c"]), facts(EVENTS, ROLES), ["a", "b", "c"], "organizer");
  assert.deepEqual(
    lanes.map(({ kind, top, bottom }) => [kind, names[kind], top, bottom]),
    [
      ["un", "UN", 0, -1],
      ["1540", "1540 Committee", -1, -2],
      [NONE, "No organizer listed", -2, -3],
    ],
  );
  assert.deepEqual(data[1].customdata, [
    ["a", "un"],
    ["a", "1540"],
    ["b", NONE],
    ["c", "un"],
  ]);
  assert.deepEqual(
    pointsOf([data[1]], "a").map(({ y }) => y),
    data[1].y.slice(0, 2),
  );
  assert.equal(data[0].x.length, 12);
  assert.deepEqual(data[0].x.slice(3, 6), ["2018-01-01", "2018-01-02", null]); // a line keeps its ends and its gap
  const [first, , , third] = data[1].y;
  assert.notEqual(first, third); // two events of one lane that are close in time are on two levels
  const { lanes: places, names: named } = laned(figure(["a", "b"]), facts(EVENTS, ROLES), ["a", "b"], "place");
  assert.deepEqual(
    places.map(({ kind }) => named[kind]),
    ["Dushanbe", "No place given"],
  );
});

test("lanes with few events share one", () => {
  const ids = Array.from({ length: 9 }, (_, i) => `event-${i}`);
  const events = Object.fromEntries(
    ids.map((id, i) => [id, { ...event("preparation", "main", "2018-01-01"), where: `Place ${i}` }]),
  );
  const { lanes } = laned(figure([]), facts(events, []), ids, "place");
  assert.equal(lanes.length, 7);
  assert.equal(lanes.at(-1)?.kind, REST);
});

test("marks that cover each other become one number, and zooming parts them", () => {
  const mark = (/** @type {string} */ id, /** @type {number} */ day, y = 1) => ({
    lane: "preparation",
    id,
    kind: "preparation",
    at: day * DAY,
    y,
  });
  const places = [mark("a", 0), mark("b", 1), mark("c", 50), mark("d", 0.5, 1.2), mark("e", 0, -3)];
  const spots = dense(places, [-100 * DAY, 100 * DAY], 200);
  assert.deepEqual(
    spots.map(({ ids }) => ids.sort()),
    [["a", "b", "d", "e"]],
  );
  assert.deepEqual(dense(places, [-1 * DAY, 2 * DAY], 200), []);
  assert.deepEqual(dense(places.slice(2, 4), [-100 * DAY, 100 * DAY], 200), []); // two levels keep them apart
  assert.deepEqual(dense([mark("a", 0), { ...mark("b", 0), lane: "other" }], [-100 * DAY, 100 * DAY], 200), []);
  assert.deepEqual(placesOf(figure(["a"]).data).length, 1);
});

test("a long row of marks that cover each other becomes several numbers, none of which reaches far", () => {
  const places = Array.from({ length: 2000 }, (_, i) => ({
    lane: "preparation",
    id: String(i),
    kind: "preparation",
    at: (i * DAY) / 2,
    y: 1,
  }));
  const spots = dense(places, [0, 1000 * DAY], 500);
  assert.deepEqual(
    spots.flatMap(({ ids }) => ids),
    places.map(({ id }) => id),
  );
  assert.equal(spots.length, 6);
  for (const { span } of spots) assert.ok(span[1] - span[0] <= 170 * DAY);
  assert.equal(dense(places, [0, 4000 * DAY], 500).length, 1); // short on this axis
});
