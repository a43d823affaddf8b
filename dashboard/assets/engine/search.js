// Full-text search: the twin of frames/search.py, where each rule is explained.
//
// The index comes as JSON. `texts` has the searched text of each event. It is folded already, once with hyphens as spaces
// and once without hyphens. `folds` has the tables that fold a query, because a browser does not know the names of
// letters.

/** @import { Folds, TextIndex } from "./types" */

/** White space as Python defines it. */
const SPACE = "[\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const SPACES = new RegExp(`${SPACE}+`, "u");
const AROUND = new RegExp(`^${SPACE}+|${SPACE}+$`, "gu");
const LETTER = /[\p{L}\p{N}]/u;
const UNSEEN = /[\p{Mn}\p{Me}\p{Cf}]/u;
const CONTROL = /\p{Cc}/u;
const JOINT = /(?<=[\p{L}\p{N}_])[^\p{L}\p{N}_\s-](?=[\p{L}\p{N}_])/gu;
const SIGNS = /(?<![\p{L}\p{N}_])[^\p{L}\p{N}_\s]+|[^\p{L}\p{N}_\s]+(?![\p{L}\p{N}_])|[^\p{L}\p{N}_\s]{2,}/gu;

/**
 * Remove white space from both ends of a text.
 * @param {string} text
 */
export const stripped = (text) => text.replace(AROUND, "");

/**
 * Split a text into words at white space.
 * @param {string} text
 */
export const wordsOf = (text) => text.split(SPACES).filter(Boolean);

/**
 * Find the events whose text has every word and every quoted phrase of a query, each at the start of a word. Gives ids;
 * null without a query.
 * @param {TextIndex} index
 * @param {string} query
 * @returns {Set<string> | null}
 */
export function matching({ texts, folds }, query) {
  if (!query) return null;
  const forms = parts([...query], folds.quotes)
    .map((part) => normalize(part, folds))
    .filter(Boolean)
    .map((part) => [` ${part.replaceAll("-", " ")}`, ` ${part.replace(/[-']/g, "")}`]);
  if (stripped(query) && !forms.length) return new Set();
  const matches = Object.entries(texts).filter(([, text]) =>
    forms.every((two) => two.some((form) => text.includes(form))),
  );
  return new Set(matches.map(([event]) => event));
}

/**
 * Fold case, letters, digits and signs. One space separates words, and lines stay lines.
 * @param {string} text
 * @param {Folds} folds
 */
export function normalize(text, folds) {
  const { typed, special } = folds;
  const plain = letters(folds);
  const decomposed = each(text, (sign) => typed[sign] ?? sign).normalize("NFKD");
  const small = each(decomposed, (sign) => folds.case[sign] ?? sign.toLowerCase()).normalize("NFKD");
  const folded = each(
    each(small, (sign) => special[sign] ?? sign),
    (sign) => plain.get(sign) ?? seen(sign),
  );
  const words = folded.replace(JOINT, "'").replace(SIGNS, " ");
  return words
    .split("\n")
    .map((line) => wordsOf(line).join(" "))
    .join("\n");
}

/**
 * @param {string} text
 * @param {(sign: string) => string} change
 */
const each = (text, change) => Array.from(text, change).join("");

/** @param {string} sign */
function seen(sign) {
  if (UNSEEN.test(sign)) return "";
  return sign === "_" || (CONTROL.test(sign) && sign !== "\n") ? " " : sign;
}

/** @type {WeakMap<Folds, Map<string, string>>} */
const tables = new WeakMap();

/**
 * Give for each letter, digit and dash what it is folded to.
 * @param {Folds} folds
 */
function letters(folds) {
  const table =
    tables.get(folds) ??
    new Map(Object.entries(folds.plain).flatMap(([to, signs]) => Array.from(signs, (sign) => [sign, to])));
  tables.set(folds, table);
  return table;
}

/**
 * Split a query into words and quoted phrases. A quotation mark that is not closed, or is inside a word, is ignored.
 * @param {string[]} query
 * @param {Record<string, string>} quotes
 */
function parts(query, quotes) {
  const phrases = [];
  let [at, words] = [0, ""];
  while (at < query.length) {
    const closing = at === 0 || !LETTER.test(query[at - 1]) ? quotes[query[at]] : undefined;
    const end = closing ? query.findIndex((sign, i) => i > at + 1 && closing.includes(sign) && ends(query, i)) : -1;
    if (end >= 0) {
      phrases.push(
        query
          .slice(at + 1, end)
          .join("")
          .replaceAll("\n", " "),
      );
      words += " ";
      at = end;
    }
    words += query[at];
    at += 1;
  }
  return [...phrases, ...words.split(SPACES).filter(Boolean)];
}

/**
 * @param {string[]} query
 * @param {number} at
 */
const ends = (query, at) => at + 1 === query.length || !LETTER.test(query[at + 1]);
