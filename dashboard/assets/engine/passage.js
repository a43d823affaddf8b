// Lasting keys of the passages of an article: sentences, headings and sources. The twin of records/anchors.py, which
// explains the keys. A source has no words in its key, only its id.

/**
 * A passage of an article. A heading has no sources. A source of the list has no words, and its own id as the only source.
 * @typedef {object} Passage
 * @property {string[]} words
 * @property {string[]} sources
 */
/**
 * A passage that was found: its place, and how. `changed` says that some words have changed, and `source` that only
 * the source of the passage is left.
 * @typedef {{at: number, how: "same" | "changed" | "source"}} Found
 */

const [FEWEST, MOST] = [6, 12];
/** The most words that may have been added among those of a key. */
const ADDED = 6;
/** The share of the words of a key that must be left if the passage still cites the source, and if it does not. */
const [WITH_SOURCE, WITHOUT_SOURCE] = [0.6, 0.8];

/**
 * Give the words of a text in small letters, without accents and apostrophes.
 * @param {string} text
 * @returns {string[]}
 */
export const words = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/['’‘ʼ\p{M}]/gu, "")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Give the key of each passage of an article. A passage without words and without a source gets an empty key.
 * @param {Passage[]} passages
 */
export function keys(passages) {
  const begin = (/** @type {Passage} */ { words }, /** @type {number} */ length) => words.slice(0, length).join("-");
  /** @type {Map<string, number>[]} */
  const counts = [];
  for (let length = FEWEST; length <= MOST; length += 1) {
    const count = new Map();
    for (const passage of passages) {
      const first = begin(passage, length);
      count.set(first, (count.get(first) ?? 0) + 1);
    }
    counts.push(count);
  }
  return passages.map((passage) => {
    const more = counts.findIndex((count, i) => count.get(begin(passage, FEWEST + i)) === 1);
    const key = begin(passage, more < 0 ? MOST : FEWEST + more);
    return key && passage.sources.length ? `${key}.${passage.sources[0]}` : key;
  });
}

/**
 * Give the key of a source.
 * @param {string} source
 */
export const sourceKey = (source) => `.${source}`;

/**
 * Find the passage of a key: the one with the same first words, else the most like it, else the source that it cited.
 * Gives null if nothing of it is left.
 * @param {string} key
 * @param {Passage[]} passages
 * @returns {Found | null}
 */
export function find(key, passages) {
  const end = key.includes(".") ? key.indexOf(".") : key.length;
  const [wanted, source] = [words(key.slice(0, end)), key.slice(end + 1)];
  let best = /** @type {Found & {rank: number} | null} */ (null);
  for (const [at, passage] of passages.entries()) {
    if (!wanted.length || !passage.words.length) continue;
    const like = likeness(wanted, passage.words);
    const cites = source ? passage.sources.includes(source) : !passage.sources.length;
    if (like < (cites ? WITH_SOURCE : WITHOUT_SOURCE)) continue;
    const rank = like + Number(cites) / 2;
    if (!best || rank > best.rank) best = { at, how: like === 1 ? "same" : "changed", rank };
  }
  if (best) return { at: best.at, how: best.how };
  const listed = passages.findIndex((passage) => !passage.words.length && passage.sources[0] === source);
  return listed < 0 ? null : { at: listed, how: wanted.length ? "source" : "same" };
}

/**
 * Give the share of the words of a key that begin a passage, in their order. It is 1 only if the passage begins with all
 * of them, and nothing is between them.
 * @param {string[]} wanted
 * @param {string[]} words
 */
function likeness(wanted, words) {
  if (wanted.every((word, i) => words[i] === word)) return 1;
  const given = words.slice(0, wanted.length + ADDED);
  // The longest common subsequence, row by row.
  let row = new Array(given.length + 1).fill(0);
  for (const word of wanted) {
    const next = [0];
    for (const [i, other] of given.entries()) next.push(word === other ? row[i] + 1 : Math.max(row[i + 1], next[i]));
    row = next;
  }
  return Math.min((row.at(-1) ?? 0) / wanted.length, 0.99);
}
