// What the browser keeps for a server that may forget it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { kept } from "../../dashboard/assets/hosts/keep.js";

const known = { tried: true, file: "events.yaml", texts: { "events.yaml": "old", "sources.yaml": "other" } };

test("what was typed and not sent takes the place of what the server knew", () => {
  assert.deepEqual(kept({ ...known }, "new").texts, { "events.yaml": "new", "sources.yaml": "other" });
});

test("an empty field is kept as empty", () => {
  assert.equal(kept({ ...known }, "").texts["events.yaml"], "");
});

test("on a page without the field the texts stay as they are", () => {
  assert.deepEqual(kept({ ...known }), known);
});
