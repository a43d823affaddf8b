// How a search reads texts and queries: the twin of frames/search.py, where each rule is explained.
//
// `folds` has the tables that fold a text, because a browser does not know the names of letters.

/** @import { Folds } from "./types" */

/** White space as Python defines it. */
const SPACE = "[\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const SPACES = new RegExp(`${SPACE}+`, "u");
const AROUND = new RegExp(`^${SPACE}+|${SPACE}+$`, "gu");
const LETTER = /[\p{L}\p{N}]/u;
const UNSEEN = /[\p{Mn}\p{Me}\p{Cf}]/u;
const VISIBLE = /[^\p{Z}\p{Cc}\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u2800\u3164\uffa0]/u;
const CONTROL = /\p{Cc}/u;
const JOINT = /(?<=[\p{L}\p{N}_])[^\p{L}\p{N}_\s-](?=[\p{L}\p{N}_])/gu;
const SIGNS = /(?<![\p{L}\p{N}_])[^\p{L}\p{N}_\s]+|[^\p{L}\p{N}_\s]+(?![\p{L}\p{N}_])|[^\p{L}\p{N}_\s]{2,}/gu;

/**
 * Remove white space from both ends of a text.
 * @param {string} text
 */
export const stripped = (text) => text.replace(AROUND, "");

/**
 * Tell whether a text has any letter, digit or sign that a reader can see.
 * @param {string} text
 */
export const isSeen = (text) => VISIBLE.test(text);

/**
 * Split a text into words at white space.
 * @param {string} text
 */
export const wordsOf = (text) => text.split(SPACES).filter(Boolean);

/** The fewest letters of the shorter part of a word that may be written with a hyphen, as one word, or as two. */
const SHORTEST_PART = 4;
const PLAIN = /^[\x20-\x7e]*$/;
const WORD = /^\p{L}+$/u;

/**
 * Fold lines for a search: each with its words apart, then with every compound as one word.
 * @param {string[]} lines
 * @param {Folds} folds
 */
export function folded(lines, folds) {
  const texts = lines.map((line) => normalize(line, folds));
  const words = texts.flatMap((text) => text.split(" ").filter(isCompound));
  const compounds = new Map(words.map((word) => [word.replace("-", ""), word]));
  return texts.map((text) => twice(text, compounds));
}

/**
 * Give what to look for in a folded line.
 * @param {string} part
 */
export const spellings = (part) => [` ${part.replaceAll("-", " ")}`, ` ${withoutJoints(part)}`];

/** @param {string} text */
const withoutJoints = (text) => text.replace(/[-']/g, "");

/** @param {string} word */
function isCompound(word) {
  if (!word.includes("-")) return false;
  const halves = word.split("-");
  return halves.length === 2 && halves.every((half) => Array.from(half).length >= SHORTEST_PART && WORD.test(half));
}

/**
 * @param {string} text
 * @param {Map<string, string>} compounds
 */
function twice(text, compounds) {
  const words = text.split(" ").map((word) => compounds.get(word) ?? word);
  let [before, joined] = ["", ""];
  for (const word of words) {
    joined += (compounds.has(before + word) ? "" : " ") + withoutJoints(word);
    before = word;
  }
  return ` ${words.join(" ").replace(/[-']/g, " ")} \n${joined} `;
}

/**
 * Fold case, letters, digits and signs. One space separates words, and lines stay lines.
 * @param {string} text
 * @param {Folds} folds
 */
export function normalize(text, folds) {
  if (PLAIN.test(text)) return spaced(text.toLowerCase().replaceAll("`", "'").replaceAll("_", " "));
  const { typed, special } = folds;
  const plain = letters(folds);
  const decomposed = each(text, (sign) => typed[sign] ?? sign).normalize("NFKD");
  const small = each(decomposed, (sign) => folds.case[sign] ?? sign.toLowerCase()).normalize("NFKD");
  const whole = each(
    each(small, (sign) => special[sign] ?? sign),
    (sign) => plain.get(sign) ?? seen(sign),
  );
  return spaced(whole);
}

/**
 * Put one space between words, and none in place of the signs around them.
 * @param {string} text
 */
function spaced(text) {
  const words = text.replace(JOINT, "'").replace(SIGNS, " ");
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
export function parts(query, quotes) {
  /** @type {string[]} */
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
  return [phrases, wordsOf(words)];
}

/**
 * Give a query without its quotes if it is one phrase, for a sentence that puts it in quotes.
 * @param {string} query
 */
export const unquoted = (query) => query.replace(/^["“„«]([^"“”„«»]+)["“”»]$/u, "$1");

/**
 * @param {string[]} query
 * @param {number} at
 */
const ends = (query, at) => at + 1 === query.length || !LETTER.test(query[at + 1]);
