// What an address says.

import assert from "node:assert/strict";
import { test } from "node:test";
import { embedded, linkTo, plain } from "../../dashboard/assets/engine/address.js";

const FIRST = { query: "", event: null, at: "", columnsAre: "conferences", sort: "kind" };

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

test("what is as it is at first is not said", () => {
  assert.equal(linkTo(FIRST), "");
  assert.equal(linkTo({ ...FIRST, query: "year=2018&q=%D0%B0+b" }), "year=2018&q=%D0%B0+b");
});

test("a link says what is chosen", () => {
  const chosen = { ...FIRST, query: "year=2022", event: "2022-dushanbe", at: "osce", columnsAre: "all", sort: "name" };
  assert.equal(linkTo(chosen), "year=2022&event=2022-dushanbe&at=osce&columns=all&sort=name");
});

test("other weights replace those that are asked for", () => {
  assert.equal(linkTo({ ...FIRST, query: "weight=main&weight=minor" }, "any"), "weight=any");
});
