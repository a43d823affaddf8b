// Numbers and lists inside sentences. `twins.mjs` compares them with those of Python.

import assert from "node:assert/strict";
import { test } from "node:test";
import { capital, counted, listed, part } from "../../dashboard/assets/engine/words.js";
import { WORDS } from "./facts.mjs";

test("one event is not called events", () => {
  const { event } = WORDS.forms;
  assert.deepEqual(
    [0, 1, 2].map((number) => counted(WORDS, number, event)),
    ["0 events", "1 event", "2 events"],
  );
  assert.equal(counted(WORDS, 1, event, "one"), "one event");
});

test("a part of all events agrees with their number", () => {
  assert.deepEqual([part(WORDS, 0, 1), part(WORDS, 1, 2)], ["0 of 1 event", "1 of 2 events"]);
});

test("a list has no comma before its last word", () => {
  const lists = [[], ["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "{0}"]];
  const written = ["", "a", "a and b", "a, b and c", "a, b, c and {0}"];
  assert.deepEqual(
    lists.map((list) => listed(WORDS, list)),
    written,
  );
});

test("a capital letter changes no other letter", () => {
  assert.deepEqual([capital("people of OSCE"), capital("")], ["People of OSCE", ""]);
});
