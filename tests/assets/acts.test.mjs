// What the reader did, until the server has answered it. The queue is one for the page, so each test begins with none.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

/** @typedef {{id: number, acts: {number: number, do: string}[]}} Heard */

let connection = "CONNECTED";
const app = { dataset: { testScriptState: "notRunning" }, inert: false };
Object.defineProperty(app.dataset, "testConnectionState", { get: () => connection, enumerable: true });
/**
 * The page, where the connection is as it is asked for.
 * @param {string} selector
 */
function looked(selector) {
  if (selector.startsWith("body >")) return null;
  return selector.includes(":not(") && connection === "CONNECTED" ? null : app;
}
Object.assign(globalThis, {
  document: { querySelector: looked, getElementById: () => null, body: {}, activeElement: null },
  MutationObserver: class {
    observe() {}
  },
});
const { act, answered, connect, unanswered } = await import("../../dashboard/assets/engine/acts.js");

/** @type {Heard[]} */
const reports = [];
connect((id, acts) => reports.push({ id, acts }));
const last = () => /** @type {Heard} */ (reports.at(-1));
const numberOfLast = () => /** @type {number} */ (last().acts.at(-1)?.number);

afterEach(() => {
  connection = "CONNECTED";
  act({ do: "reset" });
  answered(1e9, 1e9);
});

test("an act is reported at once, the next with the answer to the first", () => {
  const before = reports.length;
  act({ do: "turn", page: "changes" });
  act({ do: "reset" });
  assert.equal(reports.length, before + 1);
  const [first] = last().acts;
  answered(first.number, last().id);
  assert.deepEqual(
    last().acts.map((one) => one.do),
    ["reset"],
  );
  assert.equal(reports.length, before + 2);
});

test("an answer to an older act leaves the newer ones unanswered", () => {
  act({ do: "columns", value: "all" });
  act({ do: "sort", value: "name" });
  const [first] = last().acts;
  assert.deepEqual(
    unanswered(first.number).map((one) => one.do),
    ["sort"],
  );
});

test("a report that got lost is made good by the next: it has all that is not answered", () => {
  act({ do: "columns", value: "all" });
  const { id } = last();
  answered(0, id); // the server heard the report, and had not done the act yet
  assert.equal(last().id, id + 1);
  assert.deepEqual(
    last().acts.map((one) => one.do),
    ["columns"],
  );
});

test("nothing is reported without a connection, and nothing is lost", () => {
  connection = "DISCONNECTED";
  const before = reports.length;
  act({ do: "reset" });
  assert.equal(reports.length, before);
  connection = "CONNECTED";
  act({ do: "turn", page: "quality" });
  assert.deepEqual(
    last().acts.map((one) => one.do),
    ["reset", "turn"],
  );
  assert.ok(numberOfLast() > last().acts[0].number);
});
