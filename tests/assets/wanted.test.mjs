// A part of the page that did not arrive is loaded again, as long as the reader wants it.

import assert from "node:assert/strict";
import { mock, test } from "node:test";

const window = new EventTarget();
Object.assign(globalThis, {
  addEventListener: window.addEventListener.bind(window),
  removeEventListener: window.removeEventListener.bind(window),
  document: { querySelector: () => null },
});
const { Wanted } = await import("../../dashboard/assets/engine/wanted.js");

/** Let all promises that are settled go on. */
const settled = async () => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};

/**
 * Make a part whose first loads fail.
 * @param {number} failing
 */
function part(failing) {
  const seen = { loads: 0, wanted: true, said: /** @type {string[]} */ ([]) };
  const load = async () => {
    seen.loads += 1;
    if (seen.loads <= failing) throw new Error("away");
    return "map";
  };
  const wanted = new Wanted(load, {
    isWanted: () => seen.wanted,
    come: (loaded) => seen.said.push(loaded),
    fail: () => seen.said.push("failed"),
  });
  return { seen, wanted };
}

test.beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
test.afterEach(() => mock.timers.reset());

test("a part that is here is not loaded again, and not twice at once", async () => {
  const { seen, wanted } = part(0);
  wanted.ask();
  wanted.ask();
  await settled();
  wanted.ask();
  assert.deepEqual([seen.loads, seen.said], [1, ["map"]]);
});

test("a load that fails is made again, each time after a longer while", async () => {
  const { seen, wanted } = part(2);
  wanted.ask();
  await settled();
  mock.timers.tick(2_000);
  await settled();
  assert.deepEqual(seen.said, ["failed", "failed"]);
  mock.timers.tick(3_999);
  assert.equal(seen.loads, 2);
  mock.timers.tick(1);
  await settled();
  assert.deepEqual(seen.said, ["failed", "failed", "map"]);
});

test("when the connection is back, the load is made at once", async () => {
  const { seen, wanted } = part(1);
  window.dispatchEvent(new Event("connection"));
  assert.equal(seen.loads, 0);
  wanted.ask();
  await settled();
  window.dispatchEvent(new Event("connection"));
  await settled();
  assert.deepEqual(seen.said, ["failed", "map"]);
  mock.timers.tick(60_000);
  assert.equal(seen.loads, 2);
});

test("what the reader no longer wants, or what is gone, is not loaded again", async () => {
  const { seen, wanted } = part(9);
  wanted.ask();
  await settled();
  seen.wanted = false;
  mock.timers.tick(60_000);
  window.dispatchEvent(new Event("connection"));
  assert.equal(seen.loads, 1);
  seen.wanted = true;
  wanted.ask();
  await settled();
  wanted.remove();
  mock.timers.tick(60_000);
  window.dispatchEvent(new Event("connection"));
  assert.equal(seen.loads, 2);
});
