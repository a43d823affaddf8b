// Join files from parts, and print those that differ from what Python wrote.
//
//     node parts.mjs FILE

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { matching } from "../../dashboard/assets/engine/find.js";
import { citation, made, nameOf, partsOf } from "../../dashboard/assets/engine/parts.js";
import { shown } from "../../dashboard/assets/engine/select.js";

const { facts, records, folds, parts, cases } = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const index = { ...records, folds };
/** @type {object[]} */
const differences = [];
let compared = 0;

const digest = (/** @type {string} */ text) => createHash("sha256").update(text, "utf-8").digest("hex");

/**
 * @param {number} place
 * @param {string} name
 * @param {string} ours
 * @param {string} theirs
 */
function compare(place, name, ours, theirs) {
  compared += 1;
  if (ours !== theirs) differences.push({ place, name, ours });
}

for (const [place, { choice, day, files, names, citations }] of cases.entries()) {
  const remaining = shown(facts, choice, matching(index, choice.filters.q));
  const wanted = { facts, remaining, day };
  for (const [name, hash] of Object.entries(files)) {
    const text = made(name, parts[partsOf(name)], wanted);
    compare(place, name, digest(text) === hash ? hash : text, hash);
    compare(place, `name of ${name}`, nameOf(name, parts[partsOf(name)], wanted), names[name]);
  }
  for (const { what, style, text } of citations) {
    compare(place, `${what} ${style}`, citation(parts.citations, what, style, wanted), text);
  }
}
console.log(JSON.stringify({ compared, differences: differences.slice(0, 5) }));
