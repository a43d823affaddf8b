// Say with the scripts what Python said of the same data, and print where the two differ.
//
//     node twins.mjs FILE

import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import * as address from "../../dashboard/assets/engine/address.js";
import { eventsOf, find, matching, slipsBetween } from "../../dashboard/assets/engine/find.js";
import { caption, fileName, picture } from "../../dashboard/assets/engine/picture.js";
import { normalize } from "../../dashboard/assets/engine/search.js";
import * as select from "../../dashboard/assets/engine/select.js";
import { titleOf } from "../../dashboard/assets/engine/title.js";
import * as words from "../../dashboard/assets/engine/words.js";

const MOST = 20; // differences that are printed
const { sets, links, folds, folded, usual, slips, wordings } = JSON.parse(readFileSync(process.argv[2], "utf-8"));
/** @type {Record<string, number>} */
const compared = {};
let differences = 0;

const rounded = (/** @type {number | null} */ y) => (y === null ? y : Math.round(y * 100) / 100);

/**
 * What Python and the scripts must draw alike in a picture: everything. The ends of the axis are in seconds, and heights
 * are rounded.
 * @param {any} picture
 */
function common({ name, figure: { data, layout } }) {
  const range = layout.xaxis.range?.map((/** @type {string | number} */ end) =>
    typeof end === "string" ? Math.round(Date.parse(end.replace(/Z?$/, "Z")) / 1000) : end,
  );
  return {
    name,
    data: data.map((/** @type {any} */ trace) => (trace.meta.kind ? { ...trace, y: trace.y.map(rounded) } : trace)),
    layout: { ...layout, shapes: layout.shapes ?? [], xaxis: { ...layout.xaxis, range: range ?? null } },
  };
}

/**
 * @param {string} what
 * @param {unknown} ours
 * @param {unknown} theirs
 * @param {unknown} about
 */
function compare(what, ours, theirs, about) {
  compared[what] = (compared[what] ?? 0) + 1;
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(ours)), theirs)) return;
  differences += 1;
  if (differences <= MOST) console.error(JSON.stringify({ what, about, script: ours, python: theirs }));
}

compare("usual", { filters: select.USUAL, ...address.FIRST, weights: select.EVERY_WEIGHT }, usual, null);
for (const [text, plain] of folded) compare("folded", normalize(text, folds), plain, text);
for (const [word, other, most, number] of slips) {
  compare("slips", slipsBetween(word, other, most), number, [word, other, most]);
}
for (const [name, values, text] of wordings) {
  const { [name]: of } = /** @type {Record<string, (...values: any[]) => string>} */ ({ ...words });
  const own = ["capital", "small"].includes(name) ? values : [sets[0].facts.words, ...values];
  compare("wordings", of(...own), text, [name, values]);
}
for (const { facts, records, cases, pictures = [], searches = [], people = {} } of sets) {
  const index = { ...records, folds };
  for (const { query, hits, meant } of searches) {
    const found = find(index, query);
    compare("found", [found.hits, found.meant], [hits, meant], query);
  }
  for (const [name, events] of Object.entries(people)) compare("people", eventsOf(index, name), events, name);
  for (const one of cases) {
    const { choice } = one;
    const { filters } = choice;
    const found = matching(index, filters.q);
    compare("matching", found && [...found], one.matching, filters);
    if (one.remaining) compare("remaining", select.remaining(facts, filters, found), one.remaining, filters);
    if (one.shown) compare("shown", select.shown(facts, choice, found), one.shown, choice);
    if (one.caption !== undefined) {
      const remaining = select.shown(facts, choice, found);
      compare("caption", caption(facts, remaining), one.caption, choice);
      compare("title", titleOf(facts, choice, remaining), one.title, choice);
      compare("file", `${fileName(facts, remaining, "timeline")}.svg`, one.file, choice);
    }
    if (one.counts) compare("counts", select.counts(facts, filters, found), one.counts, filters);
    if (one.written === undefined) continue;
    compare("written", address.write(choice, facts), one.written, choice);
    const after = address.acted(choice, one.act, facts);
    compare("acted", after === choice ? one.after && choice : after, one.after, [choice, one.act]);
    compare("destination", address.destination(choice, one.link, facts, found), one.leads, [choice, one.link]);
    for (const [i, { query, choice: right, clear }] of one.read.entries()) {
      const read = address.read(query, facts);
      if (!i) compare("own address is exact", read.exact, clear, query);
      if (read.exact) compare("read", [read.choice, true], [right, clear], query);
    }
  }
  for (const { choice, view, ...theirs } of pictures) {
    const found = matching(index, choice.filters.q);
    const ours = JSON.parse(JSON.stringify(picture(facts, select.shown(facts, choice, found), view)));
    compare("picture", common(ours), common(theirs), [choice, view]);
  }
}
for (const { query, choice } of links) {
  compare("links", address.read(query, sets[0].facts), { choice, exact: true, unknown: [] }, query);
}
console.log(JSON.stringify(compared));
process.exitCode = differences ? 1 : 0;
