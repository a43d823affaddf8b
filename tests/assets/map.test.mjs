// Which part of the earth the map shows, and where its marks and labels are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { read, write } from "../../dashboard/assets/engine/address.js";
import {
  framed,
  labelled,
  projected,
  radius,
  spread,
  transformation,
} from "../../dashboard/assets/engine/map/layout.js";
import { LAND } from "../../dashboard/assets/vendor/land.js";
import { SOME } from "./facts.mjs";

const SIZE = { width: 600, height: 240 };
const DUSHANBE = { latitude: 38.6, longitude: 68.8 };
const NEW_YORK = { latitude: 40.8, longitude: -74 };
const SANTIAGO = { latitude: -33.4, longitude: -70.7 };

/**
 * @param {{x: number, y: number, r: number}} one
 * @param {{x: number, y: number, r: number}} other
 */
const gap = (one, other) => Math.hypot(one.x - other.x, one.y - other.y) - one.r - other.r;

test("all places are in the frame, whatever they are", () => {
  for (const places of [[DUSHANBE], [DUSHANBE, NEW_YORK], [SANTIAGO, NEW_YORK, DUSHANBE]]) {
    const frame = framed(places, SIZE);
    for (const place of places) {
      const { x, y } = projected(place, frame);
      assert.ok(x > 0 && x < SIZE.width && y > 0 && y < SIZE.height, JSON.stringify({ x, y }));
    }
  }
});

test("the east is right and the north is up", () => {
  const frame = framed([DUSHANBE, NEW_YORK, SANTIAGO], SIZE);
  assert.ok(projected(NEW_YORK, frame).x < projected(DUSHANBE, frame).x);
  assert.ok(projected(NEW_YORK, frame).y < projected(SANTIAGO, frame).y);
});

test("one place has land around it", () => {
  const frame = framed([DUSHANBE], SIZE);
  assert.ok(SIZE.height / frame.scale >= 14);
});

test("the outlines of land are put where the places are", () => {
  const frame = framed([DUSHANBE, NEW_YORK], SIZE);
  const [shift, scale, from] = [...transformation(frame).matchAll(/\(([-\d.e]+) ([-\d.e]+)\)/g)].map((found) =>
    found.slice(1).map(Number),
  );
  const x = shift[0] + scale[0] * (from[0] + DUSHANBE.longitude * 10);
  const y = shift[1] + scale[1] * (from[1] - DUSHANBE.latitude * 10);
  const right = projected(DUSHANBE, frame);
  assert.ok(Math.hypot(x - right.x, y - right.y) < 0.01);
});

test("marks that would cover each other part, and the others stay", () => {
  const marks = [
    { x: 300, y: 120, r: 16 },
    { x: 306, y: 116, r: 9 },
    { x: 300, y: 120, r: 9 },
    { x: 40, y: 40, r: 12 },
  ];
  const moved = spread(marks, SIZE);
  for (const [i, one] of moved.entries()) for (const other of moved.slice(0, i)) assert.ok(gap(one, other) > 0);
  assert.deepEqual(moved[3], marks[3]);
  assert.deepEqual(spread(marks, SIZE), moved);
});

test("more events make a larger mark, up to a limit", () => {
  assert.ok(radius(1) < radius(9) && radius(9) < radius(20));
  assert.equal(radius(1000), radius(100_000));
});

test("labels cover no mark and no other label, and stay in the frame", () => {
  const marks = [
    { x: 590, y: 120, r: 9 },
    { x: 560, y: 122, r: 9 },
    { x: 300, y: 120, r: 12 },
  ];
  const labels = labelled(marks, ["Samarkand", "Tashkent", "Dushanbe"], SIZE);
  assert.equal(labels[2]?.anchor, "start");
  assert.notEqual(labels[0]?.anchor, "start");
  assert.deepEqual(labelled([{ x: 20, y: 20, r: 19 }], ["A name that is too long"], { width: 40, height: 40 }), [null]);
});

test("the map is in the address only where there are places, and on no other page", () => {
  const placed = { ...SOME, places: [{ name: "Dushanbe", ...DUSHANBE, events: ["2018-talks"] }] };
  const { choice, exact } = read("map=1", placed);
  assert.deepEqual([choice.map, exact], ["1", true]);
  assert.equal(write(choice, placed), "map=1");
  assert.equal(write({ ...choice, page: "quality" }, placed), "page=quality");
  assert.deepEqual(read("map=1", SOME).unknown, [["map", "1"]]);
  assert.deepEqual(read("map=2", placed).unknown, [["map", "2"]]);
});

test("the land is one path of whole numbers", () => {
  assert.match(LAND, /^(?:M-?\d+ ?-?\d+l[-\d ]+z)+$/);
  assert.ok(LAND.length < 25_000);
});
