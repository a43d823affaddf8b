// Write the keys of passages with the script, as JSON: a list of articles comes in, each a list of [text, sources].
//
//     node passages.mjs FILE

import { readFileSync } from "node:fs";
import { keys, words } from "../../dashboard/assets/engine/passage.js";

/** @type {[string, string[]][][]} */
const articles = JSON.parse(readFileSync(process.argv[2], "utf-8"));
console.log(
  JSON.stringify(
    articles.map((passages) => keys(passages.map(([text, sources]) => ({ words: words(text), sources })))),
  ),
);
