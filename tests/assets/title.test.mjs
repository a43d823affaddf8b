// The title of the window, where the data of the twins says little: long names and long words.

import assert from "node:assert/strict";
import { test } from "node:test";
import { USUAL } from "../../dashboard/assets/engine/select.js";
import { titleOf } from "../../dashboard/assets/engine/title.js";
import { event, facts } from "./facts.mjs";

const FACTS = facts({ one: { ...event("conference", "main", "2018-05-04"), label: "Oslo 2018" } }, []);

/**
 * @param {string[]} labels of the filters
 * @param {string} chosen
 * @param {string} name of the process
 */
function title(labels, chosen = "", name = FACTS.name) {
  const chips = labels.map((label) => ({ facet: "q", value: label, label }));
  const [choice, remaining] = [
    { filters: USUAL, event: chosen },
    { event: "one", chips },
  ];
  return titleOf({ ...FACTS, name }, /** @type {any} */ (choice), /** @type {any} */ (remaining));
}

test("the title names the event of the address, else the filters, else only the process", () => {
  assert.equal(title([]), "My Process");
  assert.equal(title(["2018", "OSCE"]), "2018, OSCE · My Process");
  assert.equal(title(["2018"], "one"), "Oslo 2018 · My Process");
  assert.equal(title(["2018"], "hidden"), "2018 · My Process");
});

test("a long title is cut after a word, and a long word within it", () => {
  assert.equal(title([`${"word ".repeat(30)}`]), `${"word ".repeat(15)}… · My Process`);
  assert.equal(title(["a".repeat(200)]), `${"a".repeat(79)}… · My Process`);
  assert.equal(title(["😀".repeat(200)], "", "P".repeat(100)), `${"😀".repeat(19)}… · ${"P".repeat(100)}`);
});
