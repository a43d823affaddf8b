// Where each address of the vectors leads, as the scripts say. Called by test_places.py, with the cases as JSON.

import { readFileSync } from "node:fs";
import { place } from "../../dashboard/assets/engine/places.js";

const { pages, cases } = JSON.parse(readFileSync(0, "utf-8"));
/** @param {[query: string, depth: number]} one */
const lead = ([query, depth]) => place(query, pages, "../".repeat(depth));
console.log(JSON.stringify(cases.map(lead)));
