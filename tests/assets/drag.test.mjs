// A span of time that is chosen on the timeline.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY, daysOf, isNear, spanOfDays } from "../../dashboard/assets/engine/axis.js";
import { instants, spanBetween } from "../../dashboard/assets/engine/drag.js";

const at = (/** @type {string} */ day) => Date.parse(day);

test("a drag is as precise as the axis can say", () => {
  const [one, other] = [at("2019-12-31T12:00Z"), at("2018-05-16")];
  assert.deepEqual(spanBetween(one, other, 300 * DAY), { since: "2018-05-16", until: "2019-12-31" });
  assert.deepEqual(spanBetween(one, other, 3000 * DAY), { since: "2018-05", until: "2019-12" });
  assert.deepEqual(spanBetween(one, other, 9000 * DAY), { since: "2018", until: "2019" });
});

test("a span covers its first and its last day", () => {
  const all = /** @type {[number, number]} */ ([0, 1]);
  const ends = (/** @type {string} */ since, /** @type {string} */ until) => instants({ since, until }, all);
  assert.deepEqual(ends("2018", "2019"), [at("2018-01-01"), at("2020-01-01")]);
  assert.deepEqual(ends("2018-05", "2018-12"), [at("2018-05-01"), at("2019-01-01")]);
  assert.deepEqual(ends("2018-05-16", "2020-02-29"), [at("2018-05-16"), at("2020-03-01")]);
  assert.deepEqual(
    [ends("", "2018"), ends("2018", "")],
    [
      [0, at("2019-01-01")],
      [at("2018-01-01"), 1],
    ],
  );
});

test("the days of the axis go into the address and come back", () => {
  assert.equal(daysOf([at("2018-05-01"), at("2018-06-01")]), "2018-05-01..2018-05-31");
  assert.equal(daysOf(spanOfDays("2018-05-01..2018-05-01")), "2018-05-01..2018-05-01");
  assert.equal(daysOf([at("1700-01-01"), at("2018-06-01")]), "");
  assert.ok(isNear([0, 1000 * DAY], [DAY, 1001 * DAY]));
  assert.ok(!isNear([0, 1000 * DAY], [9 * DAY, 1000 * DAY]));
});
