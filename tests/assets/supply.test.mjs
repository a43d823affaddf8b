// Where a file comes from: a server, parts, or the folder of an edition.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SOME } from "./facts.mjs";
import { NOTHING } from "./nothing.mjs";

/** @import { Urls } from "../../dashboard/assets/engine/types" */

const place = { search: "", pathname: "/", protocol: "https:" };
Object.assign(globalThis, {
  addEventListener() {},
  location: place,
  history: { pushState() {}, replaceState() {} },
  document: NOTHING,
});
const state = await import("../../dashboard/assets/engine/state.js");
const { allEvents, hasAddresses, isoDay, nameOfWhole, originOf, partsUrl } = await import(
  "../../dashboard/assets/engine/supply.js"
);
const urls = (/** @type {Urls["edition"]} */ edition, takeaway = "data/takeaway") =>
  /** @type {Urls} */ ({ edition, takeaway });
const NAMES = ["events.csv", "calendar.ics", "view.bib", "workbook.xlsx", "timeline.pdf"];
const origins = (/** @type {Urls["edition"]} */ edition) => NAMES.map((name) => originOf(urls(edition), name));

test("where nothing is chosen, no file is made from parts", () => {
  assert.deepEqual(origins("folder"), ["whole", "whole", "whole", "whole", "absent"]);
  assert.equal(nameOfWhole("together.csv"), null);
  assert.equal(allEvents(), "");
});

test("a server makes every file; without it, some are made from parts, and a folder has the rest but those that Chrome draws", async () => {
  await state.know(SOME, urls(""));
  assert.deepEqual(origins(""), Array(5).fill("server"));
  assert.deepEqual(origins("folder"), ["parts", "parts", "parts", "whole", "absent"]);
  assert.deepEqual(origins("file"), ["parts", "parts", "parts", "absent", "absent"]);
});

test("the parts are below the address of the list, before its version", () => {
  assert.equal(partsUrl(urls("folder"), "events-excel.csv"), "data/takeaway/events");
  assert.equal(partsUrl(urls("folder", "data/takeaway?v=1"), "event.ris"), "data/takeaway/citations?v=1");
});

test("other programs can load files of a server and of a folder on the web", () => {
  assert.deepEqual(
    [hasAddresses(urls("")), hasAddresses(urls("folder")), hasAddresses(urls("file"))],
    [true, true, false],
  );
  place.protocol = "file:";
  assert.equal(hasAddresses(urls("folder")), false);
});

test("a day is that of the reader, with zeros", () => {
  assert.equal(isoDay(new Date(2026, 2, 1, 23, 59)), "2026-03-01");
});
