// Marks the words of a search in texts, and in the open article.

import { normalize } from "./search.js";
import { first, h } from "./view.js";

/** @import { Folds } from "./types" */
/** @typedef {{text: string, end: number, start: number}} Token a folded word, and its place in the text */
/** @typedef {[start: number, end: number]} Span */

const WORDS = /[\p{L}\p{N}\p{M}]+(?:[-‐-―'’ʼ\u00ad\u200b][\p{L}\p{N}\p{M}]+)*/gu;
const NAME = "found";
const [LONG, BEFORE] = [180, 60]; // letters of an excerpt, and of what comes before its first mark

/**
 * Give the places in a text of all that was looked for.
 * @param {string} text
 * @param {string[]} terms forms of a search, as from `find`
 * @param {Folds} folds
 * @returns {Span[]}
 */
export function marked(text, terms, folds) {
  /** @type {Map<number, number>} */
  const spans = new Map();
  const words = [...text.matchAll(WORDS)].map(({ 0: word, index }) => {
    return { text: normalize(word, folds), start: index, end: index + word.length };
  });
  const apart = words.flatMap((word) => word.text.split(/[-' ]/).map((part) => ({ ...word, text: part })));
  const joined = words.map((word) => ({ ...word, text: word.text.replace(/[-']/g, "") }));
  for (const tokens of [apart, joined]) {
    for (const [start, end] of within(tokens, terms)) spans.set(start, Math.max(end, spans.get(start) ?? 0));
  }
  /** @type {Span[]} */
  const kept = [];
  for (const span of [...spans].sort(([one], [other]) => one - other)) {
    if (span[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(span);
  }
  return kept;
}

/**
 * @param {Token[]} tokens
 * @param {string[]} terms
 * @returns {Span[]}
 */
function within(tokens, terms) {
  const line = ` ${tokens.map(({ text }) => text).join(" ")} `;
  /** @type {Span[]} */
  const spans = [];
  for (const term of terms) {
    for (let at = line.indexOf(term); at >= 0; at = line.indexOf(term, at + 1)) {
      const begin = line.slice(0, at).split(" ").length - 1; // how many words come before
      const number = term.trim().split(" ").length;
      const [from, to] = [tokens[begin], tokens[begin + number - 1]];
      if (from && to) spans.push([from.start, to.end]);
    }
  }
  return spans;
}

/**
 * Write a text with its marks. A long text is cut to what is around the first of them.
 * @param {string} text
 * @param {string[]} terms
 * @param {Folds} folds
 * @returns {(Node | string)[]}
 */
export function excerpt(text, terms, folds) {
  const spans = marked(text, terms, folds);
  const far = text.length > LONG ? Math.max(0, (spans[0]?.[0] ?? 0) - BEFORE) : 0;
  const begin = far ? text.indexOf(" ", far) + 1 : 0;
  const rest = text.length - begin > LONG ? text.lastIndexOf(" ", begin + LONG) : text.length;
  const end = Math.max(rest, spans[0]?.[1] ?? 0);
  /** @type {(Node | string)[]} */
  const nodes = [begin ? "… " : ""];
  let at = begin;
  for (const [start, stop] of spans) {
    if (start < at || stop > end) continue;
    nodes.push(text.slice(at, start), h("mark", {}, text.slice(start, stop)));
    at = stop;
  }
  return [...nodes, text.slice(at, end), end < text.length ? " …" : ""];
}

/** The event whose first mark the reader wants to see. */
let wanted = "";

/**
 * Scroll to the first mark in the article about an event when it is shown.
 * @param {string} event
 */
export function reveal(event) {
  wanted = event;
}

/**
 * Mark words in an article, without a change to its nodes. Gives the first marked element, if the reader wants to see it.
 * @param {HTMLElement} article
 * @param {string} event
 * @param {string[]} terms none removes the marks
 * @param {Folds | null} folds
 */
export function markArticle(article, event, terms, folds) {
  if (!("highlights" in CSS)) return null;
  CSS.highlights.delete(NAME);
  if (!terms.length || !folds) return null;
  const ranges = [];
  const nodes = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const node = /** @type {Text} */ (nodes.currentNode);
    for (const [start, end] of marked(node.data, terms, folds)) {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  CSS.highlights.set(NAME, new Highlight(...ranges));
  if (wanted !== event) return null;
  wanted = "";
  const text = first(article, ".text");
  return (ranges.find((range) => text?.contains(range.startContainer)) ?? ranges[0])?.startContainer.parentElement;
}
