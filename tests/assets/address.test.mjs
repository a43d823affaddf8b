// What an address says.

import assert from "node:assert/strict";
import { test } from "node:test";
import { embedded, plain } from "../../dashboard/assets/engine/address.js";

test("the order of parameters makes no difference, that of the values of one does", () => {
  assert.equal(plain("?year=2018&organizer=osce"), plain("organizer=osce&year=2018"));
  assert.notEqual(plain("year=2018&year=2022"), plain("year=2022&year=2018"));
});

test("what Streamlit reads of an address makes no difference", () => {
  assert.equal(plain("?embed=true&year=2018&embed_options=dark_theme"), plain("year=2018"));
});

test("what Streamlit reads of an address stays in it", () => {
  assert.equal(embedded("year=2018", "?q=x&embed=true"), "year=2018&embed=true");
  assert.equal(embedded("", "?embed=true"), "embed=true");
  assert.equal(embedded("", "?q=x"), "");
});
