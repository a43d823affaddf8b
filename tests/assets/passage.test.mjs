// Finding a passage again by its key, after the article has changed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { find, keys, sourceKey, words } from "../../dashboard/assets/engine/passage.js";

/**
 * @param {string} text
 * @param {...string} sources
 */
const passage = (text, ...sources) => ({ words: words(text), sources });
const listed = (/** @type {string} */ source) => ({ words: [], sources: [source] });

const ARTICLE = [
  passage("Who came"),
  passage("Voronkov chaired the opening session on 18 October.", "unrcca", "mfa"),
  passage("President Emomali Rahmon welcomed the participants in Kohi Somon.", "unrcca"),
  passage("What was decided"),
  passage("The ministers adopted a declaration on border security.", "mfa"),
  listed("unrcca"),
  listed("mfa"),
];
const KEYS = keys(ARTICLE);

test("each passage is found by its key", () => {
  for (const [at, { words }] of ARTICLE.entries()) {
    if (words.length) assert.deepEqual(find(KEYS[at], ARTICLE), { at, how: "same" });
  }
  assert.deepEqual(find(sourceKey("mfa"), ARTICLE), { at: 6, how: "same" });
});

test("text before and behind makes no difference", () => {
  const longer = [passage("A new heading"), passage("And a new sentence.", "mfa"), ...ARTICLE];
  for (const at of [0, 1, 2, 3, 4]) assert.deepEqual(find(KEYS[at], longer), { at: at + 2, how: "same" });
});

test("a passage whose words have changed a little is found, and it is said", () => {
  const edited = ARTICLE.with(1, passage("On 18 October, Voronkov chaired the long opening session.", "mfa", "unrcca"));
  assert.deepEqual(find(KEYS[1], edited), { at: 1, how: "changed" });
});

test("a passage whose source has changed is found by its words", () => {
  const edited = ARTICLE.with(1, passage("Voronkov chaired the opening session on 18 October.", "bbc"));
  assert.deepEqual(find(KEYS[1], edited), { at: 1, how: "same" });
});

test("of a passage that is gone its source is found", () => {
  const shorter = ARTICLE.toSpliced(1, 1);
  assert.deepEqual(find(KEYS[1], shorter), { at: 4, how: "source" });
});

test("of a passage whose source is gone too nothing is found", () => {
  assert.equal(find(KEYS[1], [ARTICLE[0], ARTICLE[4], listed("mfa")]), null);
  assert.equal(find("who-came", ARTICLE.slice(1)), null);
  for (const key of ["", ".", "...", "-", ".none", "~<&>~"]) assert.equal(find(key, ARTICLE), null, key);
});

test("a heading of few words is not taken for another", () => {
  assert.equal(find("who-organized-it", ARTICLE), null);
});

test("of two passages that begin alike the one with the source is found", () => {
  const twice = [passage("He spoke.", "a"), passage("He spoke.", "b")];
  assert.deepEqual(keys(twice), ["he-spoke.a", "he-spoke.b"]);
  assert.deepEqual(find("he-spoke.b", twice), { at: 1, how: "same" });
});
