// The bands of eras on the axis of the timeline.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, erasOf, placed } from "../../dashboard/assets/engine/eras.js";
import { SOME } from "./facts.mjs";

/** @import { Span } from "../../dashboard/assets/engine/axis.js" */

const era = (/** @type {string} */ name, /** @type {string} */ first, last = "") => ({
  name,
  first,
  last,
  when: first,
});
/** @type {Span} */
const ENDS = [Date.UTC(2020, 0, 1), Date.UTC(2020, 3, 10)]; // 100 days
const tenth = () => 0.1;

test("a band begins and ends with its days, the last one included", () => {
  const [band] = placed([era("a", "2020-01-11", "2020-01-20")], ENDS, tenth);
  assert.deepEqual([band.left, band.right, band.name], [0.1, 0.2, 0.1]);
});

test("a band beyond the axis is left out, and one that goes on reaches its end", () => {
  const bands = placed(
    [era("a", "2019-01-01", "2019-12-31"), era("b", "2020-02-20"), era("c", "2021-01-01")],
    ENDS,
    tenth,
  );
  assert.deepEqual(
    bands.map(({ era, right }) => [era.name, right >= 1]),
    [["b", true]],
  );
});

test("a name stays within the axis, and is left out where it would cover another", () => {
  const bands = placed([era("a", "2019-01-01"), era("b", "2020-01-03"), era("c", "2020-04-08")], ENDS, tenth);
  assert.deepEqual(
    bands.map(({ name }) => name),
    [0, null, 0.9],
  );
});

test("only eras that meet the time of the events are shown", () => {
  const facts = {
    ...SOME,
    eras: [era("before", "2017-01-01", "2018-05-02"), era("now", "2018-05-03"), era("later", "2018-05-04")],
  };
  assert.deepEqual(
    erasOf(facts, ["2018-talks", "plan"]).map(({ name }) => name),
    ["now"],
  );
  assert.deepEqual(erasOf(facts, ["plan"]), []);
});

test("a picture has the bands behind everything else, and escaped names", () => {
  const how = { line: "grey", muted: "black", escaped: (/** @type {string} */ text) => `(${text})` };
  const { shapes, names } = drawn([era("a", "2020-01-11", "2020-01-20")], ENDS, how);
  assert.deepEqual([shapes[0].x0, shapes[0].x1, shapes[0].layer], ["2020-01-11", "2020-01-21", "below"]);
  assert.deepEqual([names[0].text, names[0].x], ["(a)", 0.1]);
});
