// What the panel of filters works out without a page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { active, grouped, narrowed } from "../../dashboard/assets/engine/panel.js";

import { USUAL } from "../../dashboard/assets/engine/select.js";

const NONE = USUAL;

test("each chosen value is a filter, and so is a text", () => {
  assert.equal(active(NONE), 0);
  assert.equal(active({ ...NONE, year: ["2019", "2022"], role: ["host"], together: ["eu"] }), 4);
  assert.equal(active({ ...NONE, q: "border" }), 1);
  assert.equal(active({ ...NONE, q: "  " }), 0);
});

test("the weights are one filter, and none as they are at first", () => {
  assert.equal(active({ ...NONE, weight: ["secondary", "main"] }), 0);
  assert.equal(active({ ...NONE, weight: ["main"] }), 1);
  assert.equal(active({ ...NONE, weight: [] }), 1);
  assert.equal(active({ ...NONE, weight: ["main", "secondary", "minor", "related"] }), 1);
});

const ORGANIZERS = { unoct: "UNOCT", "saudi-arabia": "Saudi Arabia", turkiye: "Türkiye", undp: "UNDP" };

test("a list narrows to the labels with all words of a text", () => {
  assert.deepEqual(narrowed(ORGANIZERS, ""), Object.keys(ORGANIZERS));
  assert.deepEqual(narrowed(ORGANIZERS, " "), Object.keys(ORGANIZERS));
  assert.deepEqual(narrowed(ORGANIZERS, "un"), ["unoct", "undp"]);
  assert.deepEqual(narrowed(ORGANIZERS, "arab SAUDI"), ["saudi-arabia"]);
  assert.deepEqual(narrowed(ORGANIZERS, "turk"), ["turkiye"]);
  assert.deepEqual(narrowed(ORGANIZERS, "(.*"), []);
});

test("a list narrows to full names as well", () => {
  const names = { unoct: "United Nations Office of Counter-Terrorism" };
  assert.deepEqual(narrowed(ORGANIZERS, "counter office", names), ["unoct"]);
});

test("values come in groups, the ones in no group last, and no group is empty", () => {
  const groups = [
    { label: "States", values: ["turkiye", "saudi-arabia", "qatar"] },
    { label: "Regional organizations", values: ["osce"] },
    { label: "United Nations", values: ["unoct"] },
  ];
  assert.deepEqual(grouped(Object.keys(ORGANIZERS), groups), [
    { label: "States", values: ["turkiye", "saudi-arabia"] },
    { label: "United Nations", values: ["unoct"] },
    { label: "", values: ["undp"] },
  ]);
});
