// Choosing, wording, searching and addresses, at the edges; test_twins.py compares the rest with Python.

import assert from "node:assert/strict";
import { test } from "node:test";
import { acted, destination, FIRST, read, write } from "../../dashboard/assets/engine/address.js";
import { matrix } from "../../dashboard/assets/engine/facts.js";
import { find, matching } from "../../dashboard/assets/engine/find.js";
import { normalize } from "../../dashboard/assets/engine/search.js";
import { counts, remaining, shown, USUAL, values } from "../../dashboard/assets/engine/select.js";
import { agreeing, capital, listed, worded } from "../../dashboard/assets/engine/words.js";
import { NONE, SOME, WORDS } from "./facts.mjs";

/** @import { TextIndex } from "../../dashboard/assets/engine/types" */
/** @import { Choice } from "../../dashboard/assets/engine/select.js" */

/** @type {Choice} */
const CHOICE = { ...FIRST, filters: USUAL, own: { order: "time" } };

test("without events nothing is shown, and sentences say so", () => {
  const state = shown(NONE, CHOICE, null);
  assert.deepEqual([state.shown, state.columns, state.rows, state.event, state.total], [[], [], [], null, 0]);
  assert.deepEqual([state.alt, state.sentence, state.notShown, state.query], ["No events.", "No role.", "", ""]);
  assert.deepEqual(counts(NONE, USUAL, null), { year: {}, organizer: {}, role: {}, kind: {}, weight: {} });
  assert.deepEqual(read("", NONE).choice, CHOICE);
});

test("without a conference all events are columns, and the first is open", () => {
  const state = shown(SOME, CHOICE, null);
  assert.deepEqual([state.columns, state.event, state.notShown], [["2018-talks"], "2018-talks", "mentions"]);
  assert.equal(state.sentence, "One organization has a role at one event.");
  assert.equal(state.alt, "1 event in 2018: 1 talk.");
});

test("an event that the filters hide is named, and its proof is closed", () => {
  const state = shown(SOME, { ...CHOICE, event: "plan", at: "date" }, null);
  assert.deepEqual([state.outside, state.event, state.at], ["Plan", "2018-talks", ""]);
});

test("a search narrows what remains and what is counted", () => {
  const every = { ...USUAL, weight: ["main", "minor"] };
  assert.deepEqual(remaining(SOME, every, new Set(["plan"])), ["plan"]);
  assert.deepEqual(counts(SOME, every, new Set(["plan"])).organizer, { 1540: 1 });
  assert.deepEqual(remaining(SOME, every, new Set()), []);
});

test("organizers whose ids are numbers stay in their order", () => {
  assert.deepEqual(values(SOME, "organizer"), ["un", "1540"]);
  assert.deepEqual(read("organizer=1540&organizer=un", SOME).choice.filters.organizer, ["un", "1540"]);
});

test("words of the data are no patterns and no places in a phrase", () => {
  assert.equal(worded(WORDS, "filter-text", { text: "{text} $& $1" }), "“{text} $& $1”");
  assert.equal(listed(WORDS, ["{1}", "$&", "c"]), "{1}, $& and c");
  assert.deepEqual([listed(WORDS, []), listed(WORDS, ["a"]), listed(WORDS, ["a", "b"])], ["", "a", "a and b"]);
  assert.deepEqual([capital(""), capital("ёлка"), agreeing(WORDS, 0, ["is", "are"])], ["", "Ёлка", "are"]);
});

/** @type {TextIndex} */
const INDEX = {
  records: [
    { kind: "event", id: "a", names: ["Counter-terrorism"], passages: [], others: [], figures: 0 },
    { kind: "event", id: "b", names: ["Tajikistan's"], passages: [], others: [], figures: 0 },
  ],
  weights: [0, 0],
  names: [],
  letters: {},
  sounds: [],
  folds: { typed: { "’": "'" }, case: { ß: "ss" }, special: {}, plain: { "-": "–", ч: "ҷ" }, quotes: { '"': '"' } },
};

test("a query of signs alone finds nothing", () => {
  assert.equal(matching(INDEX, ""), null);
  assert.deepEqual(matching(INDEX, "?!"), new Set());
});

test("words are found with and without what joins them, and phrases as a whole", () => {
  for (const query of ["counter–terrorism", "counterterrorism", '"counter terrorism"', "terror COUNTER"]) {
    assert.deepEqual(matching(INDEX, query), new Set(["a"]), query);
  }
  assert.deepEqual(matching(INDEX, "Tajikistan’s"), new Set(["b"]));
  assert.deepEqual(matching(INDEX, '"terrorism counter"'), new Set());
  assert.equal(normalize("Straße, Ҷ_a", INDEX.folds), "strasse ч a");
});

test("a misspelled word that sounds like one in other letters also finds its nearest in its own letters", () => {
  const names = ["Rahmon opens", "Рахмон (Rahmon)", "Gurbanov speaks", "Gurbanov", "Курбонов"];
  const index = {
    ...INDEX,
    records: names.map((name, i) => ({ ...INDEX.records[0], id: `${i}`, names: [name] })),
    weights: names.map(() => 0),
    letters: Object.fromEntries([..."абвгкмнорух"].map((letter, i) => [letter, "abvgkmnoruh"[i]])),
    sounds: /** @type {[string, string][]} */ ([["kh", "h"]]),
  };
  const found = (/** @type {string} */ query) => {
    const { hits, meant } = find(index, query);
    return [hits.map(({ id }) => id).join(" "), meant];
  };
  assert.deepEqual(found("rahmon"), ["0 1", ""]);
  for (const query of ["rakhmon", "rahmoon"]) assert.deepEqual(found(query), ["0 1", "rahmon"]);
  assert.deepEqual(found("rakhmon opens"), ["0", "rahmon opens"]);
  assert.deepEqual(found("рахмонн"), ["0 1", ""]); // the nearest word finds nothing more
  assert.deepEqual(found("гурбанов"), ["2 3", ""]); // a name that sounds the same is no typing error
  assert.deepEqual(found("рахмат"), ["", ""]);
});

test("an address is exact only where every letter is known", () => {
  for (const query of ["", "year=2018", "weight=any", "embed=true", "page=quality&order=most", "q=%F0%9F%98%80+x"]) {
    assert.ok(read(query, SOME).exact, query);
  }
  for (const query of [
    "year=2019",
    "Year=2018",
    "organizer=UN",
    "utm_source=x",
    "year=",
    "event=none",
    "order=worst",
  ]) {
    assert.ok(!read(query, SOME).exact, query);
  }
  for (const name of ["constructor", "__proto__", "toString"]) {
    assert.ok(!read(`${name}=1`, SOME).exact, name);
    assert.ok(!read(`event=${name}`, SOME).exact, name);
    assert.equal(acted(CHOICE, { do: "open", event: name, at: "" }, SOME), CHOICE);
  }
});

test("of a parameter of the view the last value counts", () => {
  assert.equal(read("sort=name&sort=kind", SOME).choice.sort, "kind");
  assert.equal(read("sort=kind&sort=name", SOME).choice.sort, "name");
});

test("a link to an event brings its weight in, unless it says which weights", () => {
  assert.deepEqual(read("event=plan", SOME).choice.filters.weight, ["main", "secondary", "minor"]);
  assert.deepEqual(read("event=plan&weight=main", SOME).choice.filters.weight, ["main"]);
  assert.equal(write({ ...CHOICE, event: "plan" }, SOME), "event=plan&weight=main&weight=secondary");
});

test("what belongs to one page is written there alone; without facts it is written as it is", () => {
  const choice = { ...CHOICE, own: { order: "most" } };
  assert.equal(write(choice, SOME), "");
  assert.equal(write({ ...choice, page: "quality" }, SOME), "page=quality&order=most");
  assert.equal(write({ ...choice, page: "quality" }, null), "page=quality&order=most");
});

test("a text is cut to what is searched for, in letters and not in their halves", () => {
  const { q } = acted(CHOICE, { do: "text", q: ` ${"😀".repeat(300)}` }, SOME).filters;
  assert.equal([...q].length, 200);
});

test("a link keeps the filters unless they would hide where it leads", () => {
  const choice = { ...CHOICE, filters: { ...USUAL, year: ["2018"] } };
  assert.equal(destination(choice, "event=2018-talks", SOME, null), "year=2018&event=2018-talks");
  assert.equal(destination(choice, "event=plan", SOME, null), "event=plan");
  assert.equal(destination(choice, "q=a", SOME, null), "q=a");
});

test("what repeats in the matrix is put in again, once", () => {
  const [trace] = matrix(SOME).data;
  assert.deepEqual([trace.x, trace.y], [["2018-talks"], ["un"]]);
  assert.deepEqual(/** @type {any} */ (trace).hovertext, ["UN: host<br>Talks<br>One source"]);
  assert.equal(matrix(SOME), matrix(SOME));
});
