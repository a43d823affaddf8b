// What is announced after a choice.

import assert from "node:assert/strict";
import { test } from "node:test";
import { spoken } from "../../dashboard/assets/engine/announce.js";
import { SOME } from "./facts.mjs";

const FILTERS = { year: [], organizer: [], role: [], kind: [], weight: ["main"], together: [], q: "" };
const IDS = Object.keys(SOME.events);

/**
 * @param {object} remaining
 * @param {object} filters
 * @returns {any}
 */
const chosen = (remaining = {}, filters = {}) => ({
  facts: SOME,
  choice: { filters: { ...FILTERS, ...filters } },
  remaining: { shown: IDS, total: 9, event: IDS[0], at: "", outside: "", ...remaining },
  unsearched: false,
});
const fact = () => "OSCE: Host.";

test("nothing is said of a choice that changes nothing", () => {
  assert.equal(spoken(chosen(), chosen(), fact), "");
});

test("a filter says how many events pass, and an event only if it is another one", () => {
  assert.equal(spoken(chosen(), chosen({}, { year: ["2019"] }), fact), `${IDS.length} of 9 events.`);
  const { label, when } = SOME.events[IDS[1]];
  const other = chosen({ shown: [IDS[1]], event: IDS[1] }, { year: ["2019"] });
  assert.equal(spoken(chosen(), other, fact), `1 of 9 events. ${label}, ${when}, 1 of 1.`);
  assert.equal(spoken(chosen(), other), "1 of 9 events."); // beside a page that shows no event
});

test("no event, one event in all, and a search that could not be made are said", () => {
  const none = chosen({ shown: [], event: null }, { q: "x" });
  assert.equal(spoken(chosen(), none, fact), "No event passes these filters.");
  const empty = chosen({ shown: [], total: 0, event: null }, { q: "x" });
  assert.equal(spoken(chosen(), empty, fact), "The data has no events.");
  assert.equal(spoken(chosen(), chosen({ total: 1 }, { q: "x" })), `${IDS.length} of 1 event.`);
  const unsearched = { ...chosen({}, { q: "x" }), unsearched: true };
  assert.equal(spoken(chosen(), unsearched), `The search could not be made. ${IDS.length} of 9 events.`);
});

test("a proof is said once: with its event, or alone", () => {
  assert.equal(spoken(chosen(), chosen({ at: "osce" }), fact), "OSCE: Host.");
  assert.equal(spoken(chosen({ at: "osce" }), chosen({ at: "osce" }), fact), "");
  assert.equal(spoken(chosen({ at: "osce" }), chosen(), fact), "");
});
