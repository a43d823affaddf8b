// The words of a search are marked where they are, as they are written there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { slipsBetween } from "../../dashboard/assets/engine/find.js";
import { marked } from "../../dashboard/assets/engine/marks.js";

const FOLDS = { typed: { "’": "'" }, case: {}, special: {}, plain: { e: "é", "-": "‑" }, quotes: {} };

/**
 * @param {string} text
 * @param {string[]} terms
 */
const words = (text, terms) => marked(text, terms, FOLDS).map(([start, end]) => text.slice(start, end));

test("a whole word is marked where it begins with what was looked for", () => {
  assert.deepEqual(words("Terrorism, terrorists; anti-terror, bioterror.", [" terror"]), [
    "Terrorism",
    "terrorists",
    "anti-terror",
  ]);
  assert.deepEqual(words("In Douchanbé, not in Dushanbe", [" douchanbe"]), ["Douchanbé"]);
  assert.deepEqual(words("OSCE and OSCEs", [" osce "]), ["OSCE"]);
});

test("a phrase is marked as one, over hyphens too", () => {
  assert.deepEqual(words("On border security, border‑security and security.", [" border security"]), [
    "border security",
    "border‑security",
  ]);
  assert.deepEqual(words("counter-terrorism", [" counterterrorism"]), ["counter-terrorism"]);
  assert.deepEqual(words("New York", [" new", " new york"]), ["New York"]);
  assert.deepEqual(words("Nothing here", [" elsewhere"]), []);
});

test("slips are counted up to a bound, and an exchange is one", () => {
  assert.equal(slipsBetween("terrroism", "terrorism", 2), 1);
  assert.equal(slipsBetween("abc", "abcdef", 2), 3);
  assert.equal(slipsBetween("secruity", "security", 2), 1);
});
