// What an edition without a server makes of an address, and where it keeps the address.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { here, record } from "../../dashboard/assets/engine/here.js";
import { Failure, json, provide, Silence, script, stylesheet, text } from "../../dashboard/assets/engine/view.js";
import { meant, notice } from "../../dashboard/assets/hosts/strange.js";

const KNOWN = {
  former: { event: { "2018-old": "2018-new" }, at: { ebrd: "eib" } },
  foreign: ["fbclid", "s"],
  foreignBegin: ["utm_"],
};

test("what others add to links is passed over, and ids are those of now", () => {
  assert.equal(meant("event=2018-old&utm_source=mail&FBCLID=1", KNOWN), "event=2018-new");
  assert.equal(meant("event=a&amp;at=ebrd&amp;amp;year=2018", KNOWN), "event=a&at=eib&year=2018");
  assert.equal(meant("sort=count&q=a%26b", KNOWN), "sort=count&q=a%26b");
  assert.equal(meant("event=constructor&constructor=name", KNOWN), "event=constructor&constructor=name");
});

test("the sentence about a link names every unknown part", () => {
  assert.equal(notice([]), "");
  const words = notice([
    ["event", "x"],
    ["color", "red"],
  ]);
  assert.equal(words, "The link contains something unknown: event “x”, color “red”. The page ignores it.");
});

test("the sentence about a span that ends before it begins says so", () => {
  const words = "The page ignores a part of the link: since 2022 is after until 2018.";
  const ends = /** @type {[string, string][]} */ ([
    ["since", "2022"],
    ["until", "2018"],
  ]);
  assert.equal(notice(ends), words);
  assert.equal(
    notice([["since", "x"], ...ends]),
    `The link contains something unknown: since “x”. The page ignores it. ${words}`,
  );
});

test("the sentence about a search that is too long says how long it may be", () => {
  const words = "The page ignores a part of the link: q is too long; write 200 characters at most.";
  assert.equal(notice([["q", "a".repeat(201)]]), words);
});

const place = { search: "", hash: "", pathname: "/one.html", assign: to("assign"), replace: to("replace") };
/** @type {[string, string][]} */
let calls = [];
let refused = false;

/** @param {string} name */
function to(name) {
  return (/** @type {string} */ address) => {
    if (refused && name.endsWith("State")) throw new Error("SecurityError");
    calls.push([name, address]);
  };
}

const state =
  (/** @type {string} */ name) =>
  (/** @type {unknown} */ _, /** @type {unknown} */ __, /** @type {string} */ address) =>
    to(name)(address);
Object.assign(globalThis, {
  location: place,
  history: { pushState: state("pushState"), replaceState: state("replaceState") },
});

beforeEach(() => {
  calls = [];
  refused = false;
});

test("the address is written as a step of the history, or in the place of the present one", () => {
  record("year=2022", true);
  record("", false);
  assert.deepEqual(calls, [
    ["pushState", "/one.html?year=2022"],
    ["replaceState", "/one.html"],
  ]);
});

test("where the address cannot be written, it is in the hash, and is read from there", () => {
  refused = true;
  record("year=2022", true);
  record("year=2023", false);
  assert.deepEqual(calls, [
    ["assign", "#?year=2022"],
    ["replace", "#?year=2023"],
  ]);
  Object.assign(place, { search: "?year=2018", hash: "#?year=2022" });
  assert.equal(here(), "year=2022");
  Object.assign(place, { hash: "#note-1" });
  assert.equal(here(), "year=2018");
});

test("a page without a server sets what gives the content of addresses", async () => {
  provide(async (url) => new Response(JSON.stringify({ url })));
  assert.deepEqual(await json("data/facts?v=1"), { url: "data/facts?v=1" });
  provide(async () => {
    throw new Failure("This file is not in this edition.");
  });
  await assert.rejects(json("data/other"), { message: "This file is not in this edition." });
  provide(async () => {
    throw new TypeError("Failed to fetch");
  });
  await assert.rejects(text("data/other", new AbortController().signal), Silence);
});

test("a script or style sheet with an empty address is in the page already", async () => {
  assert.equal(await script(""), undefined);
  assert.equal(await stylesheet(""), undefined);
});
