// The span of time of a reader: what readers type, and what an address can say. test_twins.py compares the rest with Python.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dateTyped, isDate, isInside, isInverted, isSpan, spanSlug } from "../../dashboard/assets/engine/span.js";

test("a date in an address is a year, a month or a day of the calendar", () => {
  for (const good of ["2018", "2018-05", "2018-05-16", "2020-02-29", "1800", "2100-12-31"])
    assert.ok(isDate(good), good);
  for (const bad of ["", "18", "2018-5", "2018-13", "2018-00", "2019-02-29", "1799", "2101", "2018~", "0018-01"]) {
    assert.ok(!isDate(bad), bad);
  }
});

test("a span is inverted only if no day can be in it", () => {
  assert.ok(isInverted({ since: "2019", until: "2018-05" }));
  assert.ok(isInverted({ since: "2018-06-01", until: "2018-05" }));
  assert.ok(!isInverted({ since: "2018-05-16", until: "2018" }));
  assert.ok(!isInverted({ since: "2018", until: "2018-01-01" }));
  assert.ok(!isInverted({ since: "2018", until: "" }));
  assert.ok(isSpan({ since: "", until: "" }));
  assert.ok(!isSpan({ since: "soon", until: "" }));
});

test("an event stays if it may be in the span", () => {
  const may = { first: "2018-05-01", last: "2018-05-31" };
  assert.ok(isInside(may, { since: "2018-05-31", until: "" }));
  assert.ok(isInside(may, { since: "", until: "2018-05-01" }));
  assert.ok(!isInside(may, { since: "2018-06", until: "" }));
  assert.ok(!isInside(may, { since: "", until: "2018-04" }));
  assert.ok(isInside({ first: "", last: "" }, { since: "2018", until: "2018" }));
});

test("readers write dates in several ways", () => {
  const ways = { " 2018 ": "2018", "2018-5": "2018-05", "2018/05/6": "2018-05-06", "May 2018": "2018-05" };
  const more = { "16 may 2018": "2018-05-16", "Sept. 3, 2019": "2019-09-03", "2018–05": "2018-05", "": "" };
  const months = { "September 2019": "2019-09", "1 augu 2019": "2019-08-01", "june 3 2019": "2019-06-03" };
  for (const [typed, date] of Object.entries({ ...ways, ...more, ...months }))
    assert.deepEqual(dateTyped(typed), { date, wrong: "" });
});

test("what is not a date gets a sentence", () => {
  const wrong = (/** @type {string} */ typed) => dateTyped(typed).wrong;
  const how = "Write a year, a month or a day: 2018, 2018-05 or 2018-05-16.";
  assert.equal(wrong("soon"), `“soon” is not a date. ${how}`);
  assert.equal(wrong("Foo 2018"), `“Foo 2018” is not a date. ${how}`);
  for (const typed of ["marble 2018", "16 Mayor 2018", "ma 2018", "Janus 3, 2019"])
    assert.equal(wrong(typed), `“${typed}” is not a date. ${how}`);
  assert.equal(wrong("05/16/2018"), `“05/16/2018” is not a date. ${how}`);
  assert.equal(wrong("30 February 2018"), `“30 February 2018” is not in the calendar. ${how}`);
  assert.equal(wrong("2018-00"), `“2018-00” is not in the calendar. ${how}`);
  assert.equal(wrong("1700"), "Write a year from 1800 to 2100.");
});

test("the name of a file has the ends that are given", () => {
  assert.deepEqual(["2018-05..2019", "2018..", "..2019"].map(spanSlug), [
    "since-2018-05-until-2019",
    "since-2018",
    "until-2019",
  ]);
});
