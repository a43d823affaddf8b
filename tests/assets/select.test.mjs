// Choosing, wording, searching and addresses, at the edges; test_twins.py compares the rest with Python.

import assert from "node:assert/strict";
import { test } from "node:test";
import { acted, destination, FIRST, read, write } from "../../dashboard/assets/engine/address.js";
import { matrix } from "../../dashboard/assets/engine/facts.js";
import { matching, normalize } from "../../dashboard/assets/engine/search.js";
import { counts, remaining, shown, USUAL, values } from "../../dashboard/assets/engine/select.js";
import { agreeing, capital, listed, worded } from "../../dashboard/assets/engine/words.js";

/** @import { EventFacts, Facts, TextIndex } from "../../dashboard/assets/engine/types" */
/** @import { Choice } from "../../dashboard/assets/engine/select.js" */

/**
 * @param {string} kind
 * @param {string} weight
 * @param {string} day
 * @returns {EventFacts}
 */
const event = (kind, weight, day) => ({
  label: day || "Plan",
  title: "",
  when: day,
  kind,
  kindName: kind,
  edition: null,
  first: day,
  last: day,
  year: Number(day.slice(0, 4)) || null,
  weight,
  start: day,
  end: day,
  where: "Dushanbe",
  ahead: false,
  keys: ["date"],
  sources: [],
});

/** @type {Facts["words"]} */
const WORDS = {
  locale: "en-GB",
  texts: {
    counted: "{number} {noun}",
    "matrix-empty": "No role.",
    "timeline-empty": "No events.",
    timeline: "{events}{span}: {kinds}.",
    "have-roles": "{holders}{including} {have} at {events}",
    "filter-text": "“{text}”",
    "filter-text-waits": "“{text}” (not searched yet)",
    sentence: "{text}.",
    undated: " without a date",
    year: " in {year}",
  },
  forms: {
    event: ["event", "events"],
    organization: ["organization", "organizations"],
    "has-a-role": ["has a role", "have roles"],
  },
  numbers: ["no", "one", "two"],
  list: { 2: "{0} and {1}", start: "{0}, {1}", middle: "{0}, {1}", end: "{0} and {1}" },
};

/**
 * @param {Record<string, EventFacts>} events
 * @param {Facts["roles"]} roles
 * @returns {Facts}
 */
const facts = (events, roles) => ({
  version: "1",
  order: { events: Object.keys(events), organizers: ["un", "1540"] },
  events,
  roles,
  organizers: {
    un: { name: "UN", kind: "united-nations", partOf: [], rank: 1 },
    1540: { name: "1540 Committee", kind: "united-nations", partOf: ["un"], rank: 0 },
  },
  known: {
    year: { 2018: "2018" },
    organizer: { un: "UN", 1540: "1540 Committee" },
    role: { host: "Host" },
    kind: { talks: "Talks" },
    weight: { main: "Main", minor: "Minor" },
    together: { un: "UN", 1540: "1540 Committee" },
  },
  unused: {
    year: {},
    organizer: {},
    role: {},
    kind: {},
    weight: { secondary: "Other", related: "Outside" },
    together: {},
  },
  pages: { explore: "Explore", quality: "Data quality" },
  own: { order: { page: "quality", usual: "time", values: ["time", "most"] } },
  vocabulary: {
    kinds: { talks: "Talks" },
    kindNouns: { talks: ["talk", "talks"] },
    weightNouns: { main: "conferences", minor: "mentions" },
    organizerKinds: { "united-nations": "United Nations" },
    organizing: ["host"],
    columns: { conferences: "Conferences", all: "All events" },
    sorts: { kind: "Kind", name: "Name" },
  },
  words: WORDS,
  timeline: {
    data: [],
    layout: {
      height: 1,
      paper_bgcolor: "",
      font: { color: "" },
      meta: { lanes: [] },
      xaxis: { gridcolor: "" },
      yaxis: { tickfont: { color: "" } },
    },
  },
  matrix: {
    data: [
      {
        meta: { role: "host", disputed: false },
        customdata: [["2018-talks", "un"]],
        marker: { size: 1 },
        heads: { un: "UN: host" },
        notes: [0],
      },
    ],
    layout: { xaxis: { gridcolor: "" }, yaxis: { gridcolor: "" } },
    lines: { "2018-talks": "Talks" },
    notes: ["One source"],
  },
  marks: { host: { name: "Host", badge: "", letter: "H" } },
  pictures: { titles: {}, day: "", software: "", trial: false, font: "" },
  dark: {},
  css: "",
});

const NONE = facts({}, []);
const SOME = facts({ "2018-talks": event("talks", "main", "2018-05-03"), plan: event("talks", "minor", "") }, [
  ["2018-talks", "un", "host", "confirmed"],
  ["plan", "1540", "host", "single"],
]);
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

test("a search that could not be made says so, and leaves all events", () => {
  const choice = { ...CHOICE, filters: { ...USUAL, q: "drug" } };
  const words = (/** @type {Set<string> | null} */ matching) => shown(SOME, choice, matching).chips[0].label;
  assert.deepEqual(shown(SOME, choice, null).shown, shown(SOME, CHOICE, null).shown);
  assert.deepEqual([words(null), words(new Set())], ["“drug” (not searched yet)", "“drug”"]);
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
  texts: { a: " counter terrorism\n counterterrorism", b: " tajikistan s\n tajikistans" },
  folds: { typed: { "’": "'" }, case: { ß: "ss" }, special: {}, plain: { "-": "–", ч: "ҷ" }, quotes: { '"': '"' } },
};

test("a query of signs alone finds nothing, and none finds everything", () => {
  assert.equal(matching(INDEX, ""), null);
  assert.deepEqual(matching(INDEX, "?!"), new Set());
  assert.deepEqual(matching(INDEX, " "), new Set(["a", "b"]));
});

test("words are found with and without what joins them, and phrases as a whole", () => {
  for (const query of ["counter–terrorism", "counterterrorism", '"counter terrorism"', "terror COUNTER"]) {
    assert.deepEqual(matching(INDEX, query), new Set(["a"]), query);
  }
  assert.deepEqual(matching(INDEX, "Tajikistan’s"), new Set(["b"]));
  assert.deepEqual(matching(INDEX, '"terrorism counter"'), new Set());
  assert.equal(normalize("Straße, Ҷ_a", INDEX.folds), "strasse ч a");
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
  assert.equal([...q].length, 199);
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
