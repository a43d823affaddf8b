// Where the card of the tour is put, and what an address with a step means.

import assert from "node:assert/strict";
import { test } from "node:test";
import { acted, destination, read, seen, write } from "../../dashboard/assets/engine/address.js";
import { beside } from "../../dashboard/assets/engine/tour/beside.js";
import { SOME } from "./facts.mjs";

const WHOLE = { left: 20, right: 1420 };
/** @type {typeof SOME} */
const TOURED = {
  ...SOME,
  tour: [
    { title: "A", text: "", pane: "timeline", paneName: "", query: "tour=1" },
    { title: "B", text: "", pane: "article", paneName: "", query: "organizer=un&tour=2&event=2018-talks&at=un" },
  ],
};

test("the card is to the right of a pane if there is room, else to its left", () => {
  assert.deepEqual(beside({ left: 20, right: 260 }, WHOLE), { side: "right", left: 254 });
  assert.deepEqual(beside({ left: 900, right: 1420 }, WHOLE), { side: "left", left: 536 });
  assert.equal(beside({ left: 12, right: 378 }, { left: 12, right: 378 }), null);
});

test("the card is beside no pane that is not drawn", () => {
  assert.equal(beside({ left: 0, right: 0 }, WHOLE), null);
});

test("a step alone in the address means what it shows", () => {
  const { choice, exact } = read("tour=2", TOURED);
  assert.equal(exact, true);
  assert.deepEqual([choice.event, choice.at, choice.tour, choice.filters.organizer], ["2018-talks", "un", "2", ["un"]]);
  assert.equal(write(choice, TOURED), "organizer=un&event=2018-talks&at=un&tour=2");
});

test("a step shows its event below a map or a table too, but not where the address chooses by itself", () => {
  const shown = (/** @type {string} */ query) => write(read(query, TOURED).choice, TOURED);
  assert.equal(shown("tour=2&table=matrix"), "organizer=un&event=2018-talks&at=un&tour=2&table=matrix");
  for (const query of ["q=talks&tour=2", "event=2018-talks&tour=2"]) assert.equal(shown(query), query);
  assert.equal(shown("page=quality&tour=2"), "page=quality");
});

test("a step that does not exist is not known", () => {
  for (const step of ["3", "-1", "0", "99", "x"]) {
    const { choice, unknown } = read(`tour=${step}`, TOURED);
    assert.deepEqual([choice.tour, unknown], ["", [["tour", step]]]);
  }
  assert.deepEqual(read("tour=1", SOME).unknown, [["tour", "1"]]);
});

test("no other page has the tour in its address", () => {
  assert.equal(write({ ...read("tour=1", TOURED).choice, page: "quality" }, TOURED), "page=quality");
});

test("a step keeps no filter of the step before", () => {
  assert.equal(destination(read("tour=2", TOURED).choice, "tour=1", TOURED, null), "tour=1");
});

test("a step about a chart closes the map and the table that are in its place", () => {
  const places = [{ name: "Dushanbe", latitude: 38.6, longitude: 68.8, events: ["2018-talks"] }];
  /** @type {(pane: "timeline" | "matrix" | "article", query: string) => string} */
  const meant = (pane, query) => {
    const facts = { ...TOURED, places, tour: [{ ...TOURED.tour[0], pane }] };
    return write(read(`tour=1&${query}`, facts).choice, facts);
  };
  assert.equal(meant("timeline", "map=1"), "tour=1");
  assert.equal(meant("timeline", "table=timeline"), "tour=1");
  assert.equal(meant("timeline", "table=both&map=1"), "tour=1&table=matrix");
  assert.equal(meant("timeline", "table=matrix"), "tour=1&table=matrix");
  assert.equal(meant("matrix", "table=both&map=1"), "tour=1&table=timeline&map=1");
  assert.equal(meant("matrix", "table=matrix"), "tour=1");
  assert.equal(meant("article", "table=both&map=1"), "tour=1&table=both&map=1");
});

test("a reader who closes the chart of the open step leaves the tour", () => {
  const { choice } = read("tour=1", TOURED);
  assert.equal(write(seen(choice, { map: "1" }, TOURED), TOURED), "map=1");
  assert.equal(write(acted(choice, { do: "table", value: "timeline" }, TOURED), TOURED), "table=timeline");
  assert.equal(write(acted(choice, { do: "table", value: "matrix" }, TOURED), TOURED), "tour=1&table=matrix");
});
