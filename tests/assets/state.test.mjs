// The one state of the reader: what is drawn belongs to the address, whatever is done while something is on its way.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { SOME } from "./facts.mjs";
import { NOTHING } from "./nothing.mjs";

/** @import { Place, Urls } from "../../dashboard/assets/engine/types" */

const place = { search: "", pathname: "/" };
/** @type {string[]} */
let stack = [""];
const texts = {
  records: ["2018-talks", "plan"].map((id, i) => {
    const passages = [[["talks on borders", "a plan"][i], id]];
    return { kind: "event", id, names: [id], passages, others: [], figures: 0 };
  }),
  weights: [0, 0],
  names: [],
  letters: {},
  sounds: [],
  folds: FOLDS(),
};
/** @type {(() => void) | null} */
let fetched = null;
let down = false;

/** How a search folds characters: not at all. */
function FOLDS() {
  return { typed: {}, case: {}, special: {}, plain: {}, quotes: {} };
}

Object.assign(globalThis, {
  window: {},
  addEventListener() {},
  location: place,
  history: {
    /**
     * @param {unknown} _
     * @param {string} __
     * @param {string} address
     */
    pushState(_, __, address) {
      place.search = address.slice(1);
      stack.push(place.search);
    },
  },
  document: NOTHING,
  async fetch() {
    await new Promise((done) => {
      fetched = () => done(null);
    });
    if (down) throw new Error("down");
    return { ok: true, headers: new Map(), json: async () => texts };
  },
});
const state = await import("../../dashboard/assets/engine/state.js");
const { answered, connect } = await import("../../dashboard/assets/engine/acts.js");

let [versions, heard, session] = [0, 0, 0];
/** @type {{do: string, query?: string}[]} */
let reports = [];
const settled = () => new Promise((done) => setTimeout(done));
const shown = () => state.now()?.remaining.shown;
/**
 * What the server says of the address.
 * @param {Partial<Place>} [changed]
 * @returns {Place}
 */
function said(changed = {}) {
  const address = place.search.replace("?", "");
  const own = { session: `${session}`, heard, answers: 0, arrivals: 0, written: false };
  return { ...own, address, query: address, page: "explore", own: { order: "quality" }, ...changed };
}
/** The server answers all that was reported. */
function answer(changed = {}) {
  heard += 1;
  answered(1e9, 1e9);
  state.hear(said(changed));
}

Object.defineProperty(globalThis, "MutationObserver", {
  value: class {
    observe() {}
  },
});
connect((_, acts) => {
  reports = [...acts];
});

/** Other facts arrive, with a tour of one step. */
function toured() {
  const query = "organizer=un&event=2018-talks&tour=1";
  const step = /** @type {const} */ ({ title: "", text: "", pane: "matrix", paneName: "", query });
  versions += 1;
  return state.know({ ...SOME, tour: [step], version: `${versions}` }, /** @type {Urls} */ ({ text: "toured.json" }));
}

beforeEach(async () => {
  answered(1e9, 1e9);
  [place.search, stack, reports, down] = ["", [""], [], false];
  versions += 1;
  session += 1;
  state.hear(said());
  await state.know({ ...SOME, version: `${versions}` }, /** @type {Urls} */ ({ text: `text-${versions}.json` }));
});

test("a filter is drawn and written at once, and nothing is reported", () => {
  state.act({ do: "filter", facet: "organizer", value: "un", on: true });
  assert.deepEqual(shown(), ["2018-talks"]);
  assert.equal(place.search, "?organizer=un");
  assert.deepEqual(reports, []);
});

test("back among filters is drawn here, and writes nothing", () => {
  state.act({ do: "filter", facet: "organizer", value: "1540", on: true });
  assert.deepEqual(shown(), []);
  const written = stack.length;
  place.search = "";
  state.step();
  assert.deepEqual([shown(), stack.length, reports], [["2018-talks"], written, []]);
});

test("clicks while a search waits for its texts all count", async () => {
  state.act({ do: "text", q: "borders" });
  state.act({ do: "filter", facet: "year", value: "2018", on: true });
  state.act({ do: "filter", facet: "organizer", value: "un", on: true });
  assert.equal(place.search, "?year=2018&organizer=un&q=borders");
  fetched?.();
  await settled();
  assert.deepEqual([shown(), state.now()?.choice.filters.year], [["2018-talks"], ["2018"]]);
});

test("a reset while a search waits for its texts is not undone", async () => {
  state.act({ do: "text", q: "borders" });
  state.act({ do: "reset" });
  fetched?.();
  await settled();
  assert.deepEqual([place.search, state.now()?.choice.filters.q], ["", ""]);
});

test("a search without a server says so, and is made good when the server is back", async () => {
  down = true;
  state.act({ do: "text", q: "nothing" });
  fetched?.();
  await settled();
  assert.deepEqual([state.now()?.unsearched, shown()], [true, ["2018-talks"]]);
  down = false;
  answer();
  fetched?.();
  await settled();
  assert.deepEqual([state.now()?.unsearched, shown()], [false, []]);
});

test("a page turn is written and reported with all that is chosen, also with what is not drawn yet", () => {
  state.act({ do: "text", q: "borders" });
  state.turn("quality");
  assert.equal(place.search, "?q=borders&page=quality");
  assert.deepEqual(
    reports.map((one) => one.query),
    ["q=borders&page=quality"],
  );
});

test("a link to another page takes along what the server does not know", () => {
  state.act({ do: "filter", facet: "year", value: "2018", on: true });
  state.go("page=quality&order=most");
  assert.equal(place.search, "?year=2018&page=quality&order=most");
  assert.equal(reports.at(-1)?.do, "visit");
});

test("where the server leads is written once, and an old answer is not written again", () => {
  answer({ address: "year=2018", query: "year=2018", written: true, arrivals: 1 });
  assert.equal(place.search, "?year=2018");
  state.act({ do: "filter", facet: "year", value: "2018", on: false });
  assert.equal(place.search, "");
  answer({ address: "year=2018", query: "year=2018", written: true, arrivals: 1 });
  assert.equal(place.search, "");
  assert.deepEqual(shown(), ["2018-talks"]);
});

test("what only the server understands is shown as the server says", () => {
  place.search = "?ORGANIZER=UN";
  answer({ query: "organizer=un" });
  assert.deepEqual(state.now()?.choice.filters.organizer, ["un"]);
  state.act({ do: "filter", facet: "year", value: "2018", on: true });
  assert.equal(place.search, "?year=2018&organizer=un");
});

test("an address that new facts do not know any more is asked for once", async () => {
  place.search = "?event=gone";
  await state.know({ ...SOME, version: "new" }, /** @type {Urls} */ ({ text: "new.json" }));
  assert.deepEqual(
    reports.map((one) => one.query),
    ["event=gone"],
  );
});

test("back while a page turn waits for its answer is drawn, and reported", () => {
  state.act({ do: "filter", facet: "organizer", value: "1540", on: true });
  state.turn("quality");
  place.search = "?organizer=1540";
  state.step();
  assert.deepEqual(shown(), []);
  place.search = "";
  state.step();
  assert.deepEqual(shown(), ["2018-talks"]);
});

test("the end of the tour gives back what was chosen before it, unless the reader has chosen meanwhile", async () => {
  await toured();
  state.act({ do: "filter", facet: "year", value: "2018", on: true });
  state.go("tour=1");
  assert.equal(place.search, "?organizer=un&event=2018-talks&tour=1");
  state.leaveTour();
  assert.equal(place.search, "?year=2018");
  state.go("tour=1");
  state.act({ do: "reset" });
  state.leaveTour();
  assert.equal(place.search, "?event=2018-talks");
});

test("an event outside the filters is named until another one is chosen", () => {
  place.search = "?event=plan&weight=main";
  state.step();
  assert.equal(state.now()?.remaining.outside, "Plan");
  state.act({ do: "choose", event: "2018-talks", at: "" });
  assert.equal(state.now()?.remaining.outside, "");
  assert.equal(state.linkTo({ everything: true }), "weight=any&event=2018-talks");
});
